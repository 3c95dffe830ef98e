# How whole processes are timed side by side. Sourced, not run, by bash.
# shellcheck shell=bash disable=SC2154 # what the caller sets
#
#   times=FOLDER              for what is measured, set by the caller
#   labels, functions, arguments   one entry a variant; a function gets the log's name and the argument
#   variant LABEL FUNCTION [ARGUMENT]
#   measure INDEX LOG [OUTPUT]     runs a variant once; OUTPUT: where its standard output goes, or /dev/null
#   of INDEX COLUMN median|min|max    of the runs; columns: wall s, CPU s, peak MiB
#   row INDEX BYTES           prints a row of a table; head_row TITLE the head
#   ratio WHAT INDEX COLUMN OTHER-MEDIAN
#   warn_of_load
#   make_log OUT SIZE         by $maker from $corpus

labels=() functions=() arguments=()
variant() {
  labels+=("$1") functions+=("$2") arguments+=("${3-}")
}

# Adds a line "wall cpu peak" to the variant's file; bash itself is a few milliseconds of it.
measure() {
  /usr/bin/time -q -o "$times/one" -f '%e %U %S %M' \
    bash -c '"$@"' run "${functions[$1]}" "$2" "${arguments[$1]}" >"${3:-/dev/null}" 2>"$times/errors" ||
    fail "${labels[$1]} failed: $(head -n 3 "$times/errors")"
  awk '{ printf "%.2f %.2f %.0f\n", $1, $2 + $3, $4 / 1024 }' "$times/one" >>"$times/$1"
}

# of INDEX COLUMN median|min|max
of() {
  cut -d ' ' -f "$2" "$times/$1" | sort -n | awk -v which="$3" '
    { value[NR] = $1 }
    END {
      if (which == "min") print value[1]
      else if (which == "max") print value[NR]
      else print NR % 2 ? value[(NR + 1) / 2] : (value[NR / 2] + value[NR / 2 + 1]) / 2
    }'
}

load() { cut -d ' ' -f 1 /proc/loadavg; }

warn_of_load() {
  awk -v load="$(load)" -v cores="$(nproc)" 'BEGIN { exit !(load > cores / 2) }' || return 0
  printf 'Warning: load average %s on %s cores before anything was measured: wall times mean little.\n' \
    "$(load)" "$(nproc)" >&2
}

# ratio WHAT INDEX COLUMN OTHER-MEDIAN
ratio() {
  awk -v what="$1" -v ours="$(of "$2" "$3" median)" -v other="$4" \
    'BEGIN { printf "  %-52s %s\n", what, (other > 0 ? sprintf("%.2f", ours / other) : "too short to tell") }'
}

head_row() {
  printf '| %s | wall s, median (least to most) | CPU s | MB per CPU s | peak MiB |\n|---|---|--:|--:|--:|\n' "$1"
}

# row INDEX BYTES: of a variant that does not read the log, BYTES is 0
row() {
  printf '| %s | %s (%s to %s) | %s | %s | %s |\n' "${labels[$1]}" "$(of "$1" 1 median)" "$(of "$1" 1 min)" \
    "$(of "$1" 1 max)" "$(of "$1" 2 median)" \
    "$(awk -v bytes="$2" -v cpu="$(of "$1" 2 median)" \
      'BEGIN { print bytes == 0 || cpu == 0 ? "" : sprintf(bytes / cpu < 1e7 ? "%.1f" : "%.0f", bytes / 1e6 / cpu) }')" \
    "$(of "$1" 3 median)"
}

# Builds what is to be built, and waits for the AOT cache.
prepare_ours() {
  "$root/ashiato" --version >/dev/null
  [[ ${ASHIATO_AOT_CACHE-} != off ]] || return 0
  local i
  for ((i = 0; i < 60; i++)); do
    ! compgen -G "$root/dist/target/ashiato/aot-cache/*.made" >/dev/null || return 0
    sleep 1
  done
  printf 'Warning: no AOT cache was made in a minute; measuring all the same.\n' >&2
}

# make_log OUT SIZE: by $maker from $corpus; a script of Python need not be executable
make_log() {
  local run=("$maker")
  [[ -x $maker ]] || run=(python3 "$maker")
  "${run[@]}" "$1" "$2" "$corpus" --seed 1 >/dev/null || fail "$maker could not make $1."
}
