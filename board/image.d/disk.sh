# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# The disk: loader, two slots, data; without mounting anything. Needs say.sh, ROOT and
# SOURCE_DATE_EPOCH.

. "$ROOT/board/image.d/slot.sh"

readonly kEspMb=34
readonly kRootMb=400
readonly kDataMb=256
# No `linux`, no `configfile`, no `source`: it starts what the firmware takes, and has no words but its own. GRUB in lockdown
# starts nothing that no verifier has seen; with `tpm` that is the one which measures it. The firmware is who refuses.
readonly kGrubModules=(part_gpt fat normal memdisk tar chain tpm loadenv test echo regexp sleep reboot boot)

# make_loader WORK: WORK/$LOADER, GRUB with its settings inside. No shim is between it and the firmware, and nobody may
# type, whatever becomes of the settings.
make_loader() {
    local work=$1
    install -D -m 644 "$ROOT/board/image.d/grub.cfg" "$work/loader/kiosk/grub.cfg"
    tar -C "$work/loader" --format=ustar --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner \
        -cf "$work/loader.tar" kiosk/grub.cfg || fail "no settings of the loader" "make room and run again"
    printf 'set superusers=""\nexport superusers\n' >"$work/early.cfg"
    grub-mkimage -d "${LOADER_TREE:-}/usr/lib/grub/$GRUB_FORMAT" -O "$GRUB_FORMAT" -c "$work/early.cfg" -m "$work/loader.tar" \
        -p "(memdisk)/kiosk" --disable-shim-lock -o "$work/$LOADER" "${kGrubModules[@]}" 2>"$work/grub.log" ||
        fail "no loader: $(tail -1 "$work/grub.log")" "install what board/packages/image.txt lists"
    sign_program "$work/$LOADER"
}

# make_esp WORK: WORK/esp.img with GRUB where firmware looks for a loader, and what it may write: grubenv.
make_esp() {
    local work=$1 esp=$1/esp.img
    make_loader "$work"
    grub-editenv "$work/grubenv" create
    grub-editenv "$work/grubenv" set "order=a b" a_tries=xxx b_tries=xxx
    make_fat "$esp" "$kEspMb" ESP
    mmd -i "$esp" ::EFI ::EFI/BOOT ::EFI/kiosk || fail "the ESP could not be filled" "make room and run again"
    fill_fat "$esp" ::EFI/BOOT "$work/$LOADER"
    fill_fat "$esp" ::EFI/kiosk "$work/grubenv"
}

# make_data FILE [SITE [MEGABYTES]]: an ext4, and in its folder "site" what makes one kiosk different from another.
make_data() {
    local filled=()
    [[ -z ${2:-} ]] || filled=(-d "$2")
    rm -f "$1"
    truncate -s "${3:-$kDataMb}M" "$1"
    E2FSPROGS_FAKE_TIME=$SOURCE_DATE_EPOCH mke2fs -q -t ext4 -L data -U "$(uuid_of data)" \
        -E "hash_seed=$(uuid_of data-hash),lazy_itable_init=0,root_owner=0:0" "${filled[@]}" "$1" ||
        fail "the data partition could not be made" "make room and run again"
}

# partition NAME MEGABYTES [TYPE]: a line for sfdisk.
partition() { echo "size=${2}MiB, name=$1, uuid=$(uuid_of "$1"), type=${3:-L}"; }

# partitions: the disk's, in the order that grub.cfg counts.
partitions() {
    echo "label: gpt"
    echo "label-id: $(uuid_of disk)"
    partition esp "$kEspMb" U
    partition boot-a "$BOOT_MB"
    partition boot-b "$BOOT_MB"
    partition root-a "$kRootMb"
    partition root-b "$kRootMb"
    partition data "$kDataMb"
}

# start_of DISK NAME: in sectors.
start_of() { sfdisk -d "$1" | sed -n "s/.*start= *\([0-9]*\),.*name=\"$2\".*/\1/p"; }

# megabytes_of DISK NAME: a partition's.
megabytes_of() { echo $(($(sfdisk -d "$1" | sed -n "s/.*size= *\([0-9]*\),.*name=\"$2\".*/\1/p") / 2048)); }

# put DISK NAME FILE: fills a partition; what is empty stays a hole in the disk's file.
put() { dd if="$3" of="$1" bs=512 seek="$(start_of "$1" "$2")" conv=notrunc,sparse status=none; }

# make_disk WORK FILE: all of it.
make_disk() {
    local work=$1 disk=$2 slot
    say "the disk"
    (($(stat -c %s "$work/root.img") <= kRootMb * 1024 * 1024)) ||
        fail "the root is larger than its partition" "take something out, or make kRootMb larger"
    rm -f "$disk"
    truncate -s $((2 + kEspMb + 2 * BOOT_MB + 2 * kRootMb + kDataMb))M "$disk"
    partitions | sfdisk -q "$disk" >"$work/sfdisk.log" 2>&1 ||
        fail "no disk: $(tail -1 "$work/sfdisk.log")" "make room and run again"
    put "$disk" esp "$work/esp.img"
    for slot in a b; do
        put "$disk" "boot-$slot" "$work/boot.img"
        put "$disk" "root-$slot" "$work/root.img"
    done
    put "$disk" data "$work/data.img"
}
