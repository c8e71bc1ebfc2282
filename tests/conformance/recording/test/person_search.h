// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "drivers/card_reader/card_reader.h"

namespace kiosk::tests {

/// The fields of this card that a recording's text tells, or some part of them: two characters of
/// Chinese, six of digits, five of letters, eight bytes of the photo; as UTF-8 and as UTF-16 of
/// either order, written as they are or as hexadecimal, in the lines or across them.
std::vector<std::string> fieldsIn(const std::string& recordingText, const drivers::IdCard& card);

} // namespace kiosk::tests
