#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What board/flash promises, on files; disks are told of by a small lsblk in front of the PATH.
# shellcheck disable=SC2016,SC2317  # the programs stand in quotes; expectations are called by name
set -uo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
COMMAND=tests/run
. "$ROOT/board/lib/say.sh"
. "$ROOT/board/image.d/disk.sh"
. "$ROOT/tests/style/expect.sh"
if ! PATH=$PATH:/sbin:/usr/sbin command -v sfdisk >/dev/null; then
    echo "skipped: no sfdisk (board/packages/disk.txt)"
    exit 77
fi
PATH=$PATH:/sbin:/usr/sbin
world=$(mktemp -d "${TMPDIR:-/tmp}/flash-XXXXXX")
trap 'rm -rf "$world"' EXIT
mkdir "$world/bin"
readonly kDataPartMb=16

# flash ANSWER ARGUMENT…: leaves what it said in $said and how it ended in $status.
flash() {
    local answer=$1
    shift
    mkdir -p "$world/tmp"
    said=$(PATH=$world/bin:$PATH TMPDIR=$world/tmp "$ROOT/board/flash" --image "$world/image/kiosk.img" "$@" 2>&1 <<<"$answer")
    status=$?
}

in_one_line() { [[ $(grep -c "^board/flash: .*; " <<<"$said") == 1 ]]; }
untouched() { [[ $(sha256sum <"$world/disk") == "$before" ]]; }

# refuses WHAT: the last flash() said so in one line, with what to do, and wrote nothing.
refuses() {
    expect "F5 refused: $1" ended 2
    expect "F5 told: $1" mentions "$1"
    expect "F5 in one line: $1" in_one_line
    expect "F5 nothing is written: $1" untouched
}

# new_disk MEGABYTES: with somebody's bytes on it.
new_disk() {
    head -c 3000000 /dev/urandom >"$world/disk"
    truncate -s "$1M" "$world/disk"
    before=$(sha256sum <"$world/disk")
}

# a_disk COLUMN ANSWER: lsblk answers so of any disk, and that it is one.
a_disk() {
    cat >"$world/bin/lsblk" <<END
#!/bin/bash
case "\$*" in
*" $1 "*) echo "$2" ;;
*" TYPE "*) echo disk ;;
*PKNAME*) echo sdz ;;
esac
END
    chmod +x "$world/bin/lsblk"
}

# small_partitions: a kiosk's, of a megabyte each but the last two.
small_partitions() {
    local name
    echo "label: gpt"
    for name in esp boot-a boot-b root-a root-b; do partition "$name" 1; done
    partition site "$kSiteMb"
    partition data "$kDataPartMb"
}

# a_site MEGABYTES: a kiosk's settings, and beside them so many.
a_site() {
    rm -rf "$world/site"
    mkdir "$world/site"
    echo '{"place": "here"}' >"$world/site/kiosk.json"
    truncate -s "$1M" "$world/site/rest"
}

# An image with a kiosk's partitions, and little in it.
mkdir "$world/image"
export SOURCE_DATE_EPOCH=1700000000
image=$world/image/kiosk.img
truncate -s $((7 + kSiteMb + kDataPartMb))M "$image"
small_partitions | sfdisk -q "$image" >/dev/null
head -c 100000 /dev/urandom | dd of="$image" bs=512 seek="$(start_of "$image" root-a)" conv=notrunc status=none
(cd "$world/image" && sha256sum kiosk.img >SHA256SUMS)
size=$(stat -c %s "$image")

run_help=$("$ROOT/board/flash" --help 2>&1)
expect "flash --help tells of --site" [ "${run_help/--site/}" != "$run_help" ]
said=''
status=''
new_disk 60
flash "" "$world/disk"
refuses "nothing was written"
flash "yes" "$world/disk"
refuses "nothing was written"
flash "" --yes "$world/none"
refuses "there is no $world/none"
flash "" --yes /dev/null
refuses "neither a disk nor a file"
flash "" --yes "$world/disk" "$world/disk"
expect "one disk at a time" ended 64
flash "" --yes
expect "no disk is wrong usage" ended 64

new_disk 20
flash "" --yes "$world/disk"
refuses "is too small: 20 of $((size / 1000000)) MB"

new_disk 60
echo x | dd of="$image" bs=1 seek=5000000 conv=notrunc status=none
flash "" --yes "$world/disk"
refuses "the image is not what was built"
printf '\0\0' | dd of="$image" bs=1 seek=5000000 conv=notrunc status=none
mv "$world/image/SHA256SUMS" "$world/sums"
flash "" --yes "$world/disk"
refuses "no SHA256SUMS names kiosk.img"
mv "$world/sums" "$world/image/SHA256SUMS"

# A disk that forgets what it was told: what is read back is another's.
cat >"$world/bin/dd" <<'END'
#!/bin/bash
[[ "$*" == *status=progress* ]] && exit 0
exec /usr/bin/dd "$@"
END
chmod +x "$world/bin/dd"
flash "" --yes "$world/disk"
expect "F5 a disk that does not keep what it takes is told" mentions "what was written is not what is read"
expect "F5 and it is no kiosk's disk" ended 2
rm "$world/bin/dd"

# Disks that are there on any machine: a loop device is a block device, whatever this lsblk says of it.
if block=$(find /dev -maxdepth 1 -type b 2>/dev/null | head -1) && [[ $block ]]; then
    a_disk TYPE part
    flash "" --yes "$block"
    expect "F5 a part of a disk is refused, and the disk named" mentions "name the whole disk: /dev/sdz"
    a_disk MOUNTPOINTS /home
    flash "" --yes "$block"
    expect "F5 a disk in use is refused" mentions "is in use at /home"
    a_disk RO 1
    flash "" --yes "$block"
    expect "F5 a write-protected disk is refused" mentions "is write-protected"
    rm "$world/bin/lsblk"
fi

new_disk 60
a_site "$kSiteMb"
flash "" --yes --site "$world/site" "$world/disk"
refuses "the site is larger than $kSiteMb MB"
a_site 1
new_disk 80
flash "disk" --site "$world/site" "$world/disk"
expect "F5 with its name typed it is written" ended 0
expect "F5 what is found is shown before" mentions "83 MB"
expect "F5 it says when it may be taken out" mentions "it can be taken out"
expect "F5 the slots are as they were made" cmp -s -n 5242880 -i 1048576 "$image" "$world/disk"
last=$(sfdisk -d "$world/disk" | sed -n 's/.*size= *\([0-9]*\),.*name="data".*/\1/p')
expect "F5 the data has the rest of the disk" [ "${last:-0}" -gt $((50 * 2048)) ]
dd if="$world/disk" of="$world/data" bs=512 skip="$(start_of "$world/disk" site)" count=$((kSiteMb * 2048)) status=none
expect "F5 the site lies in its place" [ "$(tar -xOf "$world/data" site/kiosk.json 2>/dev/null)" == '{"place": "here"}' ]
expect "F5 nothing of the site stays on the workbench" [ -z "$(ls -A "$world/tmp")" ]
((failures == 0)) && echo "all expectations of board/flash held"
exit $((failures > 0))
