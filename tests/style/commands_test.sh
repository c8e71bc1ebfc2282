#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What board/run and tests/run promise, without building anything. apt-get, dpkg-query, df and sudo
# are replaced by small programs in front of the PATH; nothing is really installed.
# shellcheck disable=SC2016,SC2317  # the programs stand in quotes; expectations are called by name
set -uo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
world=$(mktemp -d "${TMPDIR:-/tmp}/commands-XXXXXX")
trap 'rm -rf "$world"' EXIT
mkdir "$world/bin"
. "$ROOT/tests/style/expect.sh"

# replace NAME: puts a program of this name, read from stdin, in front of the real one.
replace() {
    { echo '#!/bin/bash'; cat; } >"$world/bin/$1"
    chmod +x "$world/bin/$1"
}

# run COMMAND…: leaves what it said in $said and how it ended in $status.
run() {
    said=$(cd / && PATH=$world/bin:$PATH "$@" 2>&1 </dev/null)
    status=$?
}

# install: a run of the installer for one made-up list, in a process of its own.
install() {
    run "$@" env ROOT="$world" bash -c '
        COMMAND=tests/run
        . "$ROOT/board/lib/say.sh"
        . "$ROOT/board/lib/packages.sh"
        install_packages some'
}

in_one_line() { [[ $(grep -c "^tests/run: " <<<"$said") == 1 && $said == *"; "* ]]; }
apt_calls() { [[ $(wc -l <"$world/apt_calls") == "$1" ]]; }

# boards_are_whole: of each profile in board/image.d/boards what an image needs is known, and none says it is another.
boards_are_whole() {
    local COMMAND=board/image name
    . "$ROOT/board/lib/say.sh"
    . "$ROOT/board/image.d/board.sh"
    for name in $(boards); do
        (use_board "$name" && [[ -r ${BOARD_MODULES[1]} && $CONSOLE == *,* && $BOOT_MB -gt 0 ]] && echo "$COMPATIBLE") ||
            echo "$name is not whole"
    done | sort >"$world/boards"
    ! grep 'not whole' "$world/boards" && [[ -z $(uniq -d "$world/boards") ]]
}

# fresh_machine: a list of two packages of which one is missing, and a server that has it.
fresh_machine() {
    mkdir -p "$world/board/packages"
    cp -r "$ROOT/board/lib" "$world/board/"
    printf '# why\nhere-already   # one\nmissing-yet    # other\n' >"$world/board/packages/some.txt"
    echo here-already >"$world/installed"
    : >"$world/apt_calls"
    replace dpkg-query <<<'sed "s/^/ii /" "$ROOT/installed"'
    replace apt-get <<<'echo "$@" >>"$ROOT/apt_calls"
        [[ $* != *" install "* ]] || printf "%s\n" "${@: -1}" >>"$ROOT/installed"'
    replace sudo <<<'shift; exec "$@"'
    replace df <<<'printf "Filesystem\nx 0 0 99999999 0 /\n"'
}

for command in board/run board/image tests/run; do
    run "$ROOT/$command" --help
    expect "$command --help ends well" ended 0
    expect "$command --help tells of --no-install" mentions --no-install
    run "$ROOT/$command" --upside-down
    expect "$command refuses an unknown option" ended 64
    expect "$command names the unknown option" mentions --upside-down
done

ln -s "$ROOT/tests/run" "$world/linked"
run "$world/linked" --list
expect "the suites are listed, also through a link" mentions conformance
run "$ROOT/tests/run" --no-install unit knitting
expect "an unknown suite is wrong usage" ended 64
expect "an unknown suite is answered with the known ones" mentions "unknown suite knitting (known: unit "
run "$ROOT/tests/run" --preset soft
expect "an unknown preset is wrong usage" ended 64
run "$ROOT/board/run" --visit
expect "--visit without a scenario is wrong usage" ended 64

run "$ROOT/board/run" --visit to_the_moon
expect "an unknown scenario is wrong usage, before anything is built" ended 64
run "$ROOT/board/run" --machine --visit to_the_moon
expect "an unknown scenario is so in a machine too" ended 64
run "$ROOT/board/run" --machine --image "$world/nothing"
expect "an image that is not there is wrong usage, before anything is built" ended 64
expect "an image that is not there is named" mentions "no file $world/nothing"
run "$ROOT/board/image" build --out
expect "--out without a folder is wrong usage" ended 64
run "$ROOT/board/image" build --board toaster
expect "an unknown board is wrong usage, before anything is built" ended 64
expect "an unknown board is answered with the known ones" mentions "unknown board toaster (known: amd64-pc "
expect "every board has a bundle of its own, a console, and modules" boards_are_whole
run "$ROOT/board/image" build --site "$world"
expect "a site without its kiosk.json is wrong usage, before anything is built" ended 64
run "$ROOT/board/image" build --boot-keys "$world"
expect "boot keys that are not there are wrong usage, before anything is built" ended 64
expect "boot keys that are not there are named" mentions "no db.key and db.pem in $world"
run "$ROOT/board/image" boot-keys
expect "boot keys without a folder are wrong usage" ended 64
mkdir "$world/bundle_keys" && touch "$world/bundle_keys/signer.key"
run "$ROOT/board/image" boot-keys "$world/bundle_keys" --no-install
expect "boot keys do not lie with the keys of bundles" ended 2
touch "$world/file"
run "$ROOT/board/image" build --no-install --out "$world/file"
expect "a folder that is none is said, before anything is built" ended 2
expect "a folder that is none is named" mentions "cannot write to $world/file"

fresh_machine
install
expect "what is missing is installed" ended 0
expect "lists are read once, packages installed once" apt_calls 2
expect "only the missing package is asked for" \
    grep -q -- '-y .*install --no-install-recommends missing-yet$' "$world/apt_calls"
install
expect "a second run installs nothing" apt_calls 2
expect "a second run says nothing" [ -z "$said" ]

fresh_machine
replace apt-get <<<'echo "E: Failed to fetch http://example.invalid" >&2; exit 100'
install
expect "without a package server it ends with 2" ended 2
expect "without a package server it says so in one line" in_one_line
expect "without a package server the network is named" mentions "no package server"

fresh_machine
replace apt-get <<<'echo "E: write error - No space left on device" >&2; exit 100'
install
expect "a disk that fills up is named" mentions "the disk is full"

fresh_machine
replace df <<<'printf "Filesystem\nx 0 0 1024 0 /\n"'
install
expect "a full disk is noticed before anything is fetched" apt_calls 0
expect "a full disk is said in one line" in_one_line

fresh_machine
replace sudo <<<'exit 1'
chmod -R a+rwX "$world"
if ((EUID == 0)); then install setpriv --reuid 65534 --clear-groups; else install; fi
expect "without root rights it ends with 2" ended 2
expect "without root rights it says what root would type" mentions "apt-get install missing-yet"

status=0 said=$(sed -n '/^[^#]/p' "$ROOT"/board/{packages/*,image.d/packages}.txt | grep -vE '^[a-z0-9][a-z0-9+.-]+ +# .+')
expect "every listed package has a reason" [ -z "$said" ]
said=$(sed -n 's/^\([^# ]\+\).*/\1/p' "$ROOT"/board/packages/*.txt | sort | uniq -d)
expect "no package stands in two lists" [ -z "$said" ]

run env KIOSK_INSTALL=no "$ROOT/tests/machine/prepare" "$world/machine"
expect "a guest whose kernel may not be downloaded is skipped" ended 77
expect "a guest that is skipped says why" mentions "skipped: "

# The child writes its id, then both it and its parent would wait for ever.
mkfifo "$world/started"
mkdir "$world/half_done"
bash -c '. "$0/board/lib/processes.sh"
    LEFTOVERS=("$2")
    run_in_group bash -c "sleep 1000 & echo \$! >\"$1\"; wait"' "$ROOT" "$world/started" "$world/half_done" >/dev/null &
command=$!
read -r left <"$world/started"
kill -TERM "$command"
wait "$command"
status=$?
said=$(awk '$3 != "Z"' "/proc/$left/stat" 2>/dev/null)
expect "a command that is ended takes along all it started" [ -z "$said" ]
expect "a command that is ended says so" ended 143
expect "a command that is ended leaves nothing half done" [ ! -e "$world/half_done" ]
[[ -z $said ]] || kill "$left"

((failures == 0)) && echo "all expectations of the commands held"
exit $((failures > 0))
