// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "firmware/app/kioskctl/command.h"
#include "firmware/app/kioskctl/journal.h"
#include "firmware/app/kioskctl/terminal.h"
#include "firmware/base/events_text.h"
#include "firmware/base/iso_time.h"
#include "firmware/base/log_line.h"
#include "firmware/base/text.h"

namespace kiosk::app {

namespace {

using nlohmann::json;

/// "0" and what was before, or "all".
Result<std::string> bootIn(const Arguments& arguments) {
    std::string boot = arguments.value("--boot").value_or("0");
    const auto number = parseInteger(boot);
    if (boot != "all" && (!number || *number > 0))
        return fail(ErrorKind::unsupported, "usage.boot", Remedy::citizenAgain,
                    "--boot " + boot + " is not 0, -1, -2 ... or all");
    return boot;
}

/// Its id; null for what is none of the list, as of systemd.
json eventOf(const JournalLine& line) {
    const auto said = log::lineIn(line.message);
    return said ? json(said->event->id) : json();
}

void printLogsJson(const std::vector<JournalLine>& lines) {
    json told = json::array();
    for (const JournalLine& line : lines)
        told.push_back({{"at", isoTime(line.at)},
                        {"boot", line.boot},
                        {"error", line.isError},
                        {"event", eventOf(line)},
                        {"message", line.message}});
    std::puts(json{{"lines", told}}.dump(2, ' ', false, json::error_handler_t::replace).c_str());
}

/// What was written by whoever writes there must not steer the terminal.
std::string withoutControls(std::string text) {
    std::ranges::replace_if(text, [](unsigned char c) { return c < 0x20 || c == 0x7F; }, '?');
    return text;
}

void printLogsText(const std::vector<JournalLine>& lines) {
    std::string boot;
    for (const JournalLine& line : lines) {
        if (line.boot != boot)
            std::printf("-- boot %s --\n", line.boot.c_str());
        boot = line.boot;
        const std::string message = withoutControls(line.message);
        std::printf("%s  %s\n", isoTime(line.at).c_str(),
                    line.isError ? coloured(message, Colour::red).c_str() : message.c_str());
    }
    if (lines.empty())
        std::fputs("kioskctl: nothing of that kind is in the journal\n", stderr);
}

Result<int> logs(const Arguments& arguments) {
    const auto since = arguments.value("--since");
    const JournalQuery query{.folder = arguments.value("--journal").value_or(""),
                             .boot = TRY(bootIn(arguments)),
                             .since =
                                 since ? std::optional(TRY(timeFromIso(*since))) : std::nullopt,
                             .errorsOnly = arguments.has("--errors")};
    const std::vector<JournalLine> lines = TRY(readJournal(query));
    if (arguments.has("--json"))
        printLogsJson(lines);
    else
        printLogsText(lines);
    return kExitDone;
}

Result<int> listEvents(const Arguments&) {
    std::fputs(events::eventsText().c_str(), stdout);
    return kExitDone;
}

constexpr std::array kLogsCommands{
    Command{.words = "logs",
            .purpose = "what the kiosk wrote, in this boot and in earlier ones, oldest first",
            .options = {{"--boot", "N|all", "0 this boot, -1 the one before; without it this"},
                        {"--since", "TIME", "nothing older (ISO 8601)"},
                        {"--errors", "", "only what somebody must act on"},
                        {"--journal", "DIR", "a journal that was copied from a kiosk"},
                        kJsonOption},
            .exits = {{kExitDone, "the journal was read"}},
            .example = "logs --boot -1 --errors",
            .act = logs},
    Command{.words = "events",
            .purpose = "all that a kiosk can ever log, as a document in Markdown",
            .exits = {{kExitDone, "the list is written"}},
            .example = "events",
            .act = listEvents},
};

} // namespace

std::span<const Command> logsCommands() {
    return kLogsCommands;
}

} // namespace kiosk::app
