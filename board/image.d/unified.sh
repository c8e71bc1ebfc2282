# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# What the firmware starts, signed where IMAGE_BOOT_KEYS names a folder of keys (boot_keys.sh). Needs say.sh, board.sh and
# SOURCE_DATE_EPOCH; LOADER_TREE is where another architecture's loader lies (foreign.sh).

# Where the parts lie in memory before they are used: behind the program that starts them, the kernel with room to grow, and
# what follows it on a step of its own size.
readonly kLineAt=0x30000 kDevicesAt=0x40000 kKernelAt=0x2000000 kStep=0x2000000

# at_commit COMMAND…: it takes the commit's time for now, which goes into what is signed.
at_commit() { TZ=UTC faketime -f "$(date -u -d "@$SOURCE_DATE_EPOCH" '+%F %T')" "$@"; }

# make_unified WORK LINE FILE: WORK/vmlinuz, WORK/initrd and the kernel's command line as one program (UKI), so that one
# signature holds for all three; WORK/devices.dtb too where the board has one. Under Secure Boot it takes no other line.
make_unified() {
    local work=$1 line=$2 file=$3 files_at devices=()
    printf '%s' "$line" >"$work/line"
    files_at=$((kKernelAt + ($(stat -c %s "$work/vmlinuz") + kStep - 1) / kStep * kStep))
    [[ ! -e $work/devices.dtb ]] ||
        devices=(--add-section ".dtb=$work/devices.dtb" --change-section-vma ".dtb=$kDevicesAt")
    at_commit "${TOOL_PREFIX}objcopy" --add-section ".cmdline=$work/line" --change-section-vma ".cmdline=$kLineAt" \
        --add-section ".linux=$work/vmlinuz" --change-section-vma ".linux=$kKernelAt" \
        --add-section ".initrd=$work/initrd" --change-section-vma ".initrd=$files_at" ${devices[@]+"${devices[@]}"} \
        "${LOADER_TREE:-}/usr/lib/systemd/boot/efi/$STARTER" "$file" 2>"$work/unified.log" ||
        fail "no kernel to start: $(tail -1 "$work/unified.log")" "install what board/packages/image.txt lists"
    sign_program "$file"
}

# take_apart FILE FOLDER: FOLDER/vmlinuz, FOLDER/initrd and FOLDER/cmdline of what make_unified made.
take_apart() {
    local part
    for part in linux:vmlinuz initrd:initrd cmdline:cmdline; do
        "${TOOL_PREFIX}objcopy" -O binary --only-section=".${part%:*}" "$1" "$2/${part#*:}" ||
            fail "$1 is no kernel with its files" "make the image again"
    done
}

# sign_program FILE: a program for the firmware. The same program, key and commit give the same bytes.
sign_program() {
    local file=$1 keys=${IMAGE_BOOT_KEYS:-}
    [[ $keys ]] || return 0
    { at_commit sbsign --key "$keys/db.key" --cert "$keys/db.pem" --output "$file.signed" "$file" &&
        sbverify --cert "$keys/db.pem" "$file.signed" && mv "$file.signed" "$file"; } >"$file.log" 2>&1 ||
        fail "${file##*/} could not be signed: $(tail -1 "$file.log")" "look at db.key and db.pem in $keys"
    rm -f "$file.log"
}
