// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/reading/channel.h"
#include "firmware/reading/reader.h"

/// The inner side of the walls.
namespace kiosk::reading {

/// Where a reader's process finds its end of the channel.
inline constexpr int kReaderSocket = 3;

/// Exit codes of a reader's process that say why it ended.
inline constexpr int kExitOutOfMemory = 3;
inline constexpr int kExitNotConfined = 4;

/// Answers questions about one file until the other end is gone.
void serve(Channel channel);

} // namespace kiosk::reading
