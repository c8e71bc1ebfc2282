// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/base/bytes.h"

namespace kiosk::tests {

/// What a reader makes of codes, written from their description alone (health_code.h), apart from
/// what makes them.
struct ReadReport {
    std::string json;
    bool isSigned = false; ///< by the point that came along
    Bytes point;
};

/// Nothing where a code is missing, of another report or garbled, or the number is not of the data.
std::optional<ReadReport> readCodes(const std::vector<std::string>& texts);

/// The data of all codes together, in their order.
std::optional<Bytes> dataOf(const std::vector<std::string>& texts);
/// Of the data: whether it is signed by its own point.
std::optional<ReadReport> readData(ByteView data);

} // namespace kiosk::tests
