// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "firmware/app/kioskctl/command.h"
#include "firmware/outbox/outbox.h"

namespace kiosk::app {

namespace {

using outbox::Entry;

std::string utcText(WallTime time) {
    const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

nlohmann::json toJson(const Entry& entry) {
    return {
        {"sequence", entry.sequence},
        {"key", entry.key},
        {"region", entry.regionCode},
        {"operation", name(entry.operation)},
        {"state", name(entry.state)},
        {"attempts", entry.attempts},
        {"acceptedAt", utcText(entry.acceptedAt)},
        {"nextAttemptAt", entry.state == Entry::State::waiting ? utcText(entry.nextAttemptAt) : ""},
        {"lastError", entry.lastError}};
}

void printJson(const std::vector<Entry>& entries) {
    nlohmann::json list = nlohmann::json::array();
    for (const Entry& entry : entries)
        list.push_back(toJson(entry));
    std::puts(nlohmann::json({{"requests", list}}).dump().c_str());
}

void printText(const std::vector<Entry>& entries) {
    if (entries.empty())
        std::puts("nothing is queued");
    for (const Entry& entry : entries)
        std::printf("%5lld  %-9s  %s  %-14s  %s  %d attempts  %s\n",
                    static_cast<long long>(entry.sequence), name(entry.state).data(),
                    entry.regionCode.c_str(), name(entry.operation).data(),
                    utcText(entry.acceptedAt).c_str(), entry.attempts, entry.lastError.c_str());
}

/// Looking must not make a queue where there is none.
Result<outbox::Outbox> openExisting(const std::filesystem::path& state) {
    const auto file = state / outbox::kFileName;
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        return fail(ErrorKind::notFound, "outbox.none", Remedy::configuration,
                    "no " + std::string(outbox::kFileName) + " in the state folder");
    return outbox::Outbox::open(file);
}

Result<int> list(const Arguments& arguments) {
    const auto queue = TRY(openExisting(arguments.required("--state")));
    const auto entries = TRY(queue.list());
    if (arguments.has("--json"))
        printJson(entries);
    else
        printText(entries);
    return kExitDone;
}

constexpr std::array kCommands{
    Command{
        .words = "queue list",
        .purpose = "lists what is kept to be sent, without persons; the kiosk must be stopped",
        .options = {{"--state", "DIR", "the kiosk's state folder", Need::required}, kJsonOption},
        .exits = {{kExitDone, "the queue was read"}},
        .example = "queue list --state /data/kiosk",
        .act = list},
};

} // namespace

std::span<const Command> queueCommands() {
    return kCommands;
}

} // namespace kiosk::app
