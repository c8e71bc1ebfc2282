#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2317  # expectations are called by name
# desk_test.sh IMAGE FOLDER: a person without a display at `board/run --machine`, who types what happens around the kiosk of
# the image: a licence is printed and its code checked, and a wish kept without network. What came of it lies in FOLDER.
set -uo pipefail
ROOT=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd -P)
COMMAND=tests/run
. "$ROOT/board/lib/say.sh"
. "$ROOT/tests/image/expect.sh"
readonly kImage=$1 kFolder=$2
readonly kDesk=$kFolder/machine
readonly kSecondsToStart=300
unset DISPLAY WAYLAND_DISPLAY

# board_run: in this process's place.
board_run() { exec "$ROOT/board/run" --machine --no-install --image "$kImage" --out "$kFolder"; }

# answered WORDS: a line was.
answered() { grep -aqs -- "$1" "$kFolder/answers"; }

# nothing_runs: neither of what knows the folder, nor of what hands on its connections.
nothing_runs() {
    local file words
    for file in /proc/[0-9]*/cmdline; do
        words=$(tr '\0' ' ' 2>/dev/null <"$file")
        [[ $words != *"$kDesk/"* && $words != "busybox nc 127.0.0.1 "* ]] || { echo "$words" && return 1; }
    done 2>/dev/null
}

has_started() { [[ -s $kDesk/serial.log ]]; }

# is_copy FILE: one page, with what was asked for and for what.
is_copy() {
    local words
    words=$(pdftotext "$1" - 2>/dev/null) &&
        [[ $(pdfinfo "$1" | sed -n 's/^Pages: *//p') == 1 && $words == *机动车驾驶证* && $words == *林云舒* && $words == *银行开户* ]]
}

# sheets: that were printed, in their order.
sheets() { find "$kDesk/sheets" -name '*.pdf' | sort -V; }

rm -rf "$kFolder"
mkdir -p "$kFolder" || fail "cannot write to $kFolder" "make room or remove it by hand"

say "a machine that is ended while it starts"
board_run </dev/null 2>"$kFolder/ended.log" &
run=$!
trap 'kill "$run" 2>/dev/null; wait "$run"' EXIT
trap 'exit 143' INT TERM HUP
wait_for "$kSecondsToStart" has_started
expect "a machine starts" has_started
kill "$run"
wait "$run"
expect "a command that is ended says so" [ $? == 143 ]
expect "a command that is ended takes the machine along, the regions, and what is between" nothing_runs
expect "a command that is ended leaves no disk" [ ! -e "$kDesk/work" ]

say "a visit, typed"
board_run >"$kFolder/answers" 2> >(tee "$kFolder/run.log" >&2) <<'END' &
play first_visit
see start
touch begin
see identify
card 林云舒
see choose 海宁州
touch 机动车驾驶证
see look 电子印章核对通过
touch to-purpose
see purpose
touch purpose.bank
touch print
{"see": {"screen": "take", "within": 60}}
lift
touch finish
see start
sheets
code
touch check-copy
see copy-verdict 这份打印件是真的
see copy-verdict 银行开户
code none
touch finish
see start
network cut
touch begin
see identify
card 林云舒
{"see": {"screen": "offer-to-keep", "within": 60}}
touch keep
see kept 请取走凭条
lift
touch finish
see start
sheets
END
run=$!
wait "$run"
expect "all that was typed was done" [ $? == 0 ]
mapfile -t printed < <(sheets)
expect "a scenario is played, and told" [ -s "$kDesk/summary.json" ]
expect "R7 the scenario's sheet and another are on the host" [ "${#printed[@]}" == 2 ]
expect "R7 it is the licence asked for, and says what for" is_copy "${printed[1]:-none}"
expect "R7 its code names its copy" answered '^ok 2 sheets, 0 slips | .*pages 1, copy .*pages 1, copy '
expect "D10 a kiosk that sees its code knows it" answered '^ok copy-verdict'
expect "Q1 without network the wish is kept, with a slip" answered '^ok 2 sheets, 1 slips'
expect "each line leaves a picture" [ "$(find "$kDesk/pictures" -size +1k -name '*.png' | wc -l)" -ge 30 ]
expect "nothing runs any more" nothing_runs
expect "no disk is left" [ ! -e "$kDesk/work" ]
conclude "a person at the desk"
