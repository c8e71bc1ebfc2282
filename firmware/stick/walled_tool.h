// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "firmware/base/bytes.h"

namespace kiosk::stick {

/// What a walled tool may do to the stick.
enum class Touches { reads, writes };

/// Takes what comes, piece by piece; its error ends the tool.
using Sink = std::function<Result<>(ByteView)>;

/// Runs one of mtools' programs, which sees the libraries it needs and this node, and no other file
/// of this system (Landlock): whatever a stick's file system makes it do, it does to the stick.
/// `input` is what it reads, nothing where it is empty; what it writes goes to `sink`. Whether it
/// ended well. Errors: the sink's, "process.no-walls", "process.not-started" (technician),
/// "stick.silent" (timedOut, technician) where nothing has come for a minute.
Result<bool> runWalled(std::vector<std::string> command, const std::filesystem::path& node,
                       Touches touches, ByteView input, const Sink& sink);

} // namespace kiosk::stick
