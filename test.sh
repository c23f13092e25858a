#!/usr/bin/env bash
# Installs what the tests need, builds everything and runs every test. The last line is "N passed, N failed"; the exit
# code is 0 only if tests ran and none failed. Needs the .NET 10 SDK, and root or sudo where something must be installed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1
exec </dev/null

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1 DEBIAN_FRONTEND=noninteractive

passed=0
failed=0
results=$(mktemp -d)
trap 'rm -rf "$results"; echo "$passed passed, $failed failed"' EXIT

stop() {
  echo "test.sh: $*" >&2
  exit 1
}

retry() {
  local try
  for try in 1 2 3; do
    "$@" && return 0
    echo "test.sh: try $try of 3 failed: $*" >&2
    sleep $((try * 3))
  done
  return 1
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n --preserve-env=DEBIAN_FRONTEND "$@"; fi
}

install_missing() {
  local missing=()
  command -v redis-server >/dev/null || missing+=(redis-server)
  command -v chromium >/dev/null || missing+=(chromium)
  command -v npm >/dev/null || missing+=(npm)
  [ ${#missing[@]} = 0 ] && return
  command -v apt-get >/dev/null || stop "install ${missing[*]}: the tests need it, and there is no apt-get here to do it."
  [ "$(id -u)" = 0 ] || command -v sudo >/dev/null || stop "install ${missing[*]}, or run as root: the tests need it."
  local options=(-o Acquire::Retries=3 -o DPkg::Lock::Timeout=120)
  retry as_root apt-get "${options[@]}" -q update || stop "apt-get update fails; see above."
  retry as_root apt-get "${options[@]}" -q install -y --no-install-recommends "${missing[@]}" || stop "apt-get cannot install ${missing[*]}; see above."
}

# Adds up a counter over the result files of the run.
total() {
  find "$results" -name '*.trx' -exec grep -ho "<Counters [^>]*" {} + | grep -o " $1=\"[0-9]*" | awk -F'"' '{ sum += $2 } END { print sum + 0 }'
}

command -v dotnet >/dev/null || stop "install the .NET 10 SDK: https://dotnet.microsoft.com/download"
install_missing
retry npm ci --prefix QualifyBot.Tests/Browser --ignore-scripts --no-audit --no-fund || stop "axe-core cannot be installed; see above."
retry dotnet restore QualifyBot.sln --disable-build-servers || stop "the packages cannot be restored; see above."
dotnet build QualifyBot.sln -c Release --no-restore --disable-build-servers -nodeReuse:false -v quiet || stop "the build fails; see above."
dotnet test QualifyBot.Tests -c Release --no-build --results-directory "$results" --logger trx \
  --blame-hang --blame-hang-timeout 4m --blame-hang-dump-type none
code=$?
passed=$(total passed)
failed=$(total failed)
[ "$code" = 0 ] || stop "dotnet test ended with code $code."
[ "$failed" = 0 ] || stop "tests failed."
[ "$passed" != 0 ] || stop "no test ran."
