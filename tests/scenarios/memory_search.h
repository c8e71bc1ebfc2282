// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/base/bytes.h"

namespace kiosk::tests {

/// Something to look for in this process's own memory, kept so that it does not find itself.
class Trace {
public:
    explicit Trace(ByteView bytes);
    explicit Trace(std::string_view text) : Trace(bytesOf(text)) {}

    /// How often it lies in memory that the process can write: heap, stacks, variables.
    int timesInMemory() const;

private:
    int timesIn(ByteView memory) const;

    Bytes masked_;
};

} // namespace kiosk::tests
