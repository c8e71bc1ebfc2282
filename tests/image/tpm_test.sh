#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2317  # expectations are called by name
# tpm_test.sh IMAGE FOLDER: the kiosk's own key in the TPM of a machine of software: made at its first start, the same in
# the other slot after power was away, and of no use beside another TPM, where the kiosk says so and goes on.
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
readonly kImage=$1 kFolder=$2
. "$ROOT/tests/image/slot_disk.sh"
. "$ROOT/tests/image/bench.sh"
. "$ROOT/tests/image/soft_tpm.sh"
readonly kSecondsToPlay=1500 kBench=$ROOT/tests/image/bench/key

# name_in PLAY: of the key that signed the proof.
name_in() { sed -n 's/.*"key":"\([0-9A-F-]*\)".*/\1/p' "$kFolder/out/$1/proof.json"; }

if ! command -v swtpm >/dev/null; then
    say "skipped: swtpm is missing; install what board/packages/test.txt lists"
    exit 0
fi
rm -rf "$kFolder"
mkdir -p "$kFolder" || fail "cannot write to $kFolder" "make room or remove it by hand"
machine_disk "$kImage" "$kFolder"
trap 'stop; tpm_away; rm -rf "$kFolder"/{disk.img,firmware.img,qmp.in,qmp.out,bench}' EXIT
trap 'exit 143' INT TERM HUP

play_beside own a "$kBench" key_made
expect "S3 the kiosk says of its key" played_well key_made
expect "S3 at its first start the key is made in the TPM" told key_made proof.json '"keyPlace":"tpm"'
expect "S3 the doctor says so, and that it signs" told key_made doctor.json '"key":{"place":"tpm","signs":true}'
expect "S3 the kiosk's group may open one node of the TPM" told key_made nodes '^/dev/tpmrm0 660 root:kiosk$'
expect "S3 nobody but root may open the other" told key_made nodes '^/dev/tpm0 600 root:root$'
expect "S2 who installs may have it sign" told key_made installer '^0$'
play_beside own b "$kBench" key_again
expect "S3 the other slot has the same key after power was away" [ "$(name_in key_again)" == "$(name_in key_made)" ]
expect "S3 a key has a name" [ -n "$(name_in key_made)" ]
expect "S3 and signs with it" told key_again doctor.json '"signs":true'
play_beside other a "$kBench" key_elsewhere
expect "S3 beside another TPM nothing is signed" told key_elsewhere proof.error 'tpm\.other'
expect "S3 and no other key made" told key_elsewhere doctor.json '"key":{"place":"tpm","signs":false}'
expect "D12 the doctor names the exchanged TPM, and who must act" told key_elsewhere doctor.json '"tpm\.other","remedy":"technician"'
expect "S3 the kiosk serves all the same" said 'kiosk: ready'
conclude "the key in the TPM"
