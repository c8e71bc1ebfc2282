# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# What the firmware starts, signed where IMAGE_BOOT_KEYS names a folder of keys (boot_keys.sh). Needs say.sh and
# SOURCE_DATE_EPOCH.

readonly kStarter=/usr/lib/systemd/boot/efi/linuxx64.efi.stub
# Where the parts lie in memory before they are used: behind the program that starts them, the kernel with room to grow.
readonly kLineAt=0x30000 kKernelAt=0x2000000 kFilesAt=0x4000000

# at_commit COMMAND…: it takes the commit's time for now, which goes into what is signed.
at_commit() { TZ=UTC faketime -f "$(date -u -d "@$SOURCE_DATE_EPOCH" '+%F %T')" "$@"; }

# make_unified WORK LINE FILE: WORK/vmlinuz, WORK/initrd and the kernel's command line as one program (UKI), so that one
# signature holds for all three. Under Secure Boot it takes no other line.
make_unified() {
    local work=$1 line=$2 file=$3
    printf '%s' "$line" >"$work/line"
    (($(stat -c %s "$work/vmlinuz") <= kFilesAt - kKernelAt)) ||
        fail "the kernel is larger than its place" "make kFilesAt in board/image.d/unified.sh larger"
    at_commit objcopy --add-section ".cmdline=$work/line" --change-section-vma ".cmdline=$kLineAt" \
        --add-section ".linux=$work/vmlinuz" --change-section-vma ".linux=$kKernelAt" \
        --add-section ".initrd=$work/initrd" --change-section-vma ".initrd=$kFilesAt" \
        "$kStarter" "$file" 2>"$work/unified.log" ||
        fail "no kernel to start: $(tail -1 "$work/unified.log")" "install what board/packages/image.txt lists"
    sign_program "$file"
}

# take_apart FILE FOLDER: FOLDER/vmlinuz, FOLDER/initrd and FOLDER/cmdline of what make_unified made.
take_apart() {
    local part
    for part in linux:vmlinuz initrd:initrd cmdline:cmdline; do
        objcopy -O binary --only-section=".${part%:*}" "$1" "$2/${part#*:}" ||
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
