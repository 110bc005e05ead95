-- GET with a bearer token. Arguments: token.
dofile(debug.getinfo(1).source:match("^@?(.*/)") .. "report.lua")

function init(args)
  wrk.headers["Authorization"] = "Bearer " .. args[1]
end
