# What the benchmark commands share. Sourced, not run.
# shellcheck shell=sh
#
#   root=...            the project's folder, set by the caller
#   . "$root/bench/common.sh"
#   read_arguments "$@"     sets output (after -o) and the rest as first and second
#   find_shared             prints the folder shared/ of the nearest folder above the project that has it
#   find_benchmark NAME     prints shared/benchmarks/NAME of the same
#   run_bench HEAP FILE ... builds the program if needed, then runs a Java source file with it on the class path

fail() {
  printf '%s\n' "$1" >&2
  exit 2
}

read_arguments() {
  output='' first='' second=''
  while [ $# -gt 0 ]; do
    case $1 in
      -o)
        [ $# -ge 2 ] || fail "$usage"
        output=$2
        shift
        ;;
      -*) fail "$usage" ;;
      *)
        [ -z "$second" ] || fail "$usage"
        if [ -z "$first" ]; then first=$1; else second=$1; fi
        ;;
    esac
    shift
  done
  [ -n "$output" ] || fail "$usage"
}

find_shared() {
  above=$root
  while [ "$above" != / ]; do
    above=$(dirname -- "$above")
    if [ -f "$above/shared/README.md" ]; then
      printf '%s\n' "$above/shared"
      return
    fi
  done
  fail "No folder above $root has shared/README.md: give the files as arguments. $usage"
}

find_benchmark() {
  found=$(find_shared)
  printf '%s\n' "$found/benchmarks/$1"
}

# The launcher builds what is absent or older than its sources; asking for the version does no more.
run_bench() {
  heap=$1
  shift
  "$root/ashiato" --version >/dev/null
  # shellcheck source=../bin/find-jdk disable=SC1091
  . "$root/bin/find-jdk"
  find_jdk jdk || exit 3
  exec "$JAVA_HOME/bin/java" "-Xmx$heap" -XX:+UseSerialGC -Dstderr.encoding=UTF-8 \
    -cp "$root/dist/target/ashiato/lib/*" "$@"
}
