#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# error_codes.sh SOURCE FILE: writes the codes of all errors that the sources below SOURCE can make, in order, as
# elements of an array. Left alone where nothing has changed.
#
# A code is two dotted words in quotes (tests/style/errors.h holds them to one meaning each), behind an error's kind or
# not. Of the latter names of files and keys of texts are none, and screens/ name nodes so.
set -eu
LC_ALL=C
export LC_ALL
word='"[a-z][a-z0-9]*(-[a-z0-9]+)*\.[a-z][a-z0-9]*(-[a-z0-9]+)*"'

# Without comments, and without the ids of events: those stand in event_list.h, and behind a "<" where they are logged.
of_sources() {
    find "$@" '(' -name '*.cpp' -o -name '*.h' ')' ! -name event_list.h -exec sed 's|//.*||; s|<"[^"]*"||g' {} +
}

cd "$1"
made=$2.new
mkdir -p "$(dirname "$2")"
sed -n 's/^msgid \("[^"]*"\)$/\1/p' assets/texts/zh-CN.po | sort -u > "$made.keys"
of_sources firmware drivers | grep -oE "$word" | grep -vE '\.(json|txt|db|po|conf|png|svg|xml|pem)"' | sort -u |
    comm -23 - "$made.keys" > "$made.words"
of_sources firmware drivers screens | tr '\n' ' ' | grep -oE "ErrorKind::[a-zA-Z]+, *$word" | grep -oE "$word" |
    sort -u - "$made.words" | sed 's/$/,/' > "$made"
rm -f "$made.keys" "$made.words"
test -s "$made"
if cmp -s "$made" "$2"; then rm "$made"; else mv "$made" "$2"; fi
