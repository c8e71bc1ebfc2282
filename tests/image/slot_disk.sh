# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034,SC2153,SC2154  # names come from, and are for, whoever includes this
# A machine of software with its own disk, looked into while it is off. Needs say.sh, processes.sh, machine.sh, and the
# folder of the machine in kFolder.

readonly kSecondsToWork=900 # every instruction is translated; a slot works a minute after its first screen
readonly kTriesOfGood=xxxxxxxxxxxxxxxx
machine=

devices=() # QEMU's options for what the machine has beside the usual

# start: power comes.
start() {
    machine_command "$kFolder" none ${devices[@]+"${devices[@]}"}
    run_in_group "${MACHINE[@]}" </dev/null &
    machine=$!
}

# stop: power goes.
stop() {
    [[ -z $machine ]] || { kill "$machine" && wait "$machine"; } 2>/dev/null
    machine=
}

has_ended() { ! kill -0 "$machine" 2>/dev/null; }

# said WORDS: on its serial port, since power came.
said() { grep -aqs -- "$1" "$kFolder/serial.log"; }

works() { said "slot $1 works"; }

# works_again SLOT: a second time since power came.
works_again() { [[ $(grep -acs "slot $1 works" "$kFolder/serial.log") -ge 2 ]]; }

# esp: where mtools finds the loader's partition.
esp() { echo "$kFolder/disk.img@@$(($(start_of "$kFolder/disk.img" esp) * 512))"; }

# boot_of SLOT: where mtools finds its boot partition.
boot_of() { echo "$kFolder/disk.img@@$(($(start_of "$kFolder/disk.img" "boot-$1") * 512))"; }

# tries SLOT: the letters it has left.
tries() { mtype -i "$(esp)" ::EFI/kiosk/grubenv | sed -n "s/^$1_tries=//p"; }

tries_are() { [[ $(tries "$1") == "$2" ]]; }

# first: the slot that the loader tries first.
first() { mtype -i "$(esp)" ::EFI/kiosk/grubenv | sed -n "s/^order=\(.\).*/\1/p"; }

# tell_loader NAME=VALUE…: into what the loader reads.
tell_loader() {
    mcopy -n -o -i "$(esp)" ::EFI/kiosk/grubenv "$kFolder/grubenv"
    grub-editenv "$kFolder/grubenv" set "$@"
    mcopy -o -i "$(esp)" "$kFolder/grubenv" ::EFI/kiosk/grubenv
}

# set_tries LETTERS: of slot a.
set_tries() { tell_loader "a_tries=$1"; }

# break_at FILE SECTOR: what is there is another from there on.
break_at() { yes broken | dd of="$1" bs=512 seek="$2" count=64 conv=notrunc iflag=fullblock status=none; }

# take_data: kFolder/data.img, as it lies on the disk, with what the kernel had not written back yet.
take_data() {
    dd if="$kFolder/disk.img" of="$kFolder/data.img" bs=512 skip="$(start_of "$kFolder/disk.img" data)" \
        count=$((kDataMb * 2048)) conv=sparse status=none
    e2fsck -fp "$kFolder/data.img" >"$kFolder/e2fsck.log" 2>&1
    (($? < 4)) || fail "the data partition cannot be repaired: $(tail -1 "$kFolder/e2fsck.log")" "look into $kFolder"
}

# history_of_disk: what the kiosk has on record, a line each.
history_of_disk() {
    take_data
    debugfs -R "cat /update/history" "$kFolder/data.img" 2>/dev/null
    rm -f "$kFolder/data.img"
}
