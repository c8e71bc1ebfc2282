# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# The disk: loader, two slots, what is handed over, data; without mounting anything. Needs say.sh, ROOT and
# SOURCE_DATE_EPOCH.

. "$ROOT/board/image.d/slot.sh"

readonly kEspMb=34
readonly kRootMb=400
readonly kSiteMb=16
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

# make_data FILE [TREE]: an ext4, with the files of TREE.
make_data() {
    local filled=()
    [[ -z ${2:-} ]] || filled=(-d "$2")
    rm -f "$1"
    truncate -s "${kDataMb}M" "$1"
    E2FSPROGS_FAKE_TIME=$SOURCE_DATE_EPOCH mke2fs -q -t ext4 -L data -U "$(uuid_of data)" \
        -E "hash_seed=$(uuid_of data-hash),lazy_itable_init=0,root_owner=0:0" "${filled[@]}" "$1" ||
        fail "the data partition could not be made" "make room and run again"
}

# make_site FILE SITE: what makes one kiosk different from another, as the first program takes it (vault): an archive, its
# files in the folder "site".
make_site() {
    tar -C "$2" --format=ustar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner \
        --transform 's|^\.|site|S' -cf "$1" . || fail "the site cannot be read" "look into $2"
    (($(stat -c %s "$1") <= kSiteMb * 1024 * 1024)) || fail "the site is larger than $kSiteMb MB" "take something out of $2"
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
    partition site "$kSiteMb"
    partition data "$kDataMb"
}

# start_of DISK NAME: in sectors.
start_of() { sfdisk -d "$1" | sed -n "s/.*start= *\([0-9]*\),.*name=\"$2\".*/\1/p"; }

# number_of DISK NAME: a partition's, from 1.
number_of() { sfdisk -d "$1" | grep 'name="' | grep -n "name=\"$2\"" | cut -d: -f1; }

# put DISK NAME FILE: fills a partition; what is empty stays a hole in the disk's file.
put() { dd if="$3" of="$1" bs=512 seek="$(start_of "$1" "$2")" conv=notrunc,sparse status=none; }

# make_disk WORK FILE: all of it.
make_disk() {
    local work=$1 disk=$2 slot
    say "the disk"
    (($(stat -c %s "$work/root.img") <= kRootMb * 1024 * 1024)) ||
        fail "the root is larger than its partition" "take something out, or make kRootMb larger"
    rm -f "$disk"
    truncate -s $((2 + kEspMb + 2 * BOOT_MB + 2 * kRootMb + kSiteMb + kDataMb))M "$disk"
    partitions | sfdisk -q "$disk" >"$work/sfdisk.log" 2>&1 ||
        fail "no disk: $(tail -1 "$work/sfdisk.log")" "make room and run again"
    put "$disk" esp "$work/esp.img"
    for slot in a b; do
        put "$disk" "boot-$slot" "$work/boot.img"
        put "$disk" "root-$slot" "$work/root.img"
    done
    [[ ! -f $work/site.img ]] || put "$disk" site "$work/site.img"
    put "$disk" data "$work/data.img"
}
