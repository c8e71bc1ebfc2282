// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "firmware/base/bytes.h"

namespace kiosk::tests {

/// A TrueType font of 1000 units an em with just the tables that drawing by glyph index needs. Each
/// glyph is an entry of its glyf table; an empty one has no outline.
Bytes makeTrueType(const std::vector<std::string>& glyphs);

/// A glyf entry that is put together from other glyphs, each where it is.
std::string compositeGlyph(const std::vector<std::uint16_t>& components);

/// A glyf entry of one filled square of 500 units.
std::string squareGlyph();

} // namespace kiosk::tests
