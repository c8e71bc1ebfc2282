// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "firmware/base/bytes.h"

/// A package as one text that a fuzzer can change without breaking check sums: for each entry a
/// separator byte, its name, a line feed and its content.
namespace kiosk::fuzz {

using Entries = std::vector<std::pair<std::string, std::string>>;

Bytes loosened(const Entries& entries);

/// The text as a ZIP archive. What comes before the first separator has no name and is left out; a
/// second entry of one name as well.
Bytes packed(ByteView text);

} // namespace kiosk::fuzz
