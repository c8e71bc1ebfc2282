// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <string>

#include "tests/conformance/kit/case.h"

namespace kiosk::tests {

/// Asks the person at the terminal; a terminal that gives no line offers no hand.
inline void ask(const std::string& what) {
    std::fprintf(stderr, ">> %s, then press Enter\n", what.c_str());
    for (int character = std::getchar(); character != '\n'; character = std::getchar())
        if (character == EOF)
            throw NotOffered{what};
}

} // namespace kiosk::tests
