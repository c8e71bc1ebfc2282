// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

namespace kiosk::document::paint {

/// The character that stands today for a private-use code point of GBK or an older GB 18030, by
/// assets/fonts/private_use.conf; nothing for every other code point.
std::optional<char32_t> standardCharacter(char32_t privateUse);

} // namespace kiosk::document::paint
