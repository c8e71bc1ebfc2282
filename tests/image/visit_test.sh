#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2317  # expectations are called by name
# visit_test.sh MADE KEYS BENCH FOLDER [PART…]: people at the image that `board/image build` left in MADE with the keyring
# of KEYS, in a machine of software: its own kiosk within its own walls, on its own kernel, which plays the devices to the
# real drivers. BENCH is the program that plays. What came of it lies in FOLDER/out. Parts: visit, update, stick, technician; without one all.
set -uo pipefail
ROOT=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd -P)
COMMAND=tests/run
readonly MACHINE_MB=1536 GLASS=540x960 # of the bench; a quarter of a cabinet's pixels (tests/machine/seats/seat.h)
. "$ROOT/board/lib/say.sh"
. "$ROOT/board/lib/processes.sh"
. "$ROOT/board/lib/machine.sh"
. "$ROOT/board/lib/kernel.sh"
. "$ROOT/board/lib/bench_in_machine.sh"
. "$ROOT/tests/image/expect.sh"
. "$ROOT/board/image.d/bundle.sh"
. "$ROOT/board/image.d/keys.sh"
readonly kMade=$1 kKeys=$2 kBench=$3 kFolder=$4
. "$ROOT/tests/image/slot_disk.sh"
. "$ROOT/tests/image/bench.sh"
. "$ROOT/tests/image/soft_tpm.sh"
readonly kSecondsToPlay=2400
readonly kStickMb=400
kVersion=$(cat "$kMade/version")
readonly kLater=${kVersion%%-*}-99981231000000

# pages_of PLAY: of whole sheets that were printed.
pages_of() { find "$kFolder/out/$1" -name '*.pdf' -exec pdfinfo {} \; 2>/dev/null | grep -c '^Pages'; }

# bundle NAME KEYS BOARD ROOT BOOT: kFolder/NAME.raucb, of a later version.
bundle() {
    bundle_of "$kFolder" "$2" "$kFolder/$1.raucb" "$3" "$kLater" "$4" "$5" ||
        fail "no bundle: $(tail -1 "$kFolder/bundle.log")" "look into $kFolder"
}

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
    expect "each class of devices that the kiosk's unit names is open to it, and no disk" played_well device_classes
    expect "the kiosk has no Internet socket, its way out has one" played_well way_out
    expect "S3 the kiosk answers a challenge with the root that runs" played_well proof
    expect "R7 a sheet came out" at_least "$(pages_of visit)" 1
    expect "no unit fails" no_unit_failed
}

update_part() {
    say "a wish that is kept, and an update before it is delivered"
    mkdir -p "$kFolder/data/kiosk/update"
    bundle data/kiosk/update/later "$kKeys" "$(cat "$kMade/board")" "$kMade"/{root,boot}.img
    fresh_disk
    play_on_disk a "$kBench" wish_before_update stay
    expect "Q1 a wish is kept" played_well wish_before_update
    expect "F6 another system is installed" [ "$(first)" == b ]
    play_on_disk b "$kBench" wish_after_update
    expect "F6 Q1 the other system delivers it, once" played_well wish_after_update
    expect "no unit fails" no_unit_failed
}

# make_stick: kFolder/stick.img, a memory stick as it comes from a shop, with a bundle that fits and two that do not.
make_stick() {
    local stick=$kFolder/stick.img name
    make_keys "$kFolder/strangers"
    head -c 50000 /dev/urandom >"$kFolder/rubbish"
    bundle 1-later "$kKeys" "$(cat "$kMade/board")" "$kMade"/{root,boot}.img
    bundle 2-other "$kKeys" another-board "$kFolder"/rubbish{,}
    bundle 3-stranger "$kFolder/strangers" "$(cat "$kMade/board")" "$kFolder"/rubbish{,}
    rm -f "$stick"
    truncate -s "${kStickMb}M" "$stick"
    echo 'start=2048, type=c' | sfdisk -q "$stick"
    mkfs.vfat -F 32 --offset 2048 "$stick" $((kStickMb * 1024 - 1024)) >/dev/null
    for name in 1-later 2-other 3-stranger; do mcopy -i "$stick@@1M" "$kFolder/$name.raucb" ::; done
    rm -f "$kFolder"/*.raucb "$kFolder/rubbish"
}

# exported: the archive on the stick is whole.
exported() {
    mcopy -n -i "$kFolder/stick.img@@1M" '::*.zip' "$kFolder/out/" && busybox unzip -q -t "$kFolder"/out/*.zip
}

# technicians_card SITE: on the site's register, as on a workbench; the reader there is a file.
technicians_card() {
    local site=$1 bench=$kFolder/workbench
    mkdir -p "$bench/state"
    printf 04a1b2c3d4e5f1 >"$bench/card"
    sed -e "s|/usr/share/kiosk/assets|$ROOT/assets|; s|\"/data/kiosk\"|\"$bench/state\"|" \
        -e "s|\"camera\"|\"staffCards\": {\"module\": \"card-file\", \"at\": \"$bench/card\"}, \"staffRegister\": \"staff.json\", &|" \
        "$site/kiosk.json" >"$site/workbench.json"
    "$(dirname "$kBench")/kioskctl" staff add --config "$site/workbench.json" --role technician <<<314159 >"$kFolder/added" ||
        fail "the card did not come onto the register" "look into $kFolder"
    rm -rf "$site/workbench.json" "$bench"
}

# flash_disk: as a technician does, with the site.
flash_disk() {
    rm -f "$kFolder/disk.img"
    truncate -s 1500M "$kFolder/disk.img"
    "$ROOT/board/flash" --yes --image "$kMade/kiosk.img" --site "$kFolder/site" "$kFolder/disk.img" 2>"$kFolder/flash.log"
    expect "F5 the disk is flashed with the site" [ $? == 0 ]
    cp "$kFirmwareSettings" "$kFolder/firmware.img"
}

stick_part() {
    say "a memory stick, at a kiosk whose data is encrypted"
    make_stick
    make_desk_site "$kFolder/site"
    flash_disk
    beside_tpm own
    # shellcheck disable=SC2054  # commas are QEMU's
    beside+=(-device qemu-xhci -drive "if=none,id=stick,format=raw,file=$kFolder/stick.img" -device usb-storage,drive=stick)
    play_on_disk a "$kBench" stick stay
    tpm_away
    expect "Q5 its data is encrypted" said "data: encrypted"
    expect "G4 F5 S1 a technician exports to a stick, and takes a system from it" played_well stick
    expect "G4 the archive on the stick is whole" exported
    expect "F5 Q5 the system from the stick starts next" [ "$(first)" == b ]
    expect "no unit fails" no_unit_failed
}

technician_part() {
    say "a technician's way: a disk flashed with a site, first start, a reader and a printer exchanged"
    mkdir -p "$kFolder/site"
    make_desk_site "$kFolder/site"
    technicians_card "$kFolder/site"
    flash_disk
    play_on_disk a "$kBench" technician_first_start
    expect "G1 G2 D14 a first start: card and PIN, tests, parts on record" played_well technician_first_start
    flash_disk
    play_on_disk a "$kBench" technician_exchanges_devices
    expect "D14 an exchanged reader serves again once it is accepted at the screen" played_well technician_exchanges_devices
    expect "no unit fails" no_unit_failed
}

parts=("${@:5}")
((${#parts[@]})) || parts=(visit update stick technician)
rm -rf "$kFolder"
mkdir -p "$kFolder" || fail "cannot write to $kFolder" "make room or remove it by hand"
trap 'stop; tpm_away; rm -rf "$kFolder"/{disk.img,firmware.img,stick.img,strangers,own,qmp.in,qmp.out,data,data.img,bench}' EXIT
trap 'exit 143' INT TERM HUP
for part in "${parts[@]}"; do
    "${part}_part"
    mv "$kFolder/serial.log" "$kFolder/$part.log"
done
conclude "people at the image"
