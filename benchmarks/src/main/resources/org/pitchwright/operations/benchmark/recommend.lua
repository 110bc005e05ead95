-- POST of a recommendation for one customer after the other.
-- Arguments: token, file with a customer's key in each line, where in that file to begin, and where
-- answers are to be looked at, which costs the generator as much again, a file for their status and id.
dofile(debug.getinfo(1).source:match("^@?(.*/)") .. "report.lua")

local requests = {}
local current, ids

function init(args)
  wrk.method = "POST"
  wrk.headers["Authorization"] = "Bearer " .. args[1]
  wrk.headers["Content-Type"] = "application/json"
  for key in io.lines(args[2]) do
    requests[#requests + 1] = wrk.format(nil, nil, nil, '{"customerId":"' .. key .. '"}')
  end
  current = tonumber(args[3]) % #requests
  if args[4] then
    ids = io.open(args[4], "w")
    ids:setvbuf("full", 65536)
    response = keep
  end
end

function request()
  current = current % #requests + 1
  return requests[current]
end

function keep(status, headers, body)
  -- The id is the reply's first member: {"requestId":"…36 characters…"
  ids:write(status, " ", body:sub(15, 50), "\n")
end
