# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Configures and builds a preset. Needs say.sh and ROOT.

readonly kRoomToBuildMb=2000

# The same object whatever folder the clone lies in.
export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$ROOT} CCACHE_NOHASHDIR=1
export NINJA_STATUS='[%f/%t %es] '

# configure_preset PRESET: silent unless it fails.
configure_preset() {
    local log=$ROOT/build/$1.configure.log
    command -v cmake >/dev/null || fail "cmake is missing" "run again without --no-install"
    need_room "$ROOT/build" "$kRoomToBuildMb"
    mkdir -p "$ROOT/build"
    (cd "$ROOT" && cmake --preset "$1") >"$log" 2>&1 && return
    grep -A8 'CMake Error' "$log" >&2
    fail "preset $1 could not be configured" "read $log; a missing package is added in board/packages"
}

# build_preset PRESET [TARGET…]: everything, or just these targets.
build_preset() {
    local preset=$1
    shift
    say "building preset $preset"
    configure_preset "$preset"
    cmake --build "$ROOT/build/$preset" ${1:+--target "$@"} >&2 ||
        fail "preset $preset does not build" "the compiler's words are above"
}
