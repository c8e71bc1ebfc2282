// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/base/result.h"

namespace kiosk::app {

/// kioskctl's exit codes.
inline constexpr int kExitDone = 0;     ///< done; for verify: valid
inline constexpr int kExitNotValid = 1; ///< judged not valid; a driver: not passed
inline constexpr int kExitCannot = 2;   ///< could not tell, could not do
inline constexpr int kExitUsage = 64;   ///< wrong usage

/// The command line after the command's own words: options by name ("--json" → "") and the rest.
class Arguments {
public:
    /// `valued` names the options that take a value ("--dpi"); `flags` those that do not. Anything
    /// else that begins with '-' is an error "usage.unknown-option".
    static Result<Arguments> parse(std::span<const std::string_view> words,
                                   std::span<const std::string_view> valued,
                                   std::span<const std::string_view> flags);

    bool has(std::string_view option) const;
    std::optional<std::string> value(std::string_view option) const;
    const std::vector<std::string>& rest() const { return rest_; }

private:
    std::map<std::string, std::string, std::less<>> options_;
    std::vector<std::string> rest_;
};

/// One command of kioskctl. Each lives in its own file and is named in the table of kioskctl.cpp.
struct Command {
    std::string_view words;   ///< "document verify"
    std::string_view usage;   ///< "FILE [--trust DIR] [--at TIME] [--json]"
    std::string_view purpose; ///< one line for --help
    /// Prints results to stdout (JSON with --json), errors by report(); returns the exit code.
    int (*run)(std::span<const std::string_view> words);
};

/// Prints "kioskctl: code: detail (remedy: advice)" to stderr and returns the matching exit code:
/// codes that begin with "usage." give 64, all others 2.
int report(const Error& error);

std::span<const Command> documentCommands();    ///< inspect, verify, draw
std::span<const Command> cardCommands();        ///< read
std::span<const Command> printerCommands();     ///< status
std::span<const Command> cameraCommands();      ///< camera grab, code read
std::span<const Command> queueCommands();       ///< list
std::span<const Command> statusCommands();      ///< status
std::span<const Command> doctorCommands();      ///< doctor
std::span<const Command> usbCommands();         ///< list, admit
std::span<const Command> deviceCommands();      ///< devices, devices retry, parts, parts accept
std::span<const Command> conformanceCommands(); ///< conformance
std::span<const Command> staffCommands();       ///< staff add, remove, list

} // namespace kiosk::app
