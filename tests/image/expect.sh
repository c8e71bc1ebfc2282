# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# What is expected of a machine of software, each told when it fails.

failures=0

# expect WHAT CONDITION…: counts and tells a failed expectation.
expect() {
    local what=$1
    shift
    "$@" && return
    failures=$((failures + 1))
    printf 'FAILED: %s\n' "$what"
}

# wait_for SECONDS CONDITION…: until it holds.
wait_for() {
    local until=$((SECONDS + $1))
    shift
    until "$@"; do
        ((SECONDS < until)) || return
        sleep 1
    done
}

not() { ! "$@"; }

at_least() { (($1 >= $2)); }

# conclude WHAT: tells that all held, and ends.
conclude() {
    ((failures == 0)) && echo "all expectations of $1 held"
    exit $((failures > 0))
}
