#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# log_compile_test.sh COMPILER SOURCE: G3 what is not declared in firmware/base/event_list.h does not compile, and says why.
set -eu
compiler=$1
source=$2
failures=0

# compiled STATEMENT: what the compiler says of it; nothing where it compiles.
compiled() {
    printf '#include "firmware/base/log.h"\nusing namespace kiosk;\nvoid tell(const Error& error [[maybe_unused]]) { %s }\n' "$1" |
        "$compiler" -std=c++23 -fsyntax-only -I "$source" -x c++ - 2>&1 || echo "it does not compile"
}

# expect NAME STATEMENT [WORDS]: it does not compile, and WORDS say why; without WORDS it compiles.
expect() {
    local said
    said=$(compiled "$2")
    if [[ -z ${3:-} && -z $said ]] || [[ -n ${3:-} && $said == *"it does not compile" && $said == *"$3"* ]]; then
        echo "ok: $1"
    else
        echo "NOT: $1"
        head -5 <<< "$said"
        failures=$((failures + 1))
    fi
}

expect "an event of the list" 'log::tell<"printer.strange-pages">(error, 3);'
expect "an unknown id" 'log::tell<"printer.page-lost">(error, 3);' "not declared in firmware/base/event_list.h"
expect "a field too few" 'log::tell<"printer.strange-pages">(error);' "a value for each field that is declared"
expect "a field too many" 'log::tell<"kiosk.ready">("who");' "a value for each field that is declared"
expect "a text for a number" 'log::tell<"printer.strange-pages">(error, "who");' "a value that the field cannot hold"
expect "a flag for a word" 'log::tell<"visit.step">(true);' "a value that the field cannot hold"
expect "an id that is made up at run time" 'const std::string id = error.code(); log::tell<id.c_str()>();' "error"
exit $((failures > 0))
