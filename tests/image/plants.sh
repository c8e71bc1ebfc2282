# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2153,SC2154  # names come from whoever includes this
# What somebody plants who can write to a kiosk's disk. Needs say.sh, machine.sh, slot_disk.sh, and the folder of the
# machine in kFolder. SLOT is where it goes; what a kiosk says who runs it is PLANTED.

# put_start SLOT FILE: in place of what starts the slot.
put_start() { mcopy -o -i "$(boot_of "$1")" "$2" "::slot-$1.efi"; }

# change SLOT WORDS OTHER: in what starts a slot, the first place where it has WORDS; as long as they are, the signature stays.
change() {
    local slot=$1 file=$kFolder/start.efi at
    mcopy -n -o -i "$(boot_of "$slot")" "::slot-$slot.efi" "$file"
    at=$(grep -abo -m1 -- "$2" "$file" | head -1 | cut -d: -f1)
    [[ $at && ${#2} == "${#3}" ]] || fail "slot $slot has no $2" "look at secure_test.sh and the image"
    printf '%s' "$3" | dd of="$file" bs=1 seek="$at" conv=notrunc status=none
    put_start "$slot" "$file"
}

# turn_byte SLOT SECTION: one in the middle of its kernel (linux) or initial file system (initrd).
turn_byte() {
    local slot=$1 file=$kFolder/start.efi size at old
    mcopy -n -o -i "$(boot_of "$slot")" "::slot-$slot.efi" "$file"
    read -r size at < <(objdump -h "$file" | awk -v name=".$2" '$2 == name { print $3, $6 }')
    at=$((16#$at + 16#$size / 2))
    old=$(od -An -tu1 -j "$at" -N1 "$file")
    printf '%b' "$(printf '\\x%02x' $((old ^ 1)))" | dd of="$file" bs=1 seek="$at" conv=notrunc status=none
    put_start "$slot" "$file"
}

# other_start SLOT [KEYS]: well made of the image's own kernel, with a shell for whoever sits there; signed by KEYS or nobody.
other_start() {
    local slot=$1 work=$kFolder/other
    mkdir -p "$work"
    mcopy -n -o -i "$(boot_of "$slot")" "::slot-$slot.efi" "$work/whole.efi"
    take_apart "$work/whole.efi" "$work"
    IMAGE_BOOT_KEYS=${2:-} make_unified "$work" "$(cat "$work/cmdline") systemd.debug-shell" "$work/start.efi"
    put_start "$slot" "$work/start.efi"
    rm -rf "$work"
}

# other_loader [KEYS]: a GRUB that says PLANTED, in place of the kiosk's.
other_loader() {
    local file=$kFolder/other.efi
    printf 'echo PLANTED\nsleep 600\n' >"$kFolder/planted.cfg"
    grub-mkimage -O x86_64-efi -p /EFI/kiosk -c "$kFolder/planted.cfg" -o "$file" echo sleep normal part_gpt fat
    IMAGE_BOOT_KEYS=${1:-} sign_program "$file"
    mcopy -o -i "$(esp)" "$file" ::EFI/BOOT/BOOTX64.EFI
}

# settings_on_disk: where a loader of another kind looks for what to do.
settings_on_disk() {
    local place
    printf 'echo PLANTED\nsleep 600\n' >"$kFolder/grub.cfg"
    mmd -i "$(esp)" ::boot ::boot/grub
    for place in EFI/kiosk EFI/BOOT boot/grub ""; do mcopy -o -i "$(esp)" "$kFolder/grub.cfg" "::$place"; done
    for place in a b; do
        mcopy -o -i "$(boot_of "$place")" "$kFolder/grub.cfg" ::
        mcopy -o -i "$(boot_of "$place")" "$kFolder/grub.cfg" ::slot.cfg
    done
}
