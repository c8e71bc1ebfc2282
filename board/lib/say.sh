# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Words to the person at the terminal. Everything goes to stderr, so that what a command was asked
# for stands alone on stdout. COMMAND is the calling script as its user knows it.

# What a script of this repository ends with, besides 0 and the status of what it ran.
readonly kCouldNot=2
readonly kWrongUsage=64

# say WORDS…: what is being done now.
say() { printf '== %s\n' "$*" >&2; }

# fail WHAT REMEDY: one line with what is wrong and what to do, then the end.
fail() {
    printf '%s: %s; %s\n' "${COMMAND:-${0##*/}}" "$1" "$2" >&2
    exit "$kCouldNot"
}

# wrong_usage WHAT: as fail, for an argument nobody knows.
wrong_usage() {
    printf '%s: %s; see %s --help\n' "${COMMAND:-${0##*/}}" "$1" "${COMMAND:-${0##*/}}" >&2
    exit "$kWrongUsage"
}

# need_room FOLDER MEGABYTES: fails while there is still time to make room.
need_room() {
    local folder=$1 wanted=$2 free
    while [[ ! -d $folder ]]; do folder=$(dirname "$folder"); done
    free=$(($(df -Pk "$folder" | awk 'NR == 2 { print $4 }') / 1024))
    ((free >= wanted)) ||
        fail "only $free MB free on the disk of $folder" "make room for $wanted MB and run again"
}
