// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "drivers/card_reader/sam/codec/reply.h"

namespace kiosk::tests {

/// The sample module's number, and as it sends it.
inline constexpr const char* kSampleSamNumber = "05.03-20100101-000012345-012345678";
Bytes sampleSamId();

/// What the sample module answers with the sample card of the same layout on it, byte for byte as
/// long as `data`, which a module answered to this command. Nothing: no answer to it, or a layout
/// nobody knows.
std::optional<Bytes> sampleReply(drivers::sam::Command command, ByteView data);

} // namespace kiosk::tests
