// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "firmware/base/bytes.h"
#include "firmware/base/clock.h"

/// Writes DER (X.690), one function for each kind of element that seals hold; each returns the
/// whole element.
namespace kiosk::sandbox::der {

using Parts = std::vector<Bytes>;

Bytes element(std::uint8_t tag, ByteView content);
Bytes sequence(const Parts& parts);
Bytes set(const Parts& parts);
Bytes tagged0(const Parts& parts); ///< [0], constructed
Bytes integer(std::int64_t value);
Bytes objectIdentifier(std::string_view dotted);
Bytes utf8(std::string_view text);
Bytes printable(std::string_view text);
Bytes ia5(std::string_view text);
Bytes octets(ByteView bytes);
Bytes bits(ByteView bytes);
Bytes generalizedTime(WallTime time); ///< UTC, whole seconds
Bytes utcTime(WallTime time);

} // namespace kiosk::sandbox::der
