#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2317  # expectations are called by name
# secure_test.sh IMAGE BOOT_KEYS FOLDER [PART…]: what starts, and what does not, in a machine of software whose firmware has
# Secure Boot and the keys of BOOT_KEYS (`board/image boot-keys`), which also signed IMAGE. Each plant is what somebody
# could do who can write to the disk and has no key. Parts: keys, loaders, kernels, settings, vault (each after keys); without
# one all.
set -uo pipefail
ROOT=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd -P)
COMMAND=tests/run
readonly MACHINE_FIRMWARE=${MACHINE_FIRMWARE:-/usr/share/OVMF/OVMF_CODE_4M.secboot.fd}
. "$ROOT/board/lib/say.sh"
. "$ROOT/board/lib/processes.sh"
. "$ROOT/board/lib/machine.sh"
. "$ROOT/tests/image/expect.sh"
readonly kImage=$1 kKeys=$2 kFolder=$3
. "$ROOT/tests/image/slot_disk.sh"
. "$ROOT/tests/image/plants.sh"
. "$ROOT/tests/image/soft_tpm.sh"
readonly kDisk="UEFI Misc Device" # as OVMF calls virtio's
readonly kSecondsToStart=180 # from power to the first program
SOURCE_DATE_EPOCH=$(git -C "$ROOT" log -1 --format=%ct)
# The firmware alone writes to where its keys lie.
readonly kGuarded=(-global "driver=cfi.pflash01,property=secure,value=on")

# stick_of_keys: kFolder/stick.img, what a technician copies onto a memory stick.
stick_of_keys() {
    make_fat "$kFolder/stick.img" 16 KEYS
    mcopy -s -i "$kFolder/stick.img" "$kKeys"/stick/* :: || fail "no stick of keys" "make them: board/image boot-keys"
}

# fresh [NAME=VALUE…]: the signed disk as it was made, in a machine that has the keys, with what the loader is told.
fresh() {
    { cp --sparse=always "$kFolder/made.img" "$kFolder/disk.img" && cp "$kFolder/enrolled.img" "$kFolder/firmware.img"; } ||
        fail "no disk with keys" "make room, and run the part keys first"
    (($# == 0)) || tell_loader "$@"
}

has_started() { said "initial file system: slot $1"; }

refuses() { said "slot $1 does not start"; }

# firmware_refuses DEVICE: as it calls it. What is built into the firmware itself, its shell, it refuses always.
firmware_refuses() { said "failed to load .*$1.*Access Denied"; }

is_over() { said "no slot has a try left\|PLANTED" || has_started . || firmware_refuses "$kDisk"; }

# run_plant WHAT: power comes, and goes when it is known what came of it. An emulated kernel may die in its first moments,
# for what helps against that (no_timer_check) is not on a signed line: then power comes once more.
run_plant() {
    local try
    for try in 1 2; do
        start
        wait_for "$kSecondsToStart" is_over
        stop
        is_over && break
        cp "$kFolder/serial.log" "$kFolder/$1.$try.log"
    done
    cp "$kFolder/serial.log" "$kFolder/$1.log"
    expect "$1: it is known what comes of it" is_over
    expect "$1: nothing planted is run" not said PLANTED
}

# loader_is_refused WHAT: by the firmware.
loader_is_refused() {
    run_plant "$1"
    expect "$1: the firmware refuses it" firmware_refuses "$kDisk"
}

# other_starts WHAT: a is refused, and b starts.
other_starts() {
    run_plant "$1"
    expect "$1: a is refused" refuses a
    expect "$1: b starts" has_started b
}

# nothing_starts WHAT: both were looked at, and neither was run.
nothing_starts() {
    run_plant "$1"
    expect "$1: a is refused" refuses a
    expect "$1: b is refused" refuses b
    expect "$1: neither starts" not has_started .
}

# only_starts SLOT WHAT: and nothing else was to be had.
only_starts() {
    run_plant "$2"
    expect "$2: slot $1 starts" has_started "$1"
}

keys_part() {
    say "keys, and the signed image"
    cp --sparse=always "$kFolder/made.img" "$kFolder/disk.img"
    cp "$kFirmwareSettings" "$kFolder/firmware.img"
    stick_of_keys
    devices=("${kGuarded[@]}" -device qemu-xhci -drive "if=none,id=keys,format=raw,file=$kFolder/stick.img"
        -device "usb-storage,drive=keys,bootindex=0")
    start
    wait_for "$kSecondsToWork" is_serving "$kFolder"
    stop
    expect "the stick puts the keys into the firmware" said "Enrolling"
    expect "with the keys there the stick itself is refused" firmware_refuses USB
    expect "the signed image comes to the first screen" is_serving "$kFolder"
    expect "the kernel knows of Secure Boot" said "Secure boot enabled"
    expect "the kernel is locked down" said "locked down from EFI Secure Boot"
    mv "$kFolder/serial.log" "$kFolder/keys.log"
    mv "$kFolder/firmware.img" "$kFolder/enrolled.img"
    devices=("${kGuarded[@]}")
}

loaders_part() {
    say "other loaders"
    fresh
    other_loader
    loader_is_refused "another loader, unsigned"
    fresh
    other_loader "$kFolder/strangers"
    loader_is_refused "another loader, signed by a stranger"
}

kernels_part() {
    say "other kernels, initial file systems and command lines"
    fresh
    turn_byte a linux
    other_starts "a kernel with another byte"
    fresh
    turn_byte a initrd
    other_starts "an initial file system with another byte"
    fresh a_tries=x b_tries=x
    turn_byte a linux
    turn_byte b initrd
    nothing_starts "both with another byte"
    fresh a_tries=x b_tries=x
    change a "kiosk.roothash=........" "kiosk.roothash=00000000"
    change b "systemd.show_status=no" "systemd.debug-shell=1 "
    nothing_starts "another root hash, and a shell"
    fresh a_tries=x b_tries=x
    other_start a
    other_start b "$kFolder/strangers"
    nothing_starts "other command lines, unsigned and signed by a stranger"
}

settings_part() {
    say "what the loader may be told"
    fresh "order=b a"
    settings_on_disk
    only_starts b "settings on the disk"
    fresh "order=c ../../b (hd0) b;echo b" a_tries= b_tries=xx "boot=(hd0,gpt1)" "prefix=(hd0,gpt1)/EFI/kiosk" \
        "cmdpath=(hd1)" superusers=root pager=1 slot=a
    settings_on_disk
    only_starts b "settings full of other words"
    expect "settings full of other words: a try was taken" not tries_are b xx
    fresh
    yes rubbish | head -c 1024 >"$kFolder/grubenv"
    mcopy -o -i "$(esp)" "$kFolder/grubenv" ::EFI/kiosk/grubenv
    only_starts a "settings that nobody can read"
}

# opened_beside_tpm: what becomes of the data at the next start.
opened_beside_tpm() {
    beside_tpm own
    devices=("${kGuarded[@]}" "${beside[@]}")
    start
    wait_for "$kSecondsToStart" is_settled
    stop
    tpm_away
    devices=("${kGuarded[@]}")
}

vault_part() {
    command -v swtpm >/dev/null || { say "skipped: swtpm is missing"; return; }
    say "encrypted data"
    fresh
    make_desk_site "$kFolder/site"
    make_site "$kFolder/site.img" "$kFolder/site"
    put "$kFolder/disk.img" site "$kFolder/site.img"
    opened_beside_tpm
    expect "Q5 it is encrypted where Secure Boot is on" said "data: encrypted"
    tell_loader "order=b a"
    opened_beside_tpm
    expect "Q5 another system that is signed starts" has_started b
    expect "Q5 and opens it" said "data: encrypted"
    cp "$kFirmwareSettings" "$kFolder/firmware.img"
    opened_beside_tpm
    expect "Q5 with Secure Boot off it stays closed, and that is told" said "data locked: tpm.other-boot:"
    cp "$kFolder/enrolled.img" "$kFolder/firmware.img"
    opened_beside_tpm
    expect "Q5 with the same keys again it opens" said "data: encrypted"
}

parts=("${@:4}")
if ((${#parts[@]} == 0)); then
    parts=(keys loaders kernels settings vault)
    rm -rf "$kFolder"
fi
mkdir -p "$kFolder" || fail "cannot write to $kFolder" "make room or remove it by hand"
trap 'stop; tpm_away; rm -rf "$kFolder"/{{disk,made,stick,firmware,site}.img,site,*.efi,*.cfg,strangers,other,grubenv,qmp.in,qmp.out}' EXIT
trap 'exit 143' INT TERM HUP
machine_disk "$kImage" "$kFolder"
mv "$kFolder/disk.img" "$kFolder/made.img"
"$ROOT/board/image" boot-keys "$kFolder/strangers" --no-install 2>/dev/null || fail "no keys of a stranger" "make room"
devices=("${kGuarded[@]}")
for part in "${parts[@]}"; do "${part}_part"; done
conclude "what the firmware starts"
