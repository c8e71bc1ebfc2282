// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "firmware/base/bytes.h"

namespace kiosk::machine {

/// What a program writes to a FunctionFS `ep0` before its gadget can be plugged in: one interface
/// of the vendor's class with these bulk pipes, at full speed. Of an address only the direction is
/// a wish; the kernel gives the numbers, ascending.
Bytes vendorInterface(const std::vector<std::uint8_t>& bulkPipes);

/// And after it: an interface without names.
Bytes noNames();

} // namespace kiosk::machine
