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
. "$ROOT/tests/image/first_screen.sh"
readonly kSecondsToFirstScreen=1800 # every instruction is translated
readonly out=$1
install=()
[[ ${KIOSK_INSTALL:-yes} == yes ]] || install=(--no-install)

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
expect_made_alike "$out"

build arm64-rk3568 rk3568
expect "an RK3568's bundle is for no other board" not cmp -s "$out"/{first,rk3568}/board
expect "an RK3568's kernel is told what the board is" boot_holds "$out/rk3568" rockchip,rk3568
expect "an RK3568's serial port has its own speed" boot_holds "$out/rk3568" console=ttyS2,1500000

start_image "$out/first/kiosk.img" "$out/machine"
expect_first_screen "$out/machine" "$kSecondsToFirstScreen"
kill "$MACHINE_PID" && wait "$MACHINE_PID"
expect "what is not for it is refused" "$ROOT/tests/image/update_test.sh" "$out/first" "$out/keys" "$out/update" refused
conclude "the second board's image"
