#!/bin/sh
# Runs the JMH benchmarks of the pieces, after building them if needed.
#
#   bench/jmh.sh [--log LOG] [--rules FOLDER]... [JMH-OPTION...]
#
# LOG: an event log, 64 MiB or more for figures to be quoted; without it one of 1 MiB from examples/.
# FOLDER: rules whose literals are looked for; without it our own.
# JMH-OPTION: `-h` lists them; a regular expression chooses benchmarks, `-prof stack` shows where time goes.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
usage="Usage: bench/jmh.sh [--log LOG] [--rules FOLDER]... [JMH-OPTION...]"
# shellcheck source=common.sh disable=SC1091
. "$root/bench/common.sh"
log=$root/examples/first-look/evidence/FIN-WS07/Microsoft-Windows-Sysmon%4Operational.evtx
rules=
while [ "${1-}" = --log ] || [ "${1-}" = --rules ]; do
  [ $# -ge 2 ] || fail "$usage"
  if [ "$1" = --log ]; then log=$2; else rules=$rules${rules:+:}$2; fi
  shift 2
done
[ -f "$log" ] || fail "bench/jmh.sh: no file $log. $usage"
case $log in /*) ;; *) log=$PWD/$log ;; esac
# shellcheck source=../bin/find-jdk disable=SC1091
. "$root/bin/find-jdk"
find_jdk jdk || exit 3
(cd "$root" && ./mvnw -q -pl bench -am -DskipTests -Dspotless.check.skip=true package)
# The forked JVMs take the options of this one.
exec "$JAVA_HOME/bin/java" "-Dashiato.bench.log=$log" "-Dashiato.bench.rules=${rules:-$root/rules}" \
  -cp "$root/bench/target/classes:$root/bench/target/lib/*" \
  org.openjdk.jmh.Main "$@"
