// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>

#include <nlohmann/json.hpp>
#include <termios.h>
#include <unistd.h>

#include "drivers/card_reader/pcsc/staff_card.h"
#include "firmware/app/audit_record.h"
#include "firmware/app/guarded_modules.h"
#include "firmware/app/kioskctl/command.h"
#include "firmware/staff/staff_register.h"

namespace kiosk::app {

namespace {

using nlohmann::json;
using staff::StaffRegister;

constexpr std::size_t kShownOfMark = 12;

std::string shortMark(const StaffRegister::Entry& entry) {
    return entry.mark.substr(0, kShownOfMark);
}

json toJson(const StaffRegister::Entry& entry) {
    return {{"card", shortMark(entry)}, {"role", name(entry.role)}, {"addedAt", entry.addedAt}};
}

/// Keys pressed are not shown while it lives, where somebody types at a terminal.
class NoEcho {
public:
    NoEcho() : isTerminal_(::tcgetattr(STDIN_FILENO, &before_) == 0) {
        if (!isTerminal_)
            return;
        termios silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~NoEcho() {
        if (isTerminal_)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    }
    NoEcho(const NoEcho&) = delete;
    NoEcho& operator=(const NoEcho&) = delete;
    bool isTerminal() const { return isTerminal_; }

private:
    termios before_{};
    bool isTerminal_;
};

/// From standard input, for neither a list of processes nor a shell's history may show it.
std::string askPin() {
    const NoEcho quiet;
    if (quiet.isTerminal())
        std::fputs("PIN (six to eight digits): ", stderr);
    std::array<char, 64> line{};
    std::string pin;
    if (std::fgets(line.data(), line.size(), stdin) != nullptr)
        pin = line.data();
    explicit_bzero(line.data(), line.size());
    while (!pin.empty() && (pin.back() == '\n' || pin.back() == '\r'))
        pin.pop_back();
    if (quiet.isTerminal())
        std::fputc('\n', stderr);
    return pin;
}

/// The card that lies on the kiosk's own reader for staff cards now.
Result<std::string> cardAtKiosk(const Config& config) {
    const GuardedModules modules = TRY(GuardedModules::of(config));
    const auto open = modules.staffCards();
    if (!open)
        return fail(ErrorKind::configuration, "config.missing", Remedy::configuration,
                    "staffCards");
    const auto cards = TRY(open());
    const auto number = TRY(cards->look({}));
    if (!number)
        return fail(ErrorKind::notFound, "card.none", Remedy::citizenAgain,
                    "lay the card, then try again");
    return *number;
}

/// The same before there is a kiosk: on the reader of this computer.
Result<std::string> cardOnWorkbench() {
    const auto link = TRY(drivers::pcsc::openChipLink({}));
    return drivers::pcsc::readStaffCard(*link);
}

Result<StaffRegister> registerOf(const Config& config) {
    return StaffRegister::open(config.staffRegister);
}

Result<int> add(const Arguments& arguments) {
    const auto role = staff::roleNamed(arguments.required("--role"));
    if (!role)
        return fail(ErrorKind::unsupported, "usage.staff-role", Remedy::citizenAgain,
                    arguments.required("--role"));
    const Config config = TRY(loadConfig(arguments.required("--config")));
    const std::string card =
        TRY(arguments.has("--workbench") ? cardOnWorkbench() : cardAtKiosk(config));
    StaffRegister book = TRY(registerOf(config));
    const auto entry = TRY(book.add(card, *role, askPin(), SystemClock().wall()));
    recordFromCommand(config.state, audit::entry<"staff.card-added">(name(entry.role)));
    std::printf("%s  %s\n", shortMark(entry).c_str(), std::string(name(entry.role)).c_str());
    return kExitDone;
}

Result<int> remove(const Arguments& arguments) {
    const Config config = TRY(loadConfig(arguments.required("--config")));
    StaffRegister book = TRY(registerOf(config));
    TRY(book.remove(arguments.rest().front()));
    recordFromCommand(config.state, audit::entry<"staff.card-removed">());
    return kExitDone;
}

Result<int> list(const Arguments& arguments) {
    const StaffRegister book = TRY(registerOf(TRY(loadConfig(arguments.required("--config")))));
    json entries = json::array();
    for (const StaffRegister::Entry& entry : book.entries())
        entries.push_back(toJson(entry));
    if (arguments.has("--json"))
        std::puts(json({{"staff", entries}}).dump().c_str());
    else if (entries.empty())
        std::puts("nobody is on the register");
    else
        for (const StaffRegister::Entry& entry : book.entries())
            std::printf("%s  %-10s  %s\n", shortMark(entry).c_str(),
                        std::string(name(entry.role)).c_str(), entry.addedAt.c_str());
    return kExitDone;
}

constexpr std::array kStaffCommands{
    Command{.words = "staff add",
            .purpose =
                "puts the staff card that lies on the reader on the register; asks for its PIN",
            .options = {kConfigOption,
                        {"--role", "attendant|technician|supervisor", "what its bearer may do",
                         Need::required},
                        {"--workbench", "", "the card lies on this computer's PC/SC reader"}},
            .exits = {{kExitDone, "the card opens staff mode"}},
            .example = "staff add --config my-site/kiosk.json --role technician --workbench",
            .act = add},
    Command{.words = "staff remove",
            .purpose = "takes a card off the register",
            .options = {kConfigOption},
            .operands = {{"CARD", "the card, as the list names it"}},
            .exits = {{kExitDone, "the card opens nothing any more"}},
            .example = "staff remove --config /data/site/kiosk.json 3f7a09c2d14e",
            .act = remove},
    Command{.words = "staff list",
            .purpose = "lists the cards that open staff mode, by role; knows no names",
            .options = {kConfigOption, kJsonOption},
            .exits = {{kExitDone, "the register was read"}},
            .example = "staff list --config /data/site/kiosk.json",
            .act = list},
};

} // namespace

std::span<const Command> staffCommands() {
    return kStaffCommands;
}

} // namespace kiosk::app
