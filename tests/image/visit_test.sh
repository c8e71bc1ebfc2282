#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2317  # expectations are called by name
# visit_test.sh MADE KEYS BENCH FOLDER [PART…]: people at the image that `board/image build` left in MADE with the keyring
# of KEYS, in a machine of software: its own kiosk within its own walls, on its own kernel, which plays the devices to the
# real drivers. BENCH is the program that plays. What came of it lies in FOLDER/out. Parts: visit, update; without one all.
set -uo pipefail
ROOT=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd -P)
COMMAND=tests/run
readonly MACHINE_MB=1536 GLASS=540x960 # of the bench; a quarter of a cabinet's pixels (tests/machine/seats/seat.h)
. "$ROOT/board/lib/say.sh"
. "$ROOT/board/lib/processes.sh"
. "$ROOT/board/lib/machine.sh"
. "$ROOT/board/lib/kernel.sh"
. "$ROOT/tests/image/expect.sh"
. "$ROOT/board/image.d/bundle.sh"
readonly kMade=$1 kKeys=$2 kBench=$3 kFolder=$4
. "$ROOT/tests/image/slot_disk.sh"
. "$ROOT/tests/image/bench.sh"
readonly kSecondsToPlay=2400
kVersion=$(cat "$kMade/version")
readonly kLater=${kVersion%%-*}-99981231000000

# pages_of PLAY: of whole sheets that were printed.
pages_of() { find "$kFolder/out/$1" -name '*.pdf' -exec pdfinfo {} \; 2>/dev/null | grep -c '^Pages'; }

# fresh_disk: with what lies in kFolder/data.
fresh_disk() {
    mkdir -p "$kFolder/data/site"
    machine_disk "$kMade/kiosk.img" "$kFolder"
}

no_unit_failed() { not said 'Failed to start\|entered failed state'; }

visit_part() {
    say "a visit in the image"
    fresh_disk
    play_on_disk a "$kBench" visit
    expect "R3 R7 D10 a visit in the image: card, licence, paper, and its code before the camera" played_well visit
    expect "R7 a sheet came out" at_least "$(pages_of visit)" 1
    expect "no unit fails" no_unit_failed
}

update_part() {
    say "a wish that is kept, and an update before it is delivered"
    mkdir -p "$kFolder/data/kiosk/update"
    bundle_of "$kFolder" "$kKeys" "$kFolder/data/kiosk/update/later.raucb" "$(cat "$kMade/board")" "$kLater" \
        "$kMade"/{root,boot}.img || fail "no bundle: $(tail -1 "$kFolder/bundle.log")" "look into $kFolder"
    fresh_disk
    play_on_disk a "$kBench" wish_before_update stay
    expect "Q1 a wish is kept" played_well wish_before_update
    expect "F6 another system is installed" [ "$(first)" == b ]
    play_on_disk b "$kBench" wish_after_update
    expect "F6 Q1 the other system delivers it, once" played_well wish_after_update
    expect "no unit fails" no_unit_failed
}

parts=("${@:5}")
((${#parts[@]})) || parts=(visit update)
rm -rf "$kFolder"
mkdir -p "$kFolder" || fail "cannot write to $kFolder" "make room or remove it by hand"
trap 'stop; rm -rf "$kFolder"/{disk.img,firmware.img,qmp.in,qmp.out,data,data.img,bench}' EXIT
trap 'exit 143' INT TERM HUP
for part in "${parts[@]}"; do
    "${part}_part"
    mv "$kFolder/serial.log" "$kFolder/$part.log"
done
conclude "people at the image"
