# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# shellcheck disable=SC2317,SC2034  # expectations are called by name; processes.sh removes what is left over
# What is expected of an image as it is made and of its first start, on whatever board. Needs say.sh, processes.sh,
# machine.sh, expect.sh and ROOT.

readonly kFewestColours=50 # of a screen with text on it; an empty one has one or two
readonly kLargestRootMb=120

no_failures() { ! grep -a 'Failed to start\|entered failed state' "$1/serial.log"; }

digest() { sed -n 's/  kiosk.img//p' "$1/SHA256SUMS"; }

# colours PICTURE: how many this PPM has.
colours() { tail -c +16 "$1" | od -An -v -w3 -tx1 | awk '!seen[$0]++' | wc -l; }

# root_mb LOG: as board/image told it.
root_mb() { sed -n 's/.*: root \([0-9.]*\) MB.*/\1/p' "$1"; }

at_most() { [[ $1 ]] && awk "BEGIN { exit !($1 <= $2) }"; }

# expect_made_alike OUT: OUT/first and OUT/second are one image, and a small one. The second goes.
expect_made_alike() {
    expect "the root has at most $kLargestRootMb MB" at_most "$(root_mb "$1/first.log")" "$kLargestRootMb"
    expect "two builds of one commit give one image" [ "$(digest "$1/first")" == "$(digest "$1/second")" ]
    expect "two builds of one commit hold the same packages" cmp "$1"/{first,second}/packages.txt
    rm -rf "$1/second"
}

# start_image IMAGE FOLDER: its process is MACHINE_PID until whoever calls ends it, or ends.
start_image() {
    LEFTOVERS=("$2"/{data,data.img,disk.img,firmware.img,qmp.in,qmp.out})
    run_in_group "$ROOT/tests/image/run_image" "$1" "$2" &
    MACHINE_PID=$!
    trap 'kill "$MACHINE_PID" 2>/dev/null; wait "$MACHINE_PID"' EXIT
    trap 'exit 143' INT TERM HUP
}

# expect_first_screen FOLDER SECONDS: that it comes, shows something, and that all else starts too; first.ppm is its picture.
# Ends with 0 where there is one.
expect_first_screen() {
    local folder=$1 seconds=$2
    wait_for "$seconds" is_serving "$folder"
    expect "the image comes to the first screen within $seconds s" is_serving "$folder"
    is_serving "$folder" || return
    picture_of_machine "$folder" "$folder/first.ppm"
    wait_for 60 [ -s "$folder/first.ppm" ]
    expect "the screen shows something" at_least "$(colours "$folder/first.ppm")" "$kFewestColours"
    wait_for "$seconds" has_all_started "$folder"
    expect "the whole system starts" has_all_started "$folder"
    grep -a 'kiosk: ready\|Startup finished' "$folder/serial.log"
    expect "no unit fails" no_failures "$folder"
    return 0
}
