#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2317  # expectations are called by name
# arm64_test.sh FOLDER: makes the image of the second board, arm64-virt, on this machine, twice, which must come to the same
# bytes, and that of boards with an RK3568 once; starts the first in a machine of software, which must come to the first
# screen, and shows it bundles that it must refuse. Leaves images, picture and the serial port's words in FOLDER. Ends with 77
# where what it is made or started with is missing.
set -uo pipefail
ROOT=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd -P)
COMMAND=tests/run
export IMAGE_PROFILE=arm64-virt
. "$ROOT/board/lib/say.sh"
. "$ROOT/board/lib/processes.sh"
. "$ROOT/board/lib/packages.sh"
. "$ROOT/board/lib/machine.sh"
. "$ROOT/tests/image/expect.sh"
readonly kSecondsToFirstScreen=1800 # every instruction is translated
readonly kFewestColours=50          # of a screen with text on it; an empty one has one or two
readonly kLargestRootMb=120
readonly out=$1
install=()
[[ ${KIOSK_INSTALL:-yes} == yes ]] || install=(--no-install)

no_failures() { ! grep -a 'Failed to start\|entered failed state' "$1/serial.log"; }

digest() { sed -n 's/  kiosk.img//p' "$1/SHA256SUMS"; }

# colours PICTURE: how many this PPM has.
colours() { tail -c +16 "$1" | od -An -v -w3 -tx1 | awk '!seen[$0]++' | wc -l; }

# root_mb LOG: as board/image told it.
root_mb() { sed -n 's/.*: root \([0-9]*\) MB.*/\1/p' "$1"; }

# build BOARD NAME: the folder NAME, and what was said in NAME.log.
build() {
    "$ROOT/board/image" build --board "$1" "${install[@]}" --keyring "$out/keys/keyring.pem" --out "$out/$2" 2>&1 |
        tee "$out/$2.log" || exit
}

# boot_holds FOLDER WORDS: what starts slot a of the image in FOLDER has these on its command line or in its device tree.
boot_holds() {
    mcopy -n -o -i "$1/boot.img" ::slot-a.efi "$out/start.efi" && grep -aq -- "$2" "$out/start.efi"
    local holds=$?
    rm -f "$out/start.efi"
    return "$holds"
}

mapfile -t missing < <(missing_packages arm64 image disk)
if [[ ${KIOSK_INSTALL:-yes} == no ]] && ((${#missing[@]})); then
    say "skipped: ${missing[*]} missing; install what board/packages/arm64.txt, image.txt and disk.txt list"
    exit 77
fi
rm -rf "$out"
mkdir -p "$out/machine" || fail "cannot write to $out" "make room or remove it by hand"
"$ROOT/board/image" keys "$out/keys" "${install[@]}" || exit
for run in first second; do build arm64-virt "$run"; done
expect "the root has at most $kLargestRootMb MB" at_least "$kLargestRootMb" "$(root_mb "$out/first.log")"
expect "two builds of one commit give one image" [ "$(digest "$out/first")" == "$(digest "$out/second")" ]
expect "two builds of one commit hold the same packages" cmp "$out"/{first,second}/packages.txt
rm -rf "$out/second"

build arm64-rk3568 rk3568
expect "an RK3568's bundle is for no other board" not cmp -s "$out"/{first,rk3568}/board
expect "an RK3568's kernel is told what the board is" boot_holds "$out/rk3568" rockchip,rk3568
expect "an RK3568's serial port has its own speed" boot_holds "$out/rk3568" console=ttyS2,1500000

LEFTOVERS=("$out"/machine/{data,data.img,disk.img,firmware.img,qmp.in,qmp.out})
run_in_group "$ROOT/tests/image/run_image" "$out/first/kiosk.img" "$out/machine" &
machine=$!
trap 'kill "$machine" 2>/dev/null; wait "$machine"' EXIT
trap 'exit 143' INT TERM HUP
wait_for "$kSecondsToFirstScreen" is_serving "$out/machine"
expect "the image comes to the first screen within $kSecondsToFirstScreen s" is_serving "$out/machine"
if is_serving "$out/machine"; then
    picture_of_machine "$out/machine" "$out/machine/first.ppm"
    wait_for 60 [ -s "$out/machine/first.ppm" ]
    expect "the screen shows something" at_least "$(colours "$out/machine/first.ppm")" "$kFewestColours"
    wait_for "$kSecondsToFirstScreen" has_all_started "$out/machine"
    expect "the whole system starts" has_all_started "$out/machine"
    grep -a 'kiosk: ready\|Startup finished' "$out/machine/serial.log"
    expect "no unit fails" no_failures "$out/machine"
fi
kill "$machine" && wait "$machine"
expect "what is not for it is refused" "$ROOT/tests/image/update_test.sh" "$out/first" "$out/keys" "$out/update" refused
conclude "the second board's image"
