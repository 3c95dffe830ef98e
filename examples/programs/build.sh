#!/bin/sh
# Builds the two invented programs of the examples. The same compiler gives the same bytes:
# x86_64-w64-mingw32-gcc 12-win32, binutils 2.40 (Debian 12). Both are committed, so that nobody needs it.
set -eu
cd "$(dirname "$0")"
compiler=${CC:-x86_64-w64-mingw32-gcc}
sources="src/main.c src/beacon.c src/config.c src/text.c src/bytes.c"
common="-std=c99 -O2 -Wall -Wextra -Werror -s -fno-ident -ffile-prefix-map=$PWD=."

# shellcheck disable=SC2086 # lists of words
build() {
    SOURCE_DATE_EPOCH=$2 "$compiler" $common "-DKAGEROU_VERSION=$1" -Wl,--insert-timestamp $sources -o "kagerou-$1.exe"
}

build 1 1541376000 # 2018-11-05
build 2 1568246400 # 2019-09-12
sha256sum kagerou-1.exe kagerou-2.exe
