# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2154  # whoever includes this leaves $said and $status
# What is expected of a script that has just been run: how it ended is in $status, what it said in $said.

failures=0

# expect WHAT CONDITION…: counts and tells a failed expectation.
expect() {
    local what=$1
    shift
    "$@" && return
    failures=$((failures + 1))
    printf 'FAILED: %s\n  ended with %s and said: %s\n' "$what" "$status" "$said"
}

ended() { [[ $status == "$1" ]]; }
mentions() { [[ $said == *"$1"* ]]; }
