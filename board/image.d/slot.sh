# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# What one slot holds: the root with the hashes that prove it, and a boot partition that knows their root. Needs
# say.sh, ROOT and SOURCE_DATE_EPOCH.

. "$ROOT/board/image.d/board.sh"
. "$ROOT/board/image.d/unified.sh"

readonly kSquashfsBlock=256K
# What is after the slot's own words on the kernel's command line. Of the kernel's guards those that guard something here are
# asked, not those that need a policy and have none; its ciphers are not tried out at each start, as in kernels that are not
# Debian's.
readonly kKernelOptions="ro quiet loglevel=4 console=tty0 console=$CONSOLE vt.global_cursor_default=0 panic=5 \
net.ifnames=0 usbcore.authorized_default=0 systemd.show_status=no rd.systemd.gpt_auto=no \
lsm=landlock,lockdown,yama cryptomgr.notests"

# id_of NAME LENGTH: hexadecimal digits that are always the same for a name.
id_of() { printf 'licence kiosk %s' "$1" | sha256sum | cut -c "1-$2"; }

# uuid_of NAME: the same as a UUID.
uuid_of() { id_of "$1" 32 | sed -E 's/(.{8})(.{4}).(.{3}).(.{3})(.{12})/\1-\2-4\3-8\4-\5/'; }

# make_slot_root WORK: WORK/root.img, and its root hash and offset in WORK/roothash and WORK/hashoffset. The salt is
# the commit's: the same commit gives the same hashes, another one others. Every file has SOURCE_DATE_EPOCH as its time.
make_slot_root() {
    local work=$1 size log=$1/verity.log
    say "the root, compressed: about two minutes"
    mksquashfs - "$work/root.img" -tar -comp zstd -Xcompression-level 19 -b "$kSquashfsBlock" -noappend -no-xattrs \
        -no-progress -quiet <"$work/root.tar" >"$work/squashfs.log" 2>&1 ||
        fail "the root cannot be compressed: $(tail -1 "$work/squashfs.log")" "make room and run again"
    rm -f "$work/root.tar"
    truncate -s %4096 "$work/root.img"
    size=$(stat -c %s "$work/root.img")
    veritysetup format "$work/root.img" "$work/root.img" --hash-offset="$size" --salt="$(id_of "$(git -C "$ROOT" rev-parse HEAD)" 64)" \
        --uuid="$(uuid_of verity)" >"$log" 2>&1 || fail "no hashes of the root: $(tail -1 "$log")" "run again"
    echo "$size" >"$work/hashoffset"
    sed -n 's/^Root hash:[[:space:]]*//p' "$log" >"$work/roothash"
}

# make_boot WORK: WORK/boot.img, a FAT with what starts this root: a program for each slot, for a bundle may go to either
# and the kernel must know in which one it is.
make_boot() {
    local work=$1 slot
    for slot in a b; do
        make_unified "$work" "kiosk.slot=$slot rauc.slot=$slot kiosk.roothash=$(cat "$work/roothash") \
kiosk.hashoffset=$(cat "$work/hashoffset") $kKernelOptions" "$work/slot-$slot.efi"
    done
    make_fat "$work/boot.img" "$BOOT_MB" BOOT "$work"/slot-{a,b}.efi
}

# make_fat FILE MEGABYTES NAME [FILE…]: an empty FAT, and these in it.
make_fat() {
    local image=$1 megabytes=$2 name=$3
    shift 3
    rm -f "$image"
    mkfs.vfat --invariant -F 16 -n "$name" -i "$(id_of "$name" 8)" -C "$image" $((megabytes * 1024)) >/dev/null ||
        fail "$name could not be made" "make room and run again"
    (($#)) || return 0
    fill_fat "$image" :: "$@"
}

# fill_fat FILE FOLDER FILE…: these into a folder of the FAT, with the commit's time.
fill_fat() {
    local image=$1 folder=$2
    shift 2
    touch -d "@$SOURCE_DATE_EPOCH" "$@"
    TZ=UTC mcopy -m -i "$image" "$@" "$folder" || fail "$image could not be filled" "make room and run again"
}
