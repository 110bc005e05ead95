#!/bin/sh
# Sets Pitchwright up in a domain of its own on Payara Server, and deploys it. See README.md.
set -eu

usage() {
  cat <<'USAGE'
Usage: install.sh install --payara <dir> --ear <file> --driver <jar> --data-dir <dir>
                  --db-url <jdbc url> --db-user <user> --db-password-file <file>
                  [--trainer <dir>] [--domain <name>] [--port-base <n>] [--memory <size>]
                  [--property <name=value>]...
       install.sh deploy  --payara <dir> --ear <file> [--domain <name>]
       install.sh start   --payara <dir> [--domain <name>]
       install.sh stop    --payara <dir> [--domain <name>]

install  makes the domain, configures and starts it, and deploys the EAR
deploy   replaces the deployed EAR with a newer one
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
finished=no
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
    *) usage >&2; exit 2 ;;
  esac
  shift 2
done

[ -x "$payara/bin/asadmin" ] || fail "There is no Payara Server in '$payara'. Name its folder (the one with bin/asadmin) with --payara."
payara=$(cd "$payara" && pwd -P)
folder=$payara/glassfish/domains/$domain
settings=$folder/config/pitchwright.settings
passwords=$folder/config/pitchwright.passwords

require_file() {
  [ -f "$2" ] || fail "The file '$2' of $1 is missing."
}

# The value as a file of asadmin commands takes it: its separators escaped, and the escapes again.
escaped() {
  printf '%s' "$1" | sed 's/[\\:=]/\\\\&/g'
}

asadmin() {
  "$payara/bin/asadmin" --interactive=false --user admin --passwordfile "$passwords" --port "$(sed -n 's/^admin-port=//p' "$settings")" "$@"
}

# Runs the commands of a file in one go; the first that fails ends the script.
administer() {
  output=$(asadmin multimode --file "$1" 2>&1) || { printf '%s\n' "$output" >&2; fail "The domain could not be configured."; }
  if printf '%s\n' "$output" | grep -q 'failed\.$'; then
    printf '%s\n' "$output" >&2
    fail "The domain could not be configured."
  fi
}

# Removes what an installation that failed has made, so that it can be tried again.
clean_up() {
  if [ "$finished" = no ] && [ -f "$settings" ]; then
    cp "$folder/logs/server.log" "$data/payara-installation.log" 2>/dev/null || true
    "$payara/bin/asadmin" --interactive=false stop-domain --kill "$domain" > /dev/null 2>&1 || true
    "$payara/bin/asadmin" --interactive=false delete-domain "$domain" > /dev/null 2>&1 || true
    echo "install.sh: The domain was removed again; its log is $data/payara-installation.log" >&2
  fi
  rm -rf "$work"
}

make_domain() {
  umask 077
  work=$(mktemp -d)
  trap clean_up EXIT
  admin_password=$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')
  printf 'AS_ADMIN_PASSWORD=%s\nAS_ADMIN_MASTERPASSWORD=changeit\nAS_ADMIN_ALIASPASSWORD=%s\n' \
    "$admin_password" "$(head -n 1 "$password_file")" > "$work/passwords"
  "$payara/bin/asadmin" --interactive=false --user admin --passwordfile "$work/passwords" \
    create-domain --portbase "$base" "$domain" > "$work/log" 2>&1 || { cat "$work/log" >&2; fail "The domain could not be made."; }
  sed '/ALIAS/d' "$work/passwords" > "$passwords"
  printf 'admin-port=%s\nhttp-port=%s\n' "$((base + 48))" "$((base + 80))" > "$settings"
}

# Native code may be loaded by one class loader only: what loads it must survive a redeployment.
add_native_libraries() {
  mkdir "$work/ear"
  (cd "$work/ear" && "${JAVA_HOME:+$JAVA_HOME/bin/}jar" xf "$1" lib)
  for pattern in onnxruntime tokenizers ai.djl-api jna gson commons-compress commons-io commons-codec commons-lang3 slf4j-api; do
    for library in "$work/ear/lib/"*"$pattern"-[0-9]*.jar; do
      [ -f "$library" ] || continue
      cp "$library" "$folder/lib/"
    done
  done
  cp "$driver" "$folder/lib/"
  chmod 644 "$folder/lib/"*.jar
}

write_commands() {
  cat <<COMMANDS
delete-jvm-options -Xmx512m
create-jvm-options -Xmx$memory
create-jvm-options -XX\\\\:+ExitOnOutOfMemoryError
set-hazelcast-configuration --enabled=false
disable-phone-home
create-password-alias --passwordfile $work/passwords pitchwright-db-password
create-jdbc-connection-pool --datasourceclassname=org.postgresql.ds.PGSimpleDataSource --restype=javax.sql.DataSource --steadypoolsize=4 --maxpoolsize=32 --poolresize=4 --maxwait=30000 --idletimeout=300 --isconnectvalidatereq=true --validationmethod=custom-validation --validationclassname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation --validateatmostonceperiod=10 --property=user=$(escaped "$user"):password=\${ALIAS\\\\=pitchwright-db-password}:url=$(escaped "$url"):reWriteBatchedInserts=true:ApplicationName=pitchwright pitchwright-pool
create-jdbc-resource --connectionpoolid=pitchwright-pool jdbc/app
ping-connection-pool pitchwright-pool
set-batch-runtime-configuration --datasourcelookupname=jdbc/app --executorservicelookupname=concurrent/__defaultManagedExecutorService
set configs.config.server-config.network-config.protocols.protocol.http-listener-1.http.max-connections=-1
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
    (umask 077 && od -An -N32 -tx1 /dev/urandom | tr -d ' \n' > "$data/secrets/local-client")
}

install() {
  for required in "$ear" "$driver" "$data" "$url" "$user" "$password_file"; do
    [ -n "$required" ] || { usage >&2; exit 2; }
  done
  require_file --ear "$ear"
  require_file --driver "$driver"
  require_file --db-password-file "$password_file"
  [ ! -e "$folder" ] || fail "The domain '$domain' exists already. Replace its application with 'install.sh deploy', or name another domain with --domain."
  make_secrets
  echo "Making the domain $domain"
  make_domain
  add_native_libraries "$(cd "$(dirname "$ear")" && pwd -P)/$(basename "$ear")"
  echo "Starting and configuring it"
  OMP_WAIT_POLICY=PASSIVE asadmin start-domain "$domain" > "$work/log" 2>&1 || { cat "$work/log" >&2; fail "The domain does not start; see $folder/logs/server.log"; }
  write_commands > "$work/commands"
  administer "$work/commands"
  OMP_WAIT_POLICY=PASSIVE asadmin restart-domain "$domain" > "$work/log" 2>&1 || { cat "$work/log" >&2; fail "The domain does not start again; see $folder/logs/server.log"; }
  deploy
  finished=yes
  echo "Pitchwright is ready on port $((base + 80)); administration on port $((base + 48)), user admin, password in $passwords"
}

deploy() {
  require_file --ear "$ear"
  echo "Deploying $ear"
  asadmin deploy --force=true --name pitchwright "$ear" ||
    fail "The deployment failed; see $folder/logs/server.log"
}

require_domain() {
  [ -f "$settings" ] || fail "There is no domain '$domain' that install.sh made in $payara. Run 'install.sh install' first."
}

case $action in
  install) install ;;
  deploy) require_domain && deploy ;;
  start) require_domain && OMP_WAIT_POLICY=PASSIVE asadmin start-domain "$domain" ;;
  stop) require_domain && asadmin stop-domain "$domain" ;;
  *) usage >&2; exit 2 ;;
esac
