#!/usr/bin/env bash
# Times whole processes that run Sigma rules on event logs: Ashiato beside rsigma, Chainsaw and Hayabusa.
#
#   bench/hunt.sh [--sizes 1MiB,64MiB,256MiB] [--json 64MiB] [--rounds 3] [--peer-rounds 1] [--maker PATH]
#                 [--corpus PATH] [--rules ZIP] [--work FOLDER] [--opts LABEL=JVM-OPTIONS]... [--no-peer]
#
#   --json         also hunts in the JSON lines of a log of this size
#   --peer-rounds  peers take minutes where ours takes seconds
#   --maker        makes the logs: called as MAKER OUT.evtx SIZE CORPUS --seed 1; default: make-large-evtx.py of the
#                  nearest ../shared
#   --corpus       what it makes them from; default: evtx.zip of the same
#   --rules        SigmaHQ's rules: rules/windows, rules-emerging-threats and rules-threat-hunting/windows are used;
#                  default: sigma.zip of the same
#   --work         where logs and rules are kept from run to run; default: a temporary folder, removed at the end
#   --opts         a further variant of ours with these options for the JVM, which win over the launcher's
#   --no-peer      ours alone
#
# Peers are $ASHIATO_RSIGMA, $ASHIATO_CHAINSAW and $ASHIATO_HAYABUSA, or what is on the PATH under these names; those
# that are not there are left out. Hayabusa needs its own conversion of the rules: $ASHIATO_HAYABUSA_RULES. rsigma
# needs pipelines that name the fields of event logs: rsigma-evtx-pipeline.yml beside the maker.
# Everything counts: start, loading of rules, reading, output (to a file, whose lines are the detections). Each
# round runs every variant once. Ratios are medians of the peer's over medians of ours: how many times faster we are.
# Linux, bash, coreutils, unzip, /usr/bin/time.
set -euo pipefail
root=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
usage=$(sed -n '4,5s/^#  *//p' "${BASH_SOURCE[0]}")
# shellcheck source=common.sh disable=SC1091
. "$root/bench/common.sh"
# shellcheck source=timing.sh disable=SC1091
. "$root/bench/timing.sh"

sizes=1MiB,64MiB,256MiB json='' rounds=3 peer_rounds=1 maker='' corpus='' rule_zip='' work='' peers=yes
opts=()
while (($# > 0)); do
  case $1 in
    --no-peer) peers='' ;;
    --sizes | --json | --rounds | --peer-rounds | --maker | --corpus | --rules | --work | --opts)
      (($# > 1)) || fail "$usage"
      case $1 in
        --sizes) sizes=$2 ;;
        --json) json=$2 ;;
        --rounds) rounds=$2 ;;
        --peer-rounds) peer_rounds=$2 ;;
        --maker) maker=$2 ;;
        --corpus) corpus=$2 ;;
        --rules) rule_zip=$2 ;;
        --work) work=$2 ;;
        --opts) opts+=("$2") ;;
      esac
      shift
      ;;
    *) fail "$usage" ;;
  esac
  shift
done
[[ $rounds =~ ^[1-9][0-9]*$ && $peer_rounds =~ ^[1-9][0-9]*$ ]] || fail "$usage"
[[ -x /usr/bin/time ]] || fail "bench/hunt.sh needs /usr/bin/time (GNU)."

if [[ -z $maker || -z $corpus || -z $rule_zip ]]; then
  shared=$(find_shared)
  maker=${maker:-$shared/tools/make-large-evtx.py}
  corpus=${corpus:-$shared/corpora/evtx.zip}
  rule_zip=${rule_zip:-$shared/rules/sigma.zip}
fi
times=$(mktemp -d)
if [[ -z $work ]]; then
  work=$times/work
fi
mkdir -p "$work"
trap 'rm -rf "$times"' EXIT
rules=$work/rules
[[ -d $rules/rules/windows ]] || unzip -q -o "$rule_zip" -d "$rules" || fail "$rule_zip cannot be unpacked."

# ---- Variants: a label, and a function of the log's name that runs one -------------------------------

run_ours() {
  "$root/ashiato" hunt "$1" --no-default-rules --rules "$rules/rules/windows" --rules "$rules/rules-emerging-threats" \
    --rules "$rules/rules-threat-hunting/windows" --format jsonl --quiet
}
run_ours_with() { ASHIATO_JAVA_OPTS=$2 run_ours "$1"; }
# rsigma takes one folder: links to the three.
run_rsigma() {
  "$rsigma" engine eval --rules "$rules/windows-set" --pipeline "$pipeline" --event "@$1"
}
run_chainsaw() {
  "$chainsaw" hunt "$1" -s "$rules/windows-set" --mapping "$chainsaw_mapping" --jsonl -q
}
# Hayabusa 4 prints its summary among the lines, unless they go to a file.
run_hayabusa() {
  local lines=$times/hayabusa.jsonl
  "$hayabusa" dfir-timeline -t jsonl -f "$1" -r "$hayabusa_rules" -w -q -N -C -o "$lines" >/dev/null && cat "$lines"
}
export -f run_ours run_ours_with run_rsigma run_chainsaw run_hayabusa

rsigma=${ASHIATO_RSIGMA:-$(command -v rsigma || true)}
chainsaw=${ASHIATO_CHAINSAW:-$(command -v chainsaw || true)} chainsaw_mapping=${ASHIATO_CHAINSAW_MAPPING-}
hayabusa=${ASHIATO_HAYABUSA:-$(command -v hayabusa || true)} hayabusa_rules=${ASHIATO_HAYABUSA_RULES-}
pipeline=$(dirname -- "$maker")/rsigma-evtx-pipeline.yml
export times root rules rsigma pipeline chainsaw chainsaw_mapping hayabusa hayabusa_rules
mkdir -p "$rules/windows-set"
ln -sfn "$rules/rules/windows" "$rules/windows-set/windows"
ln -sfn "$rules/rules-emerging-threats" "$rules/windows-set/emerging-threats"
ln -sfn "$rules/rules-threat-hunting/windows" "$rules/windows-set/threat-hunting"

variant "ashiato hunt" run_ours
for choice in "${opts[@]}"; do
  variant "ashiato hunt, ${choice%%=*}" run_ours_with "${choice#*=}"
done
ours=${#labels[@]}
if [[ -n $peers ]]; then
  [[ ! -x $rsigma || ! -f $pipeline ]] || variant "rsigma" run_rsigma
  [[ ! -x $chainsaw || ! -f $chainsaw_mapping ]] || variant "chainsaw" run_chainsaw
  [[ ! -x $hayabusa || ! -d $hayabusa_rules ]] || variant "hayabusa" run_hayabusa
fi

# ---- Measuring ---------------------------------------------------------------------------------------

# time_all TITLE LOG
time_all() {
  local i round
  cat "$2" >/dev/null
  for i in "${!labels[@]}"; do rm -f "$times/$i"; done
  for ((round = 0; round < rounds; round++)); do
    for i in "${!labels[@]}"; do
      ((i >= ours && round >= peer_rounds)) || measure "$i" "$2" "$times/out-$i"
    done
  done
  printf '\n'
  head_row "$1"
  for i in "${!labels[@]}"; do row "$i" "$(stat -c %s "$2")"; done
  printf 'Detections:'
  for i in "${!labels[@]}"; do printf ' %s %s;' "${labels[$i]}" "$(wc -l <"$times/out-$i")"; done
  printf '\n'
  ((${#labels[@]} == ours)) || printf 'How many times faster ours is, by wall and by CPU time:\n'
  for ((i = ours; i < ${#labels[@]}; i++)); do
    faster "${labels[$i]}" "$i"
  done
}

# faster PEER INDEX
faster() {
  awk -v peer="$1" -v wall="$(of "$2" 1 median)" -v cpu="$(of "$2" 2 median)" \
    -v our_wall="$(of 0 1 median)" -v our_cpu="$(of 0 2 median)" \
    'BEGIN { printf "  %-12s %.1f  %.1f\n", peer, wall / our_wall, cpu / our_cpu }'
}

warn_of_load
prepare_ours
printf '%s, %s cores, load %s; %s; %s rounds, peers %s\n' "$(uname -srm)" "$(nproc)" "$(load)" \
  "$("$root/ashiato" --version | head -n 1)" "$rounds" "$peer_rounds"
log_of() {
  local log=$work/$1.evtx
  [[ -s $log ]] || make_log "$log" "$1"
  printf '%s\n' "$log"
}
for size in ${sizes//,/ }; do
  log=$(log_of "$size")
  time_all "$size of event log" "$log"
done
if [[ -n $json ]]; then
  lines=$work/$json.jsonl
  log=$(log_of "$json")
  [[ -s $lines ]] || "$root/ashiato" dump --format jsonl "$log" >"$lines"
  time_all "JSON lines of $json ($(($(stat -c %s "$lines") / 1000000)) MB)" "$lines"
fi
printf '\nLoad at the end: %s, this measurement included.\n' "$(load)"
