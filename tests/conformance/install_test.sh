#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What a supplier is given is enough: installs it from the build folder given, builds the example as its README says,
# and lets the installed kit judge it. A driver that is none must not pass.
#
#   install_test.sh BUILD_FOLDER C_COMPILER
set -euo pipefail
export COMPILER=$2
cc() { "$COMPILER" "$@"; } # not every machine has one of this name
export -f cc
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cmake --install "$1" --component conformance --prefix "$folder" > "$folder.log"
rm "$folder.log"
cd "$folder"
[[ $(echo *) == "README.md bin example include recordings share" ]]
bash -euc "$(sed -n 's/^    \(cc .*\)/\1/p' README.md)"
for class in card-reader printer camera auxiliaries code-reader; do
    bin/kioskctl conformance "$class" acme.so | tee report
    grep -q ' 0 FAILED, 0 not offered$' report
done
bin/kioskctl conformance printer acme.so --json | grep -q '"passed": true'
bin/kioskctl conformance card-reader sam-usb --replay recordings/reader-split-visit.txt
! bin/kioskctl conformance card-reader missing.so
