// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>

#include <nlohmann/json.hpp>
#include <termios.h>
#include <unistd.h>

#include "firmware/app/guarded_modules.h"
#include "firmware/app/kioskctl/command.h"
#include "firmware/staff/staff_register.h"

namespace kiosk::app {

namespace {

using nlohmann::json;
using staff::StaffRegister;
using StaffWords = std::span<const std::string_view>;

constexpr std::size_t kShownOfMark = 12;

std::unexpected<Error> usage(std::string_view how) {
    return fail(ErrorKind::unsupported, "usage.staff", Remedy::citizenAgain, how);
}

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
Result<std::string> cardThatLies(const Config& config) {
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

Result<StaffRegister> registerOf(const Config& config) {
    return StaffRegister::open(config.state / staff::kRegisterFileName);
}

Result<int> add(StaffWords words) {
    const auto arguments =
        TRY(Arguments::parse(words, std::array<std::string_view, 2>{"--config", "--role"}, {}));
    const auto role = staff::roleNamed(arguments.value("--role").value_or(""));
    if (!arguments.rest().empty() || !arguments.has("--config") || !role)
        return usage("staff add --config FILE --role attendant|technician|supervisor");
    const Config config = TRY(loadConfig(*arguments.value("--config")));
    const std::string card = TRY(cardThatLies(config));
    StaffRegister book = TRY(registerOf(config));
    const auto entry = TRY(book.add(card, *role, askPin(), SystemClock().wall()));
    std::printf("%s  %s\n", shortMark(entry).c_str(), name(entry.role).data());
    return kExitDone;
}

Result<int> remove(StaffWords words) {
    const auto arguments =
        TRY(Arguments::parse(words, std::array<std::string_view, 1>{"--config"}, {}));
    if (arguments.rest().size() != 1 || !arguments.has("--config"))
        return usage("staff remove --config FILE CARD");
    StaffRegister book = TRY(registerOf(TRY(loadConfig(*arguments.value("--config")))));
    TRY(book.remove(arguments.rest().front()));
    return kExitDone;
}

Result<int> list(StaffWords words) {
    const auto arguments = TRY(Arguments::parse(words, std::array<std::string_view, 1>{"--config"},
                                                std::array<std::string_view, 1>{"--json"}));
    if (!arguments.rest().empty() || !arguments.has("--config"))
        return usage("staff list --config FILE [--json]");
    const StaffRegister book = TRY(registerOf(TRY(loadConfig(*arguments.value("--config")))));
    json entries = json::array();
    for (const StaffRegister::Entry& entry : book.entries())
        entries.push_back(toJson(entry));
    if (arguments.has("--json"))
        std::puts(json({{"staff", entries}}).dump().c_str());
    else if (entries.empty())
        std::puts("nobody is on the register");
    else
        for (const StaffRegister::Entry& entry : book.entries())
            std::printf("%s  %-10s  %s\n", shortMark(entry).c_str(), name(entry.role).data(),
                        entry.addedAt.c_str());
    return kExitDone;
}

template <Result<int> (*Act)(StaffWords)>
int reported(StaffWords words) {
    const auto code = Act(words);
    return code ? *code : report(code.error());
}

constexpr std::array kStaffCommands{
    Command{"staff add", "--config FILE --role ROLE",
            "puts the staff card that lies on the reader on the register; asks for its PIN",
            reported<add>},
    Command{"staff remove", "--config FILE CARD",
            "takes a card off the register; CARD as the list names it", reported<remove>},
    Command{"staff list", "--config FILE [--json]",
            "lists the cards that open staff mode, by role; knows no names", reported<list>},
};

} // namespace

std::span<const Command> staffCommands() {
    return kStaffCommands;
}

} // namespace kiosk::app
