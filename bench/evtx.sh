#!/usr/bin/env bash
# Times whole processes that turn event logs into JSON lines: Ashiato beside evtx_dump (crate evtx, 0.15.1).
#
#   bench/evtx.sh [--sizes 1MiB,256MiB,1GiB] [--rounds 5] [--maker PATH] [--corpus PATH] [--work FOLDER]
#                 [--opts LABEL=JVM-OPTIONS]... [--flags] [--no-peer]
#
#   --maker   makes the logs: called as MAKER OUT.evtx SIZE CORPUS --seed 1; default: make-large-evtx.py of the
#             nearest ../shared
#   --corpus  what it makes them from; default: evtx.zip of the same
#   --work    where the logs are kept from run to run; default: a temporary folder, removed at the end
#   --opts    a further variant of ours with these options for the JVM, which win over the launcher's
#   --flags   the variants among which the launcher's options for `dump` were chosen
#   --no-peer ours alone
#
# The peer is $ASHIATO_EVTX_DUMP or evtx_dump on the PATH. Each round runs every variant once, one after the other,
# so that all see the same machine; output goes to /dev/null, and the log is read once before, so that none waits
# for the disk. Medians of the rounds; ratios are medians over medians of this run. 10GiB takes as much disk.
# Linux, bash, coreutils, /usr/bin/time.
set -euo pipefail
root=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
usage=$(sed -n '4,5s/^#  *//p' "${BASH_SOURCE[0]}")
# shellcheck source=common.sh disable=SC1091
. "$root/bench/common.sh"
# shellcheck source=timing.sh disable=SC1091
. "$root/bench/timing.sh"

sizes=1MiB,256MiB,1GiB rounds=5 maker='' corpus='' work='' peer=yes
opts=()
launcher_choices=(
  'C1, Serial=-XX:-UseParallelGC -XX:+UseSerialGC -XX:TieredStopAtLevel=1'
  'C1 and C2, Serial=-XX:-UseParallelGC -XX:+UseSerialGC -XX:TieredStopAtLevel=4'
  'C1 and C2, Parallel=-XX:-UseSerialGC -XX:+UseParallelGC -XX:TieredStopAtLevel=4'
)
while (($# > 0)); do
  case $1 in
    --flags) opts+=("${launcher_choices[@]}") ;;
    --no-peer) peer='' ;;
    --sizes | --rounds | --maker | --corpus | --work | --opts)
      (($# > 1)) || fail "$usage"
      case $1 in
        --sizes) sizes=$2 ;;
        --rounds) rounds=$2 ;;
        --maker) maker=$2 ;;
        --corpus) corpus=$2 ;;
        --work) work=$2 ;;
        --opts) opts+=("$2") ;;
      esac
      shift
      ;;
    *) fail "$usage" ;;
  esac
  shift
done
[[ $rounds =~ ^[1-9][0-9]*$ ]] || fail "$usage"
[[ -x /usr/bin/time ]] || fail "bench/evtx.sh needs /usr/bin/time (GNU)."

if [[ -z $maker || -z $corpus ]]; then
  shared=$(find_shared)
  maker=${maker:-$shared/tools/make-large-evtx.py}
  corpus=${corpus:-$shared/corpora/evtx.zip}
fi
if [[ -n $peer ]]; then
  peer=${ASHIATO_EVTX_DUMP:-$(command -v evtx_dump || true)}
  [[ -x $peer ]] || fail "No evtx_dump: set ASHIATO_EVTX_DUMP, put it on the PATH, or say --no-peer."
fi
times=$(mktemp -d)
if [[ -z $work ]]; then
  work=$times/logs
fi
mkdir -p "$work"
trap 'rm -rf "$times"' EXIT

# ---- Variants: a label, and a function of the log's name that runs one -------------------------------

run_version() { "$root/ashiato" --version; }
run_ours() { "$root/ashiato" dump --format jsonl "$1"; }
run_ours_without_cache() { ASHIATO_AOT_CACHE=off "$root/ashiato" dump --format jsonl "$1"; }
run_ours_with() { ASHIATO_JAVA_OPTS=$2 "$root/ashiato" dump --format jsonl "$1"; }
run_peer() { "$peer" --no-confirm-overwrite -o jsonl -t "$2" "$1"; }
export -f run_version run_ours run_ours_without_cache run_ours_with run_peer
export root peer

variant "ashiato --version" run_version
variant "ashiato dump" run_ours
variant "ashiato dump, no AOT cache" run_ours_without_cache
for choice in "${opts[@]}"; do
  variant "ashiato dump, ${choice%%=*}" run_ours_with "${choice#*=}"
done
if [[ -n $peer ]]; then
  variant "evtx_dump -t 1" run_peer 1
  variant "evtx_dump -t 2" run_peer 2
fi

# ---- Measuring ---------------------------------------------------------------------------------------

report() {
  head_row "$1"
  local i bytes
  bytes=$(stat -c %s "$2")
  for i in "${!labels[@]}"; do
    row "$i" "$([[ ${labels[$i]} == *version* ]] && echo 0 || echo "$bytes")"
  done
  [[ -n $peer ]] || return 0
  local one=$((${#labels[@]} - 2)) two=$((${#labels[@]} - 1)) best
  best=$(printf '%s\n' "$(of "$one" 1 median)" "$(of "$two" 1 median)" | sort -n | head -n 1)
  printf 'Time of ours over that of the peer; below 1, ours is faster:\n'
  for i in "${!labels[@]}"; do
    if [[ ${labels[$i]} == "ashiato dump"* ]]; then
      ratio "${labels[$i]}: wall, to the better of -t 1 and -t 2" "$i" 1 "$best"
      ratio "${labels[$i]}: CPU, to -t 1" "$i" 2 "$(of "$one" 2 median)"
    fi
  done
}

warn_of_load
prepare_ours
printf '%s, %s cores, load %s; %s; peer: %s; %s rounds\n' "$(uname -srm)" "$(nproc)" "$(load)" \
  "$("$root/ashiato" --version | head -n 1)" "$([[ -n $peer ]] && "$peer" --version || echo none)" "$rounds"
for size in ${sizes//,/ }; do
  log=$work/$size.evtx
  [[ -s $log ]] || make_log "$log" "$size"
  cat "$log" >/dev/null
  for i in "${!labels[@]}"; do rm -f "$times/$i"; done
  for ((round = 0; round < rounds; round++)); do
    for i in "${!labels[@]}"; do measure "$i" "$log"; done
  done
  printf '\n'
  report "$size" "$log"
done
printf '\nLoad at the end: %s, this measurement included.\n' "$(load)"
