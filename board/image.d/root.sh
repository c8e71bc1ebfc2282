# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# The root as an archive, from Debian's packages alone. Needs say.sh, board.sh and ROOT.

# image_packages: the names in packages.txt, one a line.
image_packages() { sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$ROOT/board/image.d/packages.txt"; }

# make_root WORK: leaves WORK/root.tar, WORK/packages.txt, and in WORK/early what the initial file system needs.
# Programs and modules lie in WORK already (gather_programs, gather_modules). What mmdebstrap would clean up is gone
# by then.
make_root() {
    local work=$1
    say "the root: $(image_packages | wc -l) packages and those they need; some minutes"
    mkdir -p "$work/tmp" "$work/early"
    TMPDIR=$work/tmp IMAGE_MODULES=$work/modules IMAGE_PROGRAMS=$work/programs IMAGE_EARLY=$work/early \
        IMAGE_LIBRARIES=$LIBRARIES IMAGE_LIBRARY_LOADER=$LIBRARY_LOADER IMAGE_SERIAL=${CONSOLE%%,*} \
        IMAGE_PACKAGES=$work/packages.txt IMAGE_BOARD=$(cat "$work/board") IMAGE_VERSION=$(cat "$work/version") \
        mmdebstrap --variant=essential --architectures="$ARCHITECTURE" --components=main --skip=check/qemu \
        --aptopt='Apt::Install-Recommends "false"' \
        --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright' \
        --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
        --include="$(image_packages | paste -sd ,)" --customize-hook="$ROOT/board/image.d/fill_root" --skip=cleanup \
        bookworm "$work/root.tar" >"$work/root.log" 2>&1 </dev/null && return
    explain_root_failure "$work/root.log"
}

# explain_root_failure LOG: what mmdebstrap wrote, as one line with a remedy; the log is kept.
explain_root_failure() {
    local log=$OUT/root.log
    cp "$1" "$log"
    if grep -q 'No space left' "$log"; then
        fail "the disk is full" "make room and run again (log: $log)"
    elif grep -q 'Failed to fetch\|Could not resolve\|Could not connect\|Temporary failure' "$log"; then
        fail "no package server has what is missing" "check the network and run again (log: $log)"
    elif grep -q 'unshare\|newuidmap\|subuid' "$log"; then
        fail "no rights to make a tree of another's files" "run it as root (log: $log)"
    elif grep -q '^board/image: ' "$log"; then
        fail "$(sed -n 's/^board\/image: //p' "$log" | head -1)" "then run again (log: $log)"
    fi
    fail "the root could not be made" "the reason is at the end of $log"
}

# gather_programs WORK: the kiosk's programs as they are shipped, without names for debuggers, and the table that a program
# of this system made.
gather_programs() {
    local program
    mkdir -p "$1/programs"
    for program in kiosk kiosk-reader kiosk-device kiosk-egress kiosk-speaker kiosk-vault kioskctl; do
        "${TOOL_PREFIX}strip" -o "$1/programs/$program" "$ROOT/build/$PRESET/bin/$program" ||
            fail "$program cannot be read" "build it: board/run --build-only"
    done
    cp "$ROOT/build/release/bin/typing-characters" "$1/programs/" ||
        fail "the table of characters cannot be read" "build it: board/run --build-only"
}
