// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "firmware/app/kioskctl/command.h"

namespace kiosk::app {

/// What is said of the commands where people read: all of it is made from their declarations, and
/// the same declarations give the same bytes.

/// "kioskctl --help": every command with its synopsis and purpose.
std::string helpText(std::span<const Command> commands);
/// "kioskctl COMMAND --help": options, operands, exit codes and example too.
std::string helpText(const Command& command);
/// "kioskctl --man": the page kioskctl(1), as man(7) macros.
std::string manPage(std::span<const Command> commands);
/// "kioskctl --completion bash": a function for bash's `complete -F`. Completes commands, options,
/// words that a value may be, files where it is one ("FILE", "FILE.png") and folders ("DIR").
std::string bashCompletion(std::span<const Command> commands);

/// kioskctl's own options, beside the commands.
std::span<const Option> ownOptions();

/// What 2 says of every command.
inline constexpr ExitMeaning kExitTwo{kExitCannot,
                                      "could not tell or do, or wrong usage: see stderr"};

/// "--dpi N".
std::string textOf(const Option& option);

} // namespace kiosk::app
