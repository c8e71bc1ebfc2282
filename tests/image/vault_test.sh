#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2317  # expectations are called by name
# vault_test.sh MADE FOLDER [PART…]: the data partition beside the TPM of a machine of software: encrypted at the first
# start, whenever power goes during it and later; opened by that TPM and by no other; plain without one, and told. MADE is
# what `board/image build` left. Parts: first, other, cuts, plain; without one all.
set -uo pipefail
ROOT=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd -P)
COMMAND=tests/run
readonly MACHINE_MB=1536 GLASS=540x960 # of the bench
. "$ROOT/board/lib/say.sh"
. "$ROOT/board/lib/processes.sh"
. "$ROOT/board/lib/machine.sh"
. "$ROOT/board/lib/kernel.sh"
. "$ROOT/board/lib/bench_in_machine.sh"
. "$ROOT/tests/image/expect.sh"
readonly kMade=$1 kFolder=$2
. "$ROOT/tests/image/slot_disk.sh"
. "$ROOT/tests/image/bench.sh"
. "$ROOT/tests/image/soft_tpm.sh"
readonly kSecondsToPlay=900 kSecondsToSettle=300 kBench=$ROOT/tests/image/bench/vault
readonly kPlanted="invented person 7b1f, kept on this kiosk"
readonly kMoments=(0.2 0.5 1 1.5 2 3 5 8 12 17 23 30) # seconds from when it is known what is to be done with the data

# handed_over: a disk as it comes from board/flash, with something in its site that is to be found.
handed_over() {
    { cp --sparse=always "$kMade/kiosk.img" "$kFolder/disk.img" && cp "$kFirmwareSettings" "$kFolder/firmware.img"; } ||
        fail "no room for a copy of the image" "make room and run again"
    put "$kFolder/disk.img" site "$kFolder/site.img"
}

# start_beside: with what is beside the machine.
start_beside() {
    devices=(${beside[@]+"${beside[@]}"})
    start
}

# starts_beside TPM: power comes, and goes when it is known what becomes of the data.
starts_beside() {
    [[ $1 == none ]] || beside_tpm "$1"
    start_beside
    wait_for "$kSecondsToSettle" is_settled
    stop
    tpm_away
}

holds_planted() { grep -aqF "$kPlanted" "$kFolder/disk.img"; }

first_part() {
    say "the first start, and the second"
    handed_over
    expect "what was handed over can be read before the first start" holds_planted
    play_beside own a "$kBench" first
    expect "Q5 the kiosk serves at its first start" played_well first
    expect "Q5 its data is encrypted" told first mount ' /dev/mapper/data '
    expect "Q5 and stays mounted when udev hears of it" told first mount-later ' /dev/mapper/data '
    expect "Q5 it says so" said "data: encrypted"
    expect "O3 Q5 so does the kiosk's health" told first doctor.json '"at_rest":"encrypted"'
    expect "Q5 nothing that was handed over can be read on the disk" not holds_planted
    expect "Q5 there is no other key to it" has_one_key
    expect "no unit failed: $(xargs <"$kFolder/out/first/failed")" not told first failed .
    play_beside own b "$kBench" again
    expect "Q5 the other slot opens it after power was away" told again mount ' /dev/mapper/data '
    expect "Q5 what was kept is there" told again kept "kept by an invented kiosk"
    expect "Q5 it is not begun again" not said "data: begun"
    expect "Q5 what is kept cannot be read on the disk" not grep -aqF "kept by an invented kiosk" "$kFolder/disk.img"
}

# data_of_disk: the beginning of its data partition, where LUKS2 has its header.
data_of_disk() {
    dd if="$kFolder/disk.img" of="$kFolder/header" bs=1M iflag=skip_bytes count=16 \
        skip=$(($(start_of "$kFolder/disk.img" data) * 512)) status=none
    sha256sum <"$kFolder/header"
}

# has_one_key: in the header, the one that the TPM gives out.
has_one_key() {
    data_of_disk >/dev/null
    [[ $(cryptsetup luksDump "$kFolder/header" | grep -c '^  [0-9]*: \(luks2\|kiosk-tpm2\)$') == 2 ]]
}

other_part() {
    local before
    say "another board"
    [[ -f $kFolder/disk.img ]] || { handed_over; starts_beside own; }
    before=$(data_of_disk)
    starts_beside other
    expect "Q5 beside another TPM it does not open, and that is told" said "data locked: tpm.other:"
    expect "Q5 and is not made anew" not said "data: begun"
    starts_beside none
    expect "Q5 without a TPM it does not open, and that is told" said "data locked: tpm.absent:"
    expect "Q5 nothing was written there" [ "$(data_of_disk)" == "$before" ]
    starts_beside own
    expect "Q5 beside its own it opens as before" said "data: encrypted"
    expect "Q5 and was not made anew" not said "data: begun"
}

# is_handed_over, is_sealed: the site is on its partition still; the data has a header that the TPM's key is in.
is_handed_over() {
    [[ $(dd if="$kFolder/disk.img" bs=1 count=5 status=none \
        skip=$(($(start_of "$kFolder/disk.img" site) * 512 + 257)) | tr -d '\0') == ustar ]]
}

is_sealed() {
    data_of_disk >/dev/null
    cryptsetup token export --token-id 0 "$kFolder/header" 2>/dev/null | grep -q kiosk-tpm2
}

is_kept() { is_handed_over || is_sealed; }

# One TPM and one disk for all cuts: what counts losses of power would be full, and what one cut spoilt the next would meet.
cuts_part() {
    local moment
    handed_over
    for moment in "${kMoments[@]}"; do
        say "power goes $moment s after the data is begun or open"
        beside_tpm cut
        start_beside
        wait_for "$kSecondsToSettle" said "data: "
        sleep "$moment"
        stop
        tpm_away
        expect "Q5 cut after $moment s: it got so far" said "data: \(begun\|encrypted\)"
        expect "Q5 cut after $moment s: site or data is whole" is_kept
    done
    say "after ${#kMoments[@]} cuts"
    beside_tpm cut
    start_beside
    wait_for "$kSecondsToWork" is_serving "$kFolder"
    stop
    tpm_away
    expect "Q5 the TPM opens it all the same" said "data: encrypted"
    expect "Q5 the kiosk comes to its first screen" is_serving "$kFolder"
    expect "Q5 nothing can be read on the disk" not holds_planted
}

plain_part() {
    say "without a TPM, and what was plain before"
    handed_over
    starts_beside none
    expect "without a TPM the data is plain, and that is told" said "data: plain"
    starts_beside own
    expect "Q5 plain data beside a TPM is told, and stays" said "data: plain-beside-tpm"
    expect "Q5 and is not begun again" not said "data: begun"
}

if ! command -v swtpm >/dev/null; then
    say "skipped: swtpm is missing; install what board/packages/test.txt lists"
    exit 0
fi
parts=("${@:3}")
((${#parts[@]})) || parts=(first other cuts plain)
rm -rf "$kFolder"
mkdir -p "$kFolder" || fail "cannot write to $kFolder" "make room or remove it by hand"
trap 'stop; tpm_away; rm -rf "$kFolder"/{disk,site,firmware}.img "$kFolder"/{header,site,qmp.in,qmp.out,bench}' EXIT
trap 'exit 143' INT TERM HUP
make_desk_site "$kFolder/site"
echo "$kPlanted" >"$kFolder/site/planted"
SOURCE_DATE_EPOCH=$EPOCHSECONDS make_site "$kFolder/site.img" "$kFolder/site"
for part in "${parts[@]}"; do "${part}_part"; done
conclude "the encrypted data"
