// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/error_codes.h"

#include <algorithm>
#include <array>

namespace kiosk {

namespace {

constexpr auto kErrorCodes = std::to_array<std::string_view>({
#include KIOSK_ERROR_CODES
});
static_assert(std::ranges::is_sorted(kErrorCodes));

} // namespace

std::span<const std::string_view> errorCodes() {
    return kErrorCodes;
}

bool isErrorCode(std::string_view text) {
    return std::ranges::binary_search(kErrorCodes, text);
}

} // namespace kiosk
