#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2317  # expectations are called by name
# update_test.sh MADE KEYS FOLDER [PART…]: what a kiosk takes and what it refuses, in a machine of software. MADE is what
# `board/image build` left, with the keyring of KEYS; a bundle that is fit to be installed is made of it with a later
# version. Parts: refused, later, cuts (after later), broken, readerless; without one all.
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
readonly kSecondsBetweenCuts=2
kBoard=$(cat "$kMade/board")
kVersion=$(cat "$kMade/version")
readonly kBoard kVersion
readonly kLater=${kVersion%%-*}-99981231000000 kEarlier=${kVersion%%-*}-20000101000000

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

# refused VERSION CODE, has WHAT VERSION: on record.
refused() { grep -q "\"code\":\"$2\",\"version\":\"$1\",\"what\":\"refused\"" "$kFolder/history"; }

has() { grep -q "\"version\":\"$2\",\"what\":\"$1\"" "$kFolder/history"; }

# cut_copies: kFolder/cut/1.img, 2.img…, the disk as power that goes at kCuts moments of an installation would leave it.
cut_copies() {
    local cut
    mkdir -p "$kFolder/cut"
    for ((cut = 1; cut <= kCuts; cut++)); do
        tell_machine "$kFolder" '{"execute":"stop"}'
        sleep 0.2
        cp --sparse=always "$kFolder/disk.img" "$kFolder/cut/$cut.img"
        tell_machine "$kFolder" '{"execute":"cont"}'
        sleep "$kSecondsBetweenCuts"
    done
}

# serves_after_cut CUT: whether the disk of that cut comes to the first screen.
serves_after_cut() {
    mv "$kFolder/cut/$1.img" "$kFolder/disk.img" && cp "$kFirmwareSettings" "$kFolder/firmware.img" || return
    start
    wait_for "$kSecondsToScreen" is_serving "$kFolder"
    is_serving "$kFolder"
    local serves=$?
    stop
    return "$serves"
}

# broken_system: kFolder/broken.img, a root that is not what its hashes say.
broken_system() {
    cp --sparse=always "$kMade/root.img" "$kFolder/broken.img"
    break_at "$kFolder/broken.img" 2
}

# system_without_reader: kFolder/slot/root.img and boot.img, whole, but what drives card readers is not in it.
system_without_reader() {
    local work=$kFolder/slot
    mkdir -p "$work"
    unsquashfs -q -n -d "$work/tree" "$kMade/root.img" >"$work/unsquashfs.log" 2>&1 ||
        fail "the root cannot be taken apart: $(tail -1 "$work/unsquashfs.log")" "run it as root, with room"
    rm -rf "$work/tree/usr/lib/pcsc/drivers"
    tar -C "$work/tree" --numeric-owner -cf "$work/root.tar" .
    rm -rf "$work/tree"
    SOURCE_DATE_EPOCH=$(git -C "$ROOT" log -1 --format=%ct)
    export SOURCE_DATE_EPOCH
    mcopy -n -i "$kMade/boot.img" ::slot-a.efi "$work/"
    take_apart "$work/slot-a.efi" "$work"
    make_slot_root "$work"
    make_boot "$work"
}

# QEMU's options for a card reader.
readonly kCardReader=(-device qemu-xhci -device usb-ccid)

# fresh_disk BUNDLE…: a new machine that finds these when its system is proven.
fresh_disk() {
    mkdir -p "$kFolder/data/kiosk/update"
    mv "$@" "$kFolder/data/kiosk/update/"
    machine_disk "$kMade/kiosk.img" "$kFolder"
}

# end_of PART: power goes, and what the kiosk has on record lies in kFolder/PART.history.
end_of() {
    stop
    devices=()
    cp "$kFolder/serial.log" "$kFolder/$1.log"
    history_of_disk >"$kFolder/history"
    cp "$kFolder/history" "$kFolder/$1.history"
}

refused_part() {
    say "what is not fit"
    small_bundles
    fresh_disk "$kFolder"/[1-4]-*.raucb
    start
    wait_for "$kSecondsToWork" works a
    expect "F3 the system that was written works" works a
    wait_for "$kSecondsToInstall" said update.not-written
    end_of refused
    expect "F2 a bundle that a stranger signed is refused" refused "" update.untrusted
    expect "F2 a bundle for another board is refused" refused "$kLater" update.other-board
    expect "F2 an older bundle is refused" refused "$kEarlier" update.older
    expect "F2 a bundle whose content was changed is refused" refused "$kLater" update.not-written
    expect "F1 what was refused leaves the system that runs first" [ "$(first)" == a ]
    expect "F1 what was half written does not start" [ -z "$(tries b)" ]
}

later_part() {
    say "a later version"
    bundle later "$kKeys" "$kBoard" "$kLater" "$kMade"/{root,boot}.img
    fresh_disk "$kFolder/later.raucb"
    start
    wait_for "$kSecondsToWork" said "installing"
    cut_copies
    wait_for "$kSecondsToInstall" works b
    expect "F1 a later version is installed, starts next, and works" works b
    end_of later
    expect "F6 the history has it" has installed "$kLater"
    expect "F3 the new slot has all its tries" [ "$(first) $(tries b)" == "b $kTriesOfGood" ]
}

cuts_part() {
    local cut
    say "$kCuts cuts of power while a later version was installed"
    for ((cut = 1; cut <= kCuts; cut++)); do
        expect "F1 a kiosk serves after cut $cut" serves_after_cut "$cut"
    done
}

broken_part() {
    say "a later version whose root is broken"
    broken_system
    bundle broken "$kKeys" "$kBoard" "$kLater" "$kFolder/broken.img" "$kMade/boot.img"
    fresh_disk "$kFolder/broken.raucb"
    start
    wait_for "$((2 * kSecondsToWork))" works_again a
    expect "F1 the system before works again" works_again a
    end_of broken
    expect "F1 it is first" [ "$(first)" == a ]
    expect "F6 the history has that the other one never worked" has failed "$kLater"
}

readerless_part() {
    say "a later version without what drives the card reader"
    system_without_reader
    bundle readerless "$kKeys" "$kBoard" "$kLater" "$kFolder"/slot/{root,boot}.img
    rm -rf "$kFolder/slot"
    sed 's/"sam-usb"/"pcsc"/' "$ROOT/board/image.d/desk.json" >"$kFolder/desk.json"
    DESK=$kFolder/desk.json fresh_disk "$kFolder/readerless.raucb"
    devices=("${kCardReader[@]}")
    start
    wait_for "$((4 * kSecondsToWork))" works_again a
    expect "F3 the kiosk on it says that the reader worked before" said slot.device
    expect "F3 the system before works again" works_again a
    end_of readerless
    expect "F6 the history has that the other one never worked" has failed "$kLater"
}

parts=("${@:4}")
((${#parts[@]})) || parts=(refused later cuts broken readerless)
if [[ " ${parts[*]} " == *" later "* ]]; then rm -rf "$kFolder"; else find "$kFolder" -mindepth 1 -not -path "$kFolder/cut*" -delete 2>/dev/null; fi
mkdir -p "$kFolder" || fail "cannot write to $kFolder" "make room or remove it by hand"
trap 'stop; rm -f "$kFolder"/{disk.img,firmware.img,grubenv,qmp.in,qmp.out,data.img,*.raucb}' EXIT
trap 'exit 143' INT TERM HUP
for part in "${parts[@]}"; do "${part}_part"; done
conclude "updates"
