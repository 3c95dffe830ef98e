#!/bin/sh
# Builds the programs whose code counts as common (see README.md) with each compiler that is here.
# Usage: build.sh FOLDER     COMPILERS="name ..." chooses other compilers
set -eu
out=${1:?folder for the programs}
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$out"
try() {
    "$@" 2>"$out/last-error.txt" || { echo "left out: $*" >&2; head -n 3 "$out/last-error.txt" >&2; }
}
whole="-Wl,--allow-multiple-definition -Wl,--whole-archive"
for c in ${COMPILERS:-gcc x86_64-w64-mingw32-gcc i686-w64-mingw32-gcc}; do
    command -v "$c" >/dev/null || continue
    name=$(basename "$c")
    case $c in
    *mingw32*) all="$whole -lmingwex -lmingw32 -lmoldname -Wl,--no-whole-archive" ;;
    *) all= ;;
    esac
    try "$c" -O2 -w -s -static -o "$out/c-$name" "$here/wide.c" -lm
    [ -z "$all" ] || try "$c" -O2 -w -s -static -o "$out/c-whole-$name" "$here/wide.c" $all -lm
    try "$c" -O2 -w -s -o "$out/c-dynamic-$name" "$here/wide.c" -lm
    try "$c" -O2 -w -s -static -o "$out/zlib-$name" "$here/zlib.c" $whole -lz -Wl,--no-whole-archive
    cxx=$(echo "$c" | sed 's/gcc/g++/')
    try "$cxx" -O2 -w -s -static -o "$out/cxx-$name" "$here/wide.cpp"
    # programs that hold nothing of their own but headers' code: what compilers add by themselves at each level
    for level in O0 O2 Os; do
        try "$cxx" -$level -w -s -o "$out/cxx-$level-$name" "$here/wide.cpp" -static-libstdc++ -static-libgcc
    done
done
if command -v go >/dev/null; then
    for system in windows linux; do
        for processor in amd64 386; do
            (cd "$here" && GOOS=$system GOARCH=$processor CGO_ENABLED=0 GO111MODULE=off \
                try go build -trimpath -ldflags '-s -w' -o "$out/go-$system-$processor" wide.go)
        done
    done
fi
rm -f "$out/last-error.txt"
ls "$out"
