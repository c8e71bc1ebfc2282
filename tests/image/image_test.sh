#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2317  # expectations are called by name
# image_test.sh FOLDER: makes the image twice, which must come to the same bytes, and starts it in a machine of
# software, which must come to the first screen. Leaves image, picture and the serial port's words in FOLDER. Ends with
# 77 where there is no QEMU.
set -uo pipefail
ROOT=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd -P)
COMMAND=tests/run
. "$ROOT/board/lib/say.sh"
. "$ROOT/board/lib/processes.sh"
. "$ROOT/board/lib/machine.sh"
. "$ROOT/tests/image/expect.sh"
. "$ROOT/tests/image/first_screen.sh"
readonly kSecondsToFirstScreen=900 # every instruction is translated
readonly out=$1
readonly kMostExposed=1.0 # of 10
readonly kLatestFirstScreen=0.75 # of the time at which all has started; 0.65 is the aim
readonly kLanguageX=290 kLanguageY=124 # a button of the first screen, in pixels
readonly kFewestPressedBytes=1000000   # of 6 million, that differ once its dialog lies over the screen
readonly kSecondsBetweenLooks=8        # a kiosk looks at its devices again after 7.5 at most, and may then say something else
install=()
[[ ${KIOSK_INSTALL:-yes} == yes ]] || install=(--no-install)

lacks() { ! grep -i "$1" "$2"; }

# share_of_first_screen FOLDER: of the time at which all has started; by the journal's own clock.
share_of_first_screen() {
    awk -F '[][ ]+' '/kiosk: ready/ && !ready { ready = $2 } /Startup finished/ { whole = $2 }
        END { if (ready && whole) printf "%.2f\n", ready / whole }' "$1/serial.log"
}

# has_answered FOLDER: what its screen shows is another screen than first.ppm.
has_answered() {
    picture_of_machine "$1" "$1/pressed.ppm"
    sleep 1
    (($(cmp -l "$1/first.ppm" "$1/pressed.ppm" 2>/dev/null | wc -l) >= kFewestPressedBytes))
}

# has_settled FOLDER: by itself its screen shows nothing else any more; first.ppm is that.
has_settled() {
    picture_of_machine "$1" "$1/first.ppm"
    sleep "$kSecondsBetweenLooks"
    ! has_answered "$1"
}

for program in qemu-system-x86_64 mmdebstrap mksquashfs veritysetup; do
    [[ ${KIOSK_INSTALL:-yes} == yes ]] && break # they come with the first build
    command -v "$program" >/dev/null && continue
    say "skipped: $program is missing; install what board/packages/image.txt and machine.txt list"
    exit 77
done
rm -rf "$out"
mkdir -p "$out/machine" || fail "cannot write to $out" "make room or remove it by hand"
"$ROOT/board/image" keys "$out/keys" "${install[@]}" || exit
"$ROOT/board/image" boot-keys "$out/boot-keys" "${install[@]}" || exit
for run in first second; do
    "$ROOT/board/image" build "${install[@]}" --keyring "$out/keys/keyring.pem" \
        --boot-keys "$out/boot-keys" --out "$out/$run" 2>&1 | tee "$out/$run.log" || exit
done
expect_made_alike "$out"
expect "nothing draws by Mesa" lacks 'mesa\|llvm' "$out/first/packages.txt"

unit=$ROOT/board/image.d/rootfs/etc/systemd/system/kiosk.service
exposure=$(systemd-analyze security --offline=true --no-pager "$unit" | sed -n 's/.*Overall exposure.*: \([0-9.]*\) .*/\1/p')
say "exposure of kiosk.service: $exposure"
expect "the kiosk's unit is exposed at most $kMostExposed" at_most "$exposure" "$kMostExposed"

start_image "$out/first/kiosk.img" "$out/machine"
if expect_first_screen "$out/machine" "$kSecondsToFirstScreen"; then
    expect "the first screen comes within $kLatestFirstScreen of the whole start" \
        at_most "$(share_of_first_screen "$out/machine")" "$kLatestFirstScreen"
    wait_for 120 has_settled "$out/machine"
    sleep "$kSecondsBetweenLooks"
    expect "nothing is answered before it is pressed" not has_answered "$out/machine"
    press_on_machine "$out/machine" "$kLanguageX" "$kLanguageY"
    wait_for 60 has_answered "$out/machine"
    expect "a press acts" has_answered "$out/machine"
fi
kill "$MACHINE_PID" && wait "$MACHINE_PID"
expect "the right slot starts" "$ROOT/tests/image/slots_test.sh" "$out/first/kiosk.img" "$out/slots"
expect "what is signed starts, and nothing else" "$ROOT/tests/image/secure_test.sh" "$out/first/kiosk.img" "$out/boot-keys" "$out/secure"
expect "what is fit is installed" "$ROOT/tests/image/update_test.sh" "$out/first" "$out/keys" "$out/update"
expect "people are served" "$ROOT/tests/image/visit_test.sh" "$out/first" "$out/keys" "$ROOT/build/release/bin/machine_bench" "$out/visit"
expect "the kiosk's key lies in the TPM" "$ROOT/tests/image/tpm_test.sh" "$out/first/kiosk.img" "$out/tpm"
expect "what is kept is encrypted" "$ROOT/tests/image/vault_test.sh" "$out/first" "$out/vault"
expect "a person at a desk is served" "$ROOT/tests/image/desk_test.sh" "$out/first/kiosk.img" "$out/desk"
conclude "the image"
