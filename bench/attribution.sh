#!/bin/sh
# Answers the questions of the attribution benchmark with the built-in behaviour model.
#
#   bench/attribution.sh KB QUESTIONS -o PREDICTIONS
#
# KB: kb.json.gz or another of its shape. QUESTIONS: JSON lines, plain or .gz; answers in it are not looked at.
# PREDICTIONS: JSON lines, as score.py reads them. About 30 seconds for 2,500 questions on one core.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
usage="Usage: bench/attribution.sh KB QUESTIONS -o PREDICTIONS"
# shellcheck source=common.sh disable=SC1091
. "$root/bench/common.sh"
read_arguments "$@"
[ -n "$second" ] || fail "$usage"
run_bench 512m "$root/bench/AttributionBench.java" predict "$first" "$second" "$output"
