#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What opens files of others is not part of the kiosk's own process: a library that reads them can be
# broken by them, and kiosk-reader is behind walls for it.
#
#   linked_test.sh KIOSK KIOSK_READER
set -uo pipefail
readonly kDecoders='libqpdf|libtiff|libgif|libzip|librsvg'

# needed PROGRAM: the libraries it asks for itself, one a line.
needed() { readelf --dynamic "$1" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p'; }

found=$(needed "$1" | grep -E "$kDecoders")
if [[ -n $found ]]; then
    echo "kiosk is linked with what only kiosk-reader may open files with: $found" >&2
    exit 1
fi
if (($(needed "$2" | grep -cE "$kDecoders") < 5)); then
    echo "kiosk-reader is not linked with one of $kDecoders: this test looks for nothing" >&2
    exit 1
fi
