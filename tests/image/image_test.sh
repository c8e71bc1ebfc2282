#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2317  # expectations are called by name
# image_test.sh FOLDER: makes the image twice, which must come to the same bytes, and starts it in a machine of
# software, which must come to the first screen. Leaves image, picture and the serial port's words in FOLDER. Ends with
# 77 where there is no QEMU.
set -uo pipefail
ROOT=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd -P)
COMMAND=tests/run
. "$ROOT/board/lib/say.sh"
. "$ROOT/board/lib/processes.sh"
. "$ROOT/board/lib/machine.sh"
readonly kSecondsToFirstScreen=900 # every instruction is translated
readonly kFewestColours=50         # of a screen with text on it; an empty one has one or two
readonly out=$1
readonly kMostExposed=1.3 # of 10; the network in a process of its own makes it less than 1
install=()
[[ ${KIOSK_INSTALL:-yes} == yes ]] || install=(--no-install)
failures=0

# expect WHAT CONDITION…: counts and tells a failed expectation.
expect() {
    local what=$1
    shift
    "$@" && return
    failures=$((failures + 1))
    printf 'FAILED: %s\n' "$what"
}

is_whole() { grep -aq 'Startup finished' "$1/serial.log"; }

no_failures() { ! grep -a 'Failed to start\|entered failed state' "$1/serial.log"; }

digest() { sed -n 's/  kiosk.img//p' "$1/SHA256SUMS"; }

# colours PICTURE: how many this PPM has.
colours() { tail -c +16 "$1" | od -An -v -w3 -tx1 | awk '!seen[$0]++' | wc -l; }

# wait_for SECONDS CONDITION…: until it holds.
wait_for() {
    local until=$((SECONDS + $1))
    shift
    until "$@"; do
        ((SECONDS < until)) || return
        sleep 1
    done
}

at_least() { (($1 >= $2)); }

for program in qemu-system-x86_64 mmdebstrap mksquashfs veritysetup; do
    [[ ${KIOSK_INSTALL:-yes} == yes ]] && break # they come with the first build
    command -v "$program" >/dev/null && continue
    say "skipped: $program is missing; install what board/packages/image.txt and machine.txt list"
    exit 77
done
rm -rf "$out"
mkdir -p "$out/machine" || fail "cannot write to $out" "make room or remove it by hand"
for run in first second; do
    "$ROOT/board/image" build "${install[@]}" --out "$out/$run" || exit
done
expect "two builds of one commit give one image" [ "$(digest "$out/first")" == "$(digest "$out/second")" ]
expect "two builds of one commit hold the same packages" cmp "$out"/{first,second}/packages.txt
rm -rf "$out/second"

unit=$ROOT/board/image.d/rootfs/etc/systemd/system/kiosk.service
exposure=$(systemd-analyze security --offline=true --no-pager "$unit" | sed -n 's/.*Overall exposure.*: \([0-9.]*\) .*/\1/p')
say "exposure of kiosk.service: $exposure"
expect "the kiosk's unit is exposed at most $kMostExposed" awk "BEGIN { exit !(\"$exposure\" != \"\" && $exposure <= $kMostExposed) }"

LEFTOVERS=("$out"/machine/{data,data.img,disk.img,firmware.img,qmp.in,qmp.out})
run_in_group "$ROOT/board/lib/run_machine" "$out/first/kiosk.img" "$out/machine" none &
machine=$!
trap 'kill "$machine" 2>/dev/null; wait "$machine"' EXIT
trap 'exit 143' INT TERM HUP
wait_for "$kSecondsToFirstScreen" is_serving "$out/machine"
expect "the image comes to the first screen within $kSecondsToFirstScreen s" is_serving "$out/machine"
if is_serving "$out/machine"; then
    picture_of_machine "$out/machine" "$out/machine/screen.ppm"
    wait_for 60 [ -s "$out/machine/screen.ppm" ]
    expect "the screen shows something" at_least "$(colours "$out/machine/screen.ppm")" "$kFewestColours"
    wait_for "$kSecondsToFirstScreen" is_whole "$out/machine"
    expect "the whole system starts" is_whole "$out/machine"
    grep -a 'kiosk: ready\|Startup finished' "$out/machine/serial.log"
    expect "no unit fails" no_failures "$out/machine"
fi
((failures == 0)) && echo "all expectations of the image held"
exit $((failures > 0))
