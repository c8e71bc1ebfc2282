# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Installs the Debian packages that board/packages/*.txt list. Needs say.sh and ROOT.

readonly kRoomToInstallMb=2000

# packages_of GROUP…: the names in these lists, one a line.
packages_of() {
    local group
    for group; do
        sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$ROOT/board/packages/$group.txt"
    done
}

# missing_packages GROUP…: those of packages_of that are not installed.
missing_packages() {
    local wanted
    wanted=$(packages_of "$@" | sort -u)
    # shellcheck disable=SC2086  # one word, one package
    comm -23 <(echo "$wanted") \
        <(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' $wanted 2>/dev/null |
            sed -n 's/^ii *//p' | sort -u)
}

# Before a command that needs root's rights; empty for root itself.
AS_ROOT=()

# need_root PACKAGE…: fills AS_ROOT without ever asking for a password, or says what to do by hand.
need_root() {
    ((EUID == 0)) && return
    AS_ROOT=(sudo -n)
    sudo -n true 2>/dev/null ||
        fail "no root rights to install packages" "as root: apt-get install $*"
}

# run_apt LOG ARGUMENTS…: apt-get that asks nothing, waits for another apt-get, and shows its steps.
run_apt() {
    local log=$1
    shift
    "${AS_ROOT[@]}" env DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=a \
        apt-get -q -y -o DPkg::Lock::Timeout=300 -o Acquire::Retries=2 "$@" </dev/null 2>&1 |
        tee -a "$log" | sed -un -e '/^Need to get/p' -e '/^Setting up/p' >&2
    return "${PIPESTATUS[0]}"
}

# explain_apt_failure LOG: turns what apt-get wrote into one line with a remedy.
explain_apt_failure() {
    local log=$1
    if grep -q 'No space left\|enough free space' "$log"; then
        fail "the disk is full" "make room and run again (log: $log)"
    elif grep -q 'Could not get lock\|Unable to acquire' "$log"; then
        fail "another package manager holds the lock" "wait until it ends and run again (log: $log)"
    elif grep -q 'Failed to fetch\|Could not resolve\|Could not connect\|Unable to locate' "$log"; then
        fail "no package server has what is missing" \
            "check the network and /etc/apt/sources.list, then run again (log: $log)"
    fi
    fail "apt-get could not install the packages" "its words are in $log"
}

# install_packages GROUP…: makes sure that every package of these lists is installed.
install_packages() {
    command -v dpkg-query >/dev/null ||
        fail "this is no Debian system" "install what board/packages lists and add --no-install"
    local missing log
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]})) || return 0

    need_root "${missing[@]}"
    need_room /var/cache/apt "$kRoomToInstallMb"
    say "installing ${#missing[@]} Debian packages: ${missing[*]}"
    log=$(mktemp "${TMPDIR:-/tmp}/apt-XXXXXX.log")
    run_apt "$log" update || explain_apt_failure "$log"
    run_apt "$log" install --no-install-recommends "${missing[@]}" || explain_apt_failure "$log"
    rm -f "$log"
}
