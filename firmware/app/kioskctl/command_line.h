// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "firmware/app/kioskctl/command.h"

namespace kiosk::app {

/// Every command that there is, most useful first.
std::vector<Command> allCommands();

/// What the program does with its words: of a command by the longest of its words ("devices retry"
/// before "devices"), or kioskctl's own options. Returns the exit code.
int runCommandLine(std::span<const std::string_view> words);

} // namespace kiosk::app
