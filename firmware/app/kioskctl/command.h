// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/app/kioskctl/few.h"
#include "firmware/base/result.h"

namespace kiosk::app {

/// kioskctl's exit codes.
inline constexpr int kExitDone = 0;     ///< done; for verify: valid
inline constexpr int kExitNotValid = 1; ///< judged not valid; a driver: not passed
inline constexpr int kExitCannot = 2;   ///< could not tell, could not do
inline constexpr int kExitUsage = 2;    ///< wrong usage: nothing was done either

/// Whether a command can do without an option or an operand.
enum class Need { optional, required };

/// An option of a command. `value` is what it is followed by, as its help says: "FILE", "N", or the
/// words it may be, "attendant|technician"; empty for one that stands alone.
struct Option {
    std::string_view name; ///< "--config", "-o"
    std::string_view value{};
    std::string_view meaning{};
    Need need = Need::optional;
};

/// What a command takes by its place.
struct Operand {
    std::string_view name; ///< "FILE"; words it may be: "card-reader|printer"
    std::string_view meaning{};
    Need need = Need::required;
};

/// What an exit code says.
struct ExitMeaning {
    int code = kExitDone;
    std::string_view meaning{};
};

inline constexpr Option kConfigOption{"--config", "FILE", "the kiosk's configuration",
                                      Need::required};
inline constexpr Option kJsonOption{"--json", "", "answers in JSON"};

class Arguments;

/// One command of kioskctl, declared beside what it does: all that help, manual page and completion
/// say of it is made from here, and its command line is read by the same words. Each lives in its
/// own file; command_line.cpp names their groups.
struct Command {
    std::string_view words;   ///< "document verify"
    std::string_view purpose; ///< one line
    Few<Option, 7> options{};
    Few<Operand, 2> operands{};
    Few<ExitMeaning, 3> exits{}; ///< beside 2, which says the same of every command
    std::string_view example{};  ///< a command line that works, without "kioskctl"
    /// Prints results to stdout (JSON with --json); returns the exit code, or an error to report.
    Result<int> (*act)(const Arguments& arguments) = nullptr;

    /// Reads the words after the command's own, acts, reports an error; returns the exit code.
    int run(std::span<const std::string_view> given) const;
};

/// The command line after the command's own words, as its declaration reads it.
class Arguments {
public:
    /// "--config FILE" and "--config=FILE"; after "--" all are operands. Errors (unsupported,
    /// citizenAgain), with the word in question: "usage.unknown-option", "usage.missing-value",
    /// "usage.needless-value", "usage.missing-option", "usage.missing-operand",
    /// "usage.too-many-operands". The command must outlive what is returned.
    static Result<Arguments> parse(const Command& command, std::span<const std::string_view> words);

    /// Each of these: of an option that the command declares. To ask for another is our own
    /// mistake and ends the program, whatever was typed.
    bool has(std::string_view option) const;
    std::optional<std::string> value(std::string_view option) const;
    /// Of an option that is declared as required.
    std::string required(std::string_view option) const;
    const std::vector<std::string>& rest() const { return rest_; }

private:
    const std::string* find(std::string_view option) const;

    const Command* command_ = nullptr;
    std::map<std::string, std::string, std::less<>> options_;
    std::vector<std::string> rest_;
};

/// "FILE [--trust DIR] [--json]": all that follows the command's own words.
std::string synopsisOf(const Command& command);

/// Prints "kioskctl: code: detail (remedy: advice)" to stderr and returns the matching exit code.
int report(const Error& error);

/// Of words that were typed wrongly: what, and where to read how it goes ("kioskctl --help").
int reportUsage(const Error& error, std::string_view where);

std::span<const Command> documentCommands();    ///< inspect, verify, draw
std::span<const Command> cardCommands();        ///< read, staff
std::span<const Command> printerCommands();     ///< status
std::span<const Command> cameraCommands();      ///< camera grab, code read
std::span<const Command> queueCommands();       ///< list
std::span<const Command> statusCommands();      ///< status
std::span<const Command> doctorCommands();      ///< doctor
std::span<const Command> bundleCommands();      ///< bundle
std::span<const Command> readinessCommands();   ///< readiness
std::span<const Command> proveCommands();       ///< prove, prove check
std::span<const Command> auditCommands();       ///< audit verify, show, copy
std::span<const Command> keyCommands();         ///< key new
std::span<const Command> logsCommands();        ///< logs, events
std::span<const Command> netCommands();         ///< net check
std::span<const Command> slotCommands();        ///< slot status, slot good
std::span<const Command> updateCommands();      ///< update check, install, take, wait…
std::span<const Command> usbCommands();         ///< list, admit
std::span<const Command> stickCommands();       ///< stick export, look, serve, release
std::span<const Command> deviceCommands();      ///< devices, devices retry, parts, parts accept
std::span<const Command> conformanceCommands(); ///< conformance
std::span<const Command> staffCommands();       ///< staff add, remove, list
std::span<const Command> testCommands();        ///< test

} // namespace kiosk::app
