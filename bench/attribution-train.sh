#!/bin/sh
# Fits the behaviour model to all cases of the attribution benchmark. This made the built-in weights:
#
#   bench/attribution-train.sh -o intel/src/main/resources/io/ashiato/intel/attribution/behaviour-model.json
#
#   bench/attribution-train.sh [KB CASES] -o WEIGHTS
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
usage="Usage: bench/attribution-train.sh [KB CASES] -o WEIGHTS"
# shellcheck source=common.sh disable=SC1091
. "$root/bench/common.sh"
read_arguments "$@"
if [ -z "$first" ]; then
  shared=$(find_benchmark attribution)
  first=$shared/kb.json.gz second=$shared/cases-dev.jsonl.gz
fi
[ -n "$second" ] || fail "$usage"
run_bench 1500m "$root/bench/AttributionBench.java" train "$first" "$second" "$output"
