#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2317  # expectations are called by name
# update_test.sh MADE KEYS FOLDER: what a kiosk takes and what it refuses, in a machine of software. MADE is what
# `board/image build` left, with the keyring of KEYS; a bundle that is fit to be installed is made of it with a later
# version.
set -uo pipefail
ROOT=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd -P)
COMMAND=tests/run
. "$ROOT/board/lib/say.sh"
. "$ROOT/board/lib/processes.sh"
. "$ROOT/board/lib/machine.sh"
. "$ROOT/board/image.d/keys.sh"
. "$ROOT/board/image.d/bundle.sh"
. "$ROOT/tests/image/expect.sh"
readonly kMade=$1 kKeys=$2 kFolder=$3
. "$ROOT/tests/image/slot_disk.sh"
readonly kSecondsToInstall=900
readonly kSecondsToScreen=300
readonly kCuts=20
kBoard=$(cat "$kMade/board")
kVersion=$(cat "$kMade/version")
readonly kBoard kVersion
readonly kLater=${kVersion%%-*}-99991231000000 kEarlier=${kVersion%%-*}-20000101000000

# bundle NAME KEYS BOARD VERSION ROOT BOOT: kFolder/NAME.raucb.
bundle() {
    bundle_of "$kFolder" "$2" "$kFolder/$1.raucb" "$3" "$4" "$5" "$6" ||
        fail "no bundle: $(tail -1 "$kFolder/bundle.log")" "look into $kFolder"
}

# small_bundles: what is refused needs no system in it.
small_bundles() {
    head -c 50000 /dev/urandom >"$kFolder/root"
    head -c 50000 /dev/urandom >"$kFolder/boot"
    make_keys "$kFolder/strangers"
    bundle 1-stranger "$kFolder/strangers" "$kBoard" "$kLater" "$kFolder"/{root,boot}
    bundle 2-other "$kKeys" another-board "$kLater" "$kFolder"/{root,boot}
    bundle 3-older "$kKeys" "$kBoard" "$kEarlier" "$kFolder"/{root,boot}
    bundle 4-changed "$kKeys" "$kBoard" "$kLater" "$kFolder"/{root,boot}
    break_at "$kFolder/4-changed.raucb" 40
}

# refused VERSION CODE: on record.
refused() { grep -q "\"code\":\"$2\".*\"what\":\"refused\".*\"$1\"" "$kFolder/history"; }

has() { grep -q "\"what\":\"$1\",\"version\":\"$2\"" "$kFolder/history"; }

# copies_of_disk FOLDER: FOLDER/1.img, 2.img…: the disk as it is at kCuts moments from now on until the machine starts again.
copies_of_disk() {
    local cut
    for ((cut = 1; cut <= kCuts; cut++)); do
        tell_machine "$kFolder" '{"execute":"stop"}'
        sleep 0.2
        cp --sparse=always "$kFolder/disk.img" "$1/$cut.img"
        tell_machine "$kFolder" '{"execute":"cont"}'
        sleep "$2"
    done
}

# boots_after_cut IMAGE: the slot whose kiosk comes to its first screen, empty where none does.
boots_after_cut() {
    mv "$1" "$kFolder/disk.img"
    start
    wait_for "$kSecondsToScreen" is_serving "$kFolder"
    is_serving "$kFolder" && sed -n 's/.*slot=\(.\).*/\1/p' "$kFolder/serial.log" | head -1
    is_serving "$kFolder"
    local done=$?
    stop
    return "$done"
}

rm -rf "$kFolder"
mkdir -p "$kFolder/data/kiosk/update" || fail "cannot write to $kFolder" "make room or remove it by hand"
small_bundles
mv "$kFolder"/[1-4]-*.raucb "$kFolder/data/kiosk/update/"
machine_disk "$kMade/kiosk.img" "$kFolder"
trap 'stop; rm -f "$kFolder"/{disk.img,firmware.img,grubenv,qmp.in,qmp.out,data.img,*.raucb}' EXIT
trap 'exit 143' INT TERM HUP

say "what is not fit"
start
wait_for "$kSecondsToWork" works a
expect "F3 the system that was written works" works a
wait_for "$kSecondsToInstall" said update.not-written
stop
history_of_disk >"$kFolder/history"
expect "F2 a bundle that a stranger signed is refused" refused "" update.untrusted
expect "F2 a bundle for another board is refused" refused "" update.other-board
expect "F2 an older bundle is refused" refused "" update.older
expect "F2 a bundle whose content was changed is refused" refused "$kLater" update.not-written
expect "F1 what was refused leaves the system that runs first" [ "$(first)" == a ]
expect "F1 what was half written does not start" [ -z "$(tries b)" ]

say "a later version"
bundle later "$kKeys" "$kBoard" "$kLater" "$kMade"/{root,boot}.img
offer "$kFolder/later.raucb"
start
wait_for "$kSecondsToInstall" works b
expect "F1 a later version is installed, starts next, and works" works b
stop
history_of_disk >"$kFolder/history"
expect "F6 the history has it" has installed "$kLater"
expect "F3 the new slot has all its tries" [ "$(first) $(tries b)" == "b $kTriesOfGood" ]
conclude "updates"
