#!/bin/sh
# Sets Pitchwright up in a domain of its own on Payara Server, and deploys it. See README.md.
set -eu
umask 077

usage() {
  cat <<'USAGE'
Usage: install.sh install --payara <dir> --ear <file> --driver <jar> --data-dir <dir>
                  --db-url <jdbc url> --db-user <user> --db-password-file <file>
                  [--trainer <dir>] [--domain <name>] [--port-base <n>] [--memory <size>]
                  [--property <name=value>]...
       install.sh deploy  --payara <dir> --ear <file> [--domain <name>]
       install.sh start   --payara <dir> [--domain <name>]
       install.sh stop    --payara <dir> [--domain <name>]
       install.sh remove  --payara <dir> [--domain <name>]

install  makes the domain, configures and starts it, and deploys the EAR
deploy   replaces the deployed EAR with a newer one
remove   stops and removes the domain; the database and the data directory stay
The web interface gets port <port-base>+80, the administration <port-base>+48 (default base 8000).
USAGE
}

fail() {
  printf 'install.sh: %s\n' "$1" >&2
  exit 1
}

payara='' ear='' driver='' data='' url='' user='' password_file='' trainer=''
domain=pitchwright
base=8000
memory=2g
properties=''
unfinished=no
[ $# -gt 0 ] || { usage; exit 2; }
action=$1
shift
while [ $# -gt 0 ]; do
  [ $# -ge 2 ] || fail "The option $1 needs a value."
  case $1 in
    --payara) payara=$2 ;;
    --ear) ear=$2 ;;
    --driver) driver=$2 ;;
    --data-dir) data=$2 ;;
    --db-url) url=$2 ;;
    --db-user) user=$2 ;;
    --db-password-file) password_file=$2 ;;
    --trainer) trainer=$2 ;;
    --domain) domain=$2 ;;
    --port-base) base=$2 ;;
    --memory) memory=$2 ;;
    --property) properties="$properties$2
" ;;
    *) usage >&2; fail "The option $1 is not known." ;;
  esac
  shift 2
done
case $action in
  install | deploy | start | stop | remove) ;;
  *) usage >&2; fail "The action $action is not known." ;;
esac

[ -x "$payara/bin/asadmin" ] || fail "There is no Payara Server in '$payara'. Name its folder (the one with bin/asadmin) with --payara."
payara=$(cd "$payara" && pwd -P)
folder=$payara/glassfish/domains/$domain
settings=$folder/config/pitchwright.settings
passwords=$folder/config/pitchwright.passwords
libraries=$folder/config/pitchwright.libraries

require_file() {
  [ -f "$2" ] || fail "The file '$2' of $1 is missing."
}

absolute() {
  if [ -d "$1" ]; then (cd "$1" && pwd -P); else printf '%s/%s' "$(cd "$(dirname "$1")" && pwd -P)" "$(basename "$1")"; fi
}

setting() {
  sed -n "s/^$1=//p" "$settings"
}

# The value as a file of asadmin commands takes it: its separators escaped, and the escapes again.
escaped() {
  printf '%s' "$1" | sed 's/[\\:=]/\\\\&/g'
}

asadmin() {
  "$payara/bin/asadmin" --interactive=false --user admin --passwordfile "$passwords" --port "$(setting admin-port)" "$@"
}

# Runs the commands of a file in one go; the first that fails ends the script.
administer() {
  output=$(asadmin multimode --file "$1" 2>&1) || { printf '%s\n' "$output" >&2; fail "The domain could not be configured."; }
  if printf '%s\n' "$output" | grep -q 'failed\.$'; then
    printf '%s\n' "$output" >&2
    fail "The domain could not be configured."
  fi
}

answers() {
  if command -v curl > /dev/null; then curl -sf -o /dev/null "$1"; else wget -q -O /dev/null "$1"; fi
}

# The domain counts as started before it has loaded the application.
await_ready() {
  command -v curl > /dev/null || command -v wget > /dev/null || return 0
  health=http://127.0.0.1:$(setting http-port)/health/ready
  seconds=0
  until answers "$health"; do
    seconds=$((seconds + 2))
    [ "$seconds" -lt 600 ] || fail "The application is not ready after ten minutes; see $folder/logs/server.log"
    sleep 2
  done
}

# Tells the commands of ./pitchwright on this machine where the server is; see RunningServer.
announce() {
  await_ready
  process=$(cat "$folder/config/pid")
  port=$(setting http-port)
  run=$(setting data-dir)/run
  mkdir -p "$run"
  printf '{"pid":%s,"launcherPid":%s,"port":%s,"databasePort":0,"url":"http://127.0.0.1:%s","ready":true}\n' \
    "$process" "$process" "$port" "$port" > "$run/server.json.partial"
  mv "$run/server.json.partial" "$run/server.json"
}

# Starts or restarts the domain, and shows what asadmin says only when it fails. Spinning OpenMP
# threads would slow everything down beside them.
run_quietly() {
  OMP_WAIT_POLICY=PASSIVE asadmin "$@" > "$work/log" 2>&1 ||
    { cat "$work/log" >&2; fail "asadmin $1 failed; see $folder/logs/server.log"; }
}

start() {
  OMP_WAIT_POLICY=PASSIVE asadmin start-domain "$domain" || fail "The domain does not start; see $folder/logs/server.log"
  announce
}

stop() {
  rm -f "$(setting data-dir)/run/server.json"
  asadmin stop-domain "$domain"
}

remove() {
  stop > /dev/null 2>&1 || asadmin stop-domain --kill "$domain" > /dev/null 2>&1 || true
  asadmin delete-domain "$domain"
}

# Removes what an installation that failed has made, so that it can be tried again.
clean_up() {
  if [ "$unfinished" = yes ] && [ -f "$settings" ]; then
    cp "$folder/logs/server.log" "$data/payara-installation.log" 2>/dev/null || true
    "$payara/bin/asadmin" --interactive=false stop-domain --kill "$domain" > /dev/null 2>&1 || true
    "$payara/bin/asadmin" --interactive=false delete-domain "$domain" > /dev/null 2>&1 || true
    echo "install.sh: The domain was removed again; its log is $data/payara-installation.log" >&2
  fi
  rm -rf "$work"
}

make_work_folder() {
  work=$(mktemp -d)
  trap clean_up EXIT
  trap 'exit 1' HUP INT TERM
}

make_domain() {
  admin_password=$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')
  # asadmin reads the file as Java properties, where a backslash stands for an escape.
  printf 'AS_ADMIN_PASSWORD=%s\nAS_ADMIN_MASTERPASSWORD=changeit\nAS_ADMIN_ALIASPASSWORD=%s\n' \
    "$admin_password" "$(head -n 1 "$password_file" | sed 's/\\/\\\\/g')" > "$work/passwords"
  "$payara/bin/asadmin" --interactive=false --user admin --passwordfile "$work/passwords" \
    create-domain --portbase "$base" "$domain" > "$work/log" 2>&1 || {
    taken=$(sed -n 's/^\(Port [0-9,]* is in use\)\.$/\1/p' "$work/log")
    [ -z "$taken" ] || fail "$taken by another program. Choose other ports with --port-base."
    cat "$work/log" >&2
    fail "The domain could not be made."
  }
  unfinished=yes
  sed '/ALIAS/d' "$work/passwords" > "$passwords"
  printf 'admin-port=%s\nhttp-port=%s\ndata-dir=%s\n' "$((base + 48))" "$((base + 80))" "$data" > "$settings"
}

# Native code may be loaded by one class loader only: what loads it must survive a redeployment, and
# is therefore the domain's. Says on its exit status whether the domain had other ones before.
renew_native_libraries() {
  mkdir "$work/ear"
  (cd "$work/ear" && "${JAVA_HOME:+$JAVA_HOME/bin/}jar" xf "$1" lib) || fail "The EAR $1 cannot be read; the JDK's program jar is needed."
  for pattern in onnxruntime tokenizers ai.djl-api jna gson commons-compress commons-io commons-codec commons-lang3 slf4j-api; do
    for library in "$work/ear/lib/"*"$pattern"-[0-9]*.jar; do
      [ ! -f "$library" ] || basename "$library"
    done
  done | sort -u > "$work/libraries"
  ! cmp -s "$work/libraries" "$libraries" || return 1
  if [ -f "$libraries" ]; then
    while IFS= read -r library; do rm -f "$folder/lib/$library"; done < "$libraries"
  fi
  while IFS= read -r library; do
    cp "$work/ear/lib/$library" "$folder/lib/" || fail "The library $library cannot be copied to $folder/lib."
  done < "$work/libraries"
  cp "$work/libraries" "$libraries"
}

write_commands() {
  cat <<COMMANDS
delete-jvm-options -Xmx512m
create-jvm-options -Xmx$memory
create-jvm-options -XX\\\\:+ExitOnOutOfMemoryError
set-hazelcast-configuration --enabled=false
disable-phone-home
create-password-alias --passwordfile $work/passwords pitchwright-db-password
create-jdbc-connection-pool --datasourceclassname=org.postgresql.ds.PGSimpleDataSource --restype=javax.sql.DataSource --steadypoolsize=4 --maxpoolsize=32 --poolresize=4 --maxwait=30000 --idletimeout=300 --isconnectvalidatereq=true --validationmethod=custom-validation --validationclassname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation --validateatmostonceperiod=1 --failconnection=true --property=user=$(escaped "$user"):password=\${ALIAS\\\\=pitchwright-db-password}:url=$(escaped "$url"):reWriteBatchedInserts=true:preparedStatementCacheQueries=512:ApplicationName=pitchwright pitchwright-pool
create-jdbc-resource --connectionpoolid=pitchwright-pool jdbc/app
ping-connection-pool pitchwright-pool
set-batch-runtime-configuration --tableprefix=jbatch --datasourcelookupname=jdbc/app --executorservicelookupname=concurrent/__defaultManagedExecutorService
set configs.config.server-config.network-config.protocols.protocol.http-listener-1.http.max-connections=-1
set configs.config.server-config.network-config.protocols.protocol.http-listener-1.http.compression=on
set configs.config.server-config.thread-pools.thread-pool.http-thread-pool.min-thread-pool-size=8
set configs.config.server-config.thread-pools.thread-pool.http-thread-pool.max-thread-pool-size=64
COMMANDS
  {
    printf 'pitchwright.data.dir=%s\n' "$data"
    printf 'pitchwright.secrets.dir=%s/secrets\n' "$data"
    printf 'pitchwright.local-client.secret.file=%s/secrets/local-client\n' "$data"
    printf 'pitchwright.http.port=%s\n' "$((base + 80))"
    [ -z "$trainer" ] || printf 'pitchwright.trainer.home=%s\n' "$trainer"
    printf '%s' "$properties"
  } | while IFS= read -r property; do
    printf 'create-system-properties %s=%s\n' "${property%%=*}" "$(escaped "${property#*=}")"
  done
}

make_secrets() {
  mkdir -p "$data/secrets"
  data=$(cd "$data" && pwd -P)
  chmod 700 "$data/secrets"
  [ -s "$data/secrets/local-client" ] ||
    od -An -N32 -tx1 /dev/urandom | tr -d ' \n' > "$data/secrets/local-client"
  [ -s "$data/secrets/local-client-id" ] ||
    printf 'local-launcher-%s' "$(od -An -N4 -tx1 /dev/urandom | tr -d ' \n')" > "$data/secrets/local-client-id"
}

# require_option <name> <value>
require_option() {
  [ -n "$2" ] || { usage >&2; fail "The option $1 is missing."; }
}

install() {
  require_option --ear "$ear"
  require_option --driver "$driver"
  require_option --data-dir "$data"
  require_option --db-url "$url"
  require_option --db-user "$user"
  require_option --db-password-file "$password_file"
  require_file --ear "$ear"
  require_file --driver "$driver"
  require_file --db-password-file "$password_file"
  [ -z "$trainer" ] || [ -d "$trainer" ] || fail "The folder '$trainer' of --trainer is missing."
  [ -z "$trainer" ] || trainer=$(absolute "$trainer")
  case $base in
    '' | *[!0-9]*) fail "The port base '$base' is not a whole number." ;;
  esac
  [ "$base" -ge 1000 ] && [ "$base" -le 65000 ] || fail "The port base '$base' is not between 1000 and 65000."
  printf '%s' "$properties" | grep -qv '^[A-Za-z0-9._-]*=' && fail "A --property must look like name=value."
  [ ! -e "$folder" ] || fail "The domain '$domain' exists already. Replace its application with 'install.sh deploy', or name another domain with --domain."
  make_secrets
  make_work_folder
  echo "Making the domain $domain"
  make_domain
  renew_native_libraries "$(absolute "$ear")"
  cp "$driver" "$folder/lib/postgresql.jar"
  echo "Starting and configuring it"
  run_quietly start-domain "$domain"
  write_commands > "$work/commands"
  administer "$work/commands"
  run_quietly restart-domain "$domain"
  deploy
  announce
  unfinished=no
  echo "Pitchwright is ready on port $((base + 80)); administration on port $((base + 48)), user admin, password in $passwords"
}

deploy() {
  echo "Deploying $ear"
  asadmin deploy --force=true --name pitchwright "$ear" ||
    fail "The deployment failed; see $folder/logs/server.log"
}

# Replaces the application of a running domain.
replace() {
  require_option --ear "$ear"
  require_file --ear "$ear"
  make_work_folder
  if renew_native_libraries "$(absolute "$ear")"; then
    echo "Its native libraries are other ones: starting the domain again"
    run_quietly restart-domain "$domain"
  fi
  deploy
  announce
}

require_domain() {
  [ -f "$settings" ] || fail "There is no domain '$domain' that install.sh made in $payara. Run 'install.sh install' first."
}

case $action in
  install) install ;;
  deploy) require_domain && replace ;;
  start) require_domain && start ;;
  stop) require_domain && stop ;;
  remove) require_domain && remove ;;
esac
