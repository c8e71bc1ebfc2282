# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# A disk that is about to be written over. Needs say.sh.

# about TARGET COLUMN: what lsblk knows of the disk itself.
about() { lsblk -dnro "$2" "$1" 2>/dev/null; }

# in_use TARGET: where it, or a part of it, is mounted or swapped to.
in_use() { lsblk -nro MOUNTPOINTS "$1" 2>/dev/null | sed 's/\\x0a/\n/g' | sed '/^$/d' | head -1; }

# size_of TARGET: bytes.
size_of() {
    if [[ -b $1 ]]; then lsblk -bdnro SIZE "$1"; else stat -c %s "$1"; fi
}

# check_target TARGET BYTES: fails where it is no whole disk that can take so many, or one that is in use.
check_target() {
    local target=$1 bytes=$2 place size
    [[ -e $target ]] || fail "there is no $target" "\"lsblk -d\" lists the disks; plug it in and look again"
    if [[ -b $target ]]; then
        [[ $(about "$target" TYPE) != part ]] ||
            fail "$target is a part of a disk" "name the whole disk: /dev/$(lsblk -dnro PKNAME "$target")"
        place=$(in_use "$target")
        [[ -z $place ]] || fail "$target is in use at $place" "is it the right one? then unmount it first"
        [[ $(about "$target" RO) != 1 ]] || fail "$target is write-protected" "move its switch, or take another"
    elif [[ ! -f $target ]]; then
        fail "$target is neither a disk nor a file" "name a disk: \"lsblk -d\" lists them"
    fi
    [[ -w $target ]] || fail "$target may not be written to" "run it as root"
    size=$(size_of "$target")
    ((size >= bytes)) ||
        fail "$target is too small: $((size / 1000000)) of $((bytes / 1000000)) MB" "take a larger one"
}

# describe_target TARGET: one line for whoever decides.
describe_target() {
    local what="a file"
    [[ ! -b $1 ]] || what=$(lsblk -dno VENDOR,MODEL,SERIAL,TRAN "$1" | xargs)
    printf '%s: %s, %s MB, %s' "$1" "$what" $(($(size_of "$1") / 1000000)) "$(contents_of "$1")"
}

# contents_of TARGET: the names of what lies on it.
contents_of() {
    local names
    names=$(sfdisk -d "$1" 2>/dev/null | sed -n 's/.*name="\([^"]*\)".*/\1/p' | paste -sd ' ')
    echo "${names:-nothing with a name} on it"
}
