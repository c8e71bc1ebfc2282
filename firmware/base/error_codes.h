// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace kiosk {

/// The codes of all errors that this program's sources can make, in order; gathered by the build
/// (error_codes.sh). What comes from elsewhere, of a supplier's module, a file or a wire, may be of
/// a code's form and hold a person; of this list it cannot.
std::span<const std::string_view> errorCodes();

bool isErrorCode(std::string_view text);

} // namespace kiosk
