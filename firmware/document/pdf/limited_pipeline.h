// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "firmware/document/pdf/qpdf.h"

namespace kiosk::document::pdf {

/// What all decoded page content of a file may come to.
inline constexpr std::size_t kMostDecodedBytes = 64U << 20;

/// The stream's data without its filters, taken off `budget`. Empty where a filter is unknown or
/// fails. Throws LimitExceeded where the budget does not suffice: a few bytes can grow a
/// thousandfold.
std::string decoded(QPDFObjectHandle stream, std::size_t& budget);

} // namespace kiosk::document::pdf
