# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034,SC2054,SC2154  # names are for whoever includes this; commas are QEMU's
# TPMs of software, one at a time beside the machine. Needs slot_disk.sh and the folder of the machine in kFolder.

tpm=

# beside_tpm NAME: the next start has this one, which keeps what it knows in kFolder/NAME; QEMU's options are in `beside`.
beside_tpm() {
    mkdir -p "$kFolder/$1"
    swtpm socket --tpm2 --terminate --tpmstate "dir=$kFolder/$1" --ctrl "type=unixio,path=$kFolder/tpm" &
    tpm=$!
    wait_for 10 [ -S "$kFolder/tpm" ]
    beside=(-chardev "socket,id=tpm,path=$kFolder/tpm" -tpmdev emulator,id=tpm,chardev=tpm -device tpm-tis,tpmdev=tpm)
}

# tpm_away: it loses power, as its board did.
tpm_away() {
    [[ -z $tpm ]] || { kill "$tpm" && wait "$tpm"; } 2>/dev/null
    tpm='' beside=()
    rm -f "$kFolder/tpm"
}

# play_beside TPM SLOT BENCH PLAY: as play_on_disk (bench.sh), with this TPM.
play_beside() {
    beside_tpm "$1"
    play_on_disk "${@:2}"
    tpm_away
}

# is_settled: it is known what becomes of the data.
is_settled() { said "data: \(encrypted\|plain\|plain-beside-tpm\)\|data locked"; }
