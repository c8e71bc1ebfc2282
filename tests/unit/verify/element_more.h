// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/base/bytes.h"

namespace kiosk::tests {

/// How many constructed elements a well-formed DER value is made of.
std::size_t structureCount(ByteView der);

/// The value with an INTEGER more as the last member of its `index`th structure, counted as they
/// begin; all lengths around it are right.
Bytes withElementMore(ByteView der, std::size_t index);

} // namespace kiosk::tests
