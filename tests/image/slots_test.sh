#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2317  # expectations are called by name
# slots_test.sh IMAGE FOLDER: which of its two systems the image starts, in a machine of software: one that works gets its
# tries back, power that comes and goes does not unseat it, and one that is broken hands over to the other.
set -uo pipefail
ROOT=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd -P)
COMMAND=tests/run
. "$ROOT/board/lib/say.sh"
. "$ROOT/board/lib/processes.sh"
. "$ROOT/board/lib/machine.sh"
. "$ROOT/tests/image/expect.sh"
readonly kSecondsToWork=900 # every instruction is translated; a slot works a minute after its first screen
readonly kBlips=10
readonly kSecondsToLoader=120
readonly kTriesOfGood=xxxxxxxxxxxxxxxx
readonly kImage=$1 kFolder=$2
machine=

# esp: where mtools finds the loader's partition.
esp() { echo "$kFolder/disk.img@@$(($(start_of "$kFolder/disk.img" esp) * 512))"; }

# tries SLOT: the letters it has left.
tries() { mtype -i "$(esp)" ::EFI/kiosk/grubenv | sed -n "s/^$1_tries=//p"; }

tries_are() { [[ $(tries "$1") == "$2" ]]; }

# set_tries LETTERS: of slot a, in a machine that is off.
set_tries() {
    mcopy -n -i "$(esp)" ::EFI/kiosk/grubenv "$kFolder/grubenv"
    grub-editenv "$kFolder/grubenv" set "a_tries=$1"
    mcopy -o -i "$(esp)" "$kFolder/grubenv" ::EFI/kiosk/grubenv
}

# break_root SLOT: a block in the middle of its root is another.
break_root() {
    local start
    start=$(start_of "$kFolder/disk.img" "root-$1")
    yes broken | dd of="$kFolder/disk.img" bs=512 seek=$((start + 2)) count=64 conv=notrunc iflag=fullblock status=none
}

start() {
    machine_command "$kFolder" none
    run_in_group "${MACHINE[@]}" </dev/null &
    machine=$!
}

stop() {
    [[ -z $machine ]] || { kill "$machine" && wait "$machine"; } 2>/dev/null
    machine=
}

works() { grep -aqs "slot $1 works" "$kFolder/serial.log"; }

rm -rf "$kFolder"
mkdir -p "$kFolder" || fail "cannot write to $kFolder" "make room or remove it by hand"
machine_disk "$kImage" "$kFolder"
trap 'stop; rm -f "$kFolder"/{disk.img,firmware.img,grubenv,qmp.in,qmp.out}' EXIT
trap 'exit 143' INT TERM HUP

expect "a new disk gives each slot a few tries" [ "$(tries a) $(tries b)" == "xxx xxx" ]
start
wait_for "$kSecondsToWork" works a
expect "F3 slot a is good when its kiosk has gone on for a minute" works a
stop
expect "F3 a good slot has all its tries" [ "$(tries a)" == "$kTriesOfGood" ]

start
for ((blip = 0; blip < kBlips; blip++)); do
    taken=${kTriesOfGood:blip+1}
    wait_for "$kSecondsToLoader" tries_are a "$taken"
    tell_machine "$kFolder" '{"execute":"system_reset"}'
done
wait_for "$kSecondsToWork" works a
expect "F4 after $kBlips power blips the same slot starts" works a
stop
expect "F4 nothing was taken from the other" [ "$(tries b)" == xxx ]

set_tries xx
break_root a
start
wait_for "$kSecondsToWork" works b
expect "F1 a slot that cannot start hands over to the other" works b
stop
expect "F1 it was tried as often as it had tries" [ -z "$(tries a)" ]
expect "F3 the other one is good now" [ "$(tries b)" == "$kTriesOfGood" ]
conclude "which slot starts"
