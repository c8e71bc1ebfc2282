#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A kiosk that crashes while a person's licences are on its screen, as a real process: what it leaves
# in its folder names cause and place to the doctor and to the bundle, and holds nothing of the person.
#
#   crash_test.sh PROGRAMS OUT      under board/lib/with_display and umockdev-wrapper
# shellcheck disable=SC2317  # expectations are called by name
set -uo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
programs=$1 out=$2
failures=0

# check WHAT COMMAND…: the command succeeds.
check() {
    local what=$1
    shift
    "$@" && return
    echo "FAILED: $what"
    failures=$((failures + 1))
}

says() { [[ $said == *"$1"* ]]; }
lacks() { [[ $said != *"$1"* ]]; }
# The file holds no eight neighbouring bytes of the text; fewer stand in addresses by chance.
holds_none_of() {
    python3 -c '
import sys
held, text = open(sys.argv[1], "rb").read(), sys.argv[2].encode()
sys.exit(any(text[i:i + 8] in held for i in range(len(text) - 7)))' "$1" "$2"
}

rm -rf "$out"
check 'the scenario holds' "$programs/bench" --root "$ROOT" --out "$out" --visit crashed_mid_visit
state=$out/kiosk/state config=$out/kiosk/kiosk.json
check 'the crash is kept' grep -q '"how": "crashed"' "$state/endings.json"
check 'with what was last on the screen' grep -q '"word": "choose"' "$state/endings.json"
check 'and where in the program' grep -q '"module": "kiosk"' "$state/endings.json"
for file in "$state/endings.json" "$state/run"; do
    for person in 林云舒 99010119900307112; do
        check "${file##*/} holds nothing of the person" holds_none_of "$file" "$person"
    done
done
said=$("$programs/kioskctl" doctor --config "$config" --json 2>&1)
check 'the doctor knows how it ended before, once it was stopped since' says '"unasked": 1'
rm -f "$out/bundle.zip"
check 'the bundle is made' "$programs/kioskctl" bundle --config "$config" "$out/bundle.zip"
said=$(unzip -p "$out/bundle.zip" endings.json)
check 'the bundle tells of the crash' says '"fault": "segv"'
check 'and of no person' lacks 林云舒

((failures == 0)) && echo 'all as promised'
exit $((failures > 0))
