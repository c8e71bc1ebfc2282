#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2317  # expectations are called by name
# slots_test.sh IMAGE FOLDER: which of its two systems the image starts, in a machine of software: one that works gets its
# tries back, power that comes and goes does not unseat it, and one that is broken hands over to the other.
set -uo pipefail
ROOT=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd -P)
COMMAND=tests/run
. "$ROOT/board/lib/say.sh"
. "$ROOT/board/lib/processes.sh"
. "$ROOT/board/lib/machine.sh"
. "$ROOT/tests/image/expect.sh"
readonly kImage=$1 kFolder=$2
. "$ROOT/tests/image/slot_disk.sh"
readonly kBlips=10
readonly kSecondsToLoader=120

rm -rf "$kFolder"
mkdir -p "$kFolder" || fail "cannot write to $kFolder" "make room or remove it by hand"
machine_disk "$kImage" "$kFolder"
trap 'stop; rm -f "$kFolder"/{disk.img,firmware.img,grubenv,qmp.in,qmp.out}' EXIT
trap 'exit 143' INT TERM HUP

expect "a new disk gives each slot a few tries" [ "$(tries a) $(tries b)" == "xxx xxx" ]
start
wait_for "$kSecondsToWork" works a
expect "F3 slot a is good when its kiosk has gone on for a minute" works a
stop
expect "F3 a good slot has all its tries" [ "$(tries a)" == "$kTriesOfGood" ]

start
for ((blip = 0; blip < kBlips; blip++)); do
    taken=${kTriesOfGood:blip+1}
    wait_for "$kSecondsToLoader" tries_are a "$taken"
    tell_machine "$kFolder" '{"execute":"system_reset"}'
done
wait_for "$kSecondsToWork" works a
expect "F4 after $kBlips power blips the same slot starts" works a
stop
expect "F4 nothing was taken from the other" [ "$(tries b)" == xxx ]

set_tries xx
break_at "$kFolder/disk.img" $(($(start_of "$kFolder/disk.img" root-a) + 2))
start
wait_for "$kSecondsToWork" works b
expect "F1 a slot that cannot start hands over to the other" works b
stop
expect "F1 it was tried as often as it had tries" [ -z "$(tries a)" ]
expect "F3 the other one is good now" [ "$(tries b)" == "$kTriesOfGood" ]
conclude "which slot starts"
