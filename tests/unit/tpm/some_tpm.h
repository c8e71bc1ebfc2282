// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <catch2/catch.hpp>

#include "tests/support/swtpm.h"

namespace kiosk::tpm {

/// Nothing, with a warning, where this machine has none to try with.
inline std::unique_ptr<tests::Swtpm> someTpm() {
    auto tpm = tests::Swtpm::start();
    if (tpm)
        return std::move(*tpm);
    WARN("skipped: " << tpm.error().line());
    return nullptr;
}

} // namespace kiosk::tpm
