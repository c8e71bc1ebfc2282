// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace kiosk::tests {

/// unruly_module.c, with a manner to behave in.
inline std::string unruly(const std::string& manner) {
    return std::string(KIOSK_BINARY_DIR) + "/vendor/unruly.so#" + manner;
}

} // namespace kiosk::tests
