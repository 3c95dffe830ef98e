#!/bin/sh
# Fits the behaviour model to four fifths of the attribution benchmark's cases and predicts the last, five times. All reports
# on an actor are in one fold; weights and trees are fitted inside the four fifths, the threshold is fixed.
#
#   bench/attribution-cv.sh [KB CASES] -o PREDICTIONS
#
# Without KB and CASES those of the nearest ../shared. Then: python3 score.py CASES PREDICTIONS
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
usage="Usage: bench/attribution-cv.sh [KB CASES] -o PREDICTIONS"
# shellcheck source=common.sh disable=SC1091
. "$root/bench/common.sh"
read_arguments "$@"
if [ -z "$first" ]; then
  shared=$(find_benchmark attribution)
  first=$shared/kb.json.gz second=$shared/cases-dev.jsonl.gz
fi
[ -n "$second" ] || fail "$usage"
run_bench 1500m "$root/bench/AttributionBench.java" cv "$first" "$second" "$output"
