// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kioskctl/journal.h"

#include <algorithm>

#include <fcntl.h>
#include <nlohmann/json.hpp>

#include "firmware/base/process/piped_program.h"
#include "firmware/base/text.h"

namespace kiosk::app {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::string_view kJournalctl = "/usr/bin/journalctl";
constexpr std::string_view kAlways =
    "--no-pager --quiet --output=json --unit=kiosk.service --lines=20000";
constexpr std::size_t kMostBytes = std::size_t{64} << 20;

std::unexpected<Error> noJournal(std::string_view why) {
    return fail(ErrorKind::notFound, "logs.no-journal", Remedy::technician, why);
}

/// A journal's folder holds one folder for each machine; a copied one may hold the files
/// themselves.
bool holdsJournal(const fs::path& folder) {
    std::error_code failed;
    for (const auto& entry : fs::recursive_directory_iterator(folder, failed))
        if (entry.path().extension() == ".journal")
            return true;
    return false;
}

Result<> checkThere(const fs::path& folder) {
    std::error_code failed;
    if (!fs::exists(kJournalctl, failed))
        return noJournal("there is no journalctl on this machine");
    if (!folder.empty())
        return holdsJournal(folder) ? Result<>() : noJournal(folder.string() + " holds none");
    if (!holdsJournal("/var/log/journal") && !holdsJournal("/run/log/journal"))
        return noJournal("this machine keeps none; a kiosk at a desk writes to its terminal");
    return {};
}

std::vector<std::string> commandFor(const JournalQuery& query) {
    std::vector<std::string> command{std::string(kJournalctl)};
    for (const std::string_view option : split(kAlways, ' '))
        command.emplace_back(option);
    if (!query.folder.empty())
        command.push_back("--directory=" + query.folder.string());
    if (query.boot != "all")
        command.push_back("--boot=" + query.boot);
    if (query.since)
        command.push_back("--since=@" +
                          std::to_string(std::chrono::system_clock::to_time_t(*query.since)));
    return command;
}

/// A field is a text, or a list of bytes where it is none.
std::string textIn(const json& entry, const char* field) {
    const auto found = entry.find(field);
    if (found == entry.end())
        return "";
    if (found->is_string())
        return found->get<std::string>();
    std::string text;
    if (found->is_array())
        for (const json& byte : *found)
            if (byte.is_number_integer())
                text += static_cast<char>(byte.get<int>());
    return text;
}

std::optional<JournalLine> lineIn(std::string_view text) {
    const json entry = json::parse(text, nullptr, false);
    if (!entry.is_object())
        return std::nullopt;
    const auto microseconds = parseInteger(textIn(entry, "__REALTIME_TIMESTAMP"));
    if (!microseconds)
        return std::nullopt;
    constexpr std::int64_t kErrorPriority = 3; // syslog(3): LOG_ERR and what is worse
    JournalLine line{.at = WallTime(std::chrono::microseconds(*microseconds)),
                     .boot = textIn(entry, "_BOOT_ID"),
                     .message = textIn(entry, "MESSAGE")};
    const auto priority = parseInteger(textIn(entry, "PRIORITY"));
    line.isError = line.message.starts_with("error ") || (priority && *priority <= kErrorPriority);
    return line;
}

} // namespace

std::vector<JournalLine> journalLinesIn(std::string_view json) {
    std::vector<JournalLine> lines;
    for (const std::string_view text : split(json, '\n'))
        if (auto line = lineIn(text))
            lines.push_back(std::move(*line));
    return lines;
}

Result<std::vector<JournalLine>> readJournal(const JournalQuery& query) {
    TRY(checkThere(query.folder));
    const Descriptor nothing(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    auto program = TRY(PipedProgram::start(commandFor(query), nothing.number()));
    const Bytes told = TRY(program.read(kMostBytes, [] { return Result<>(); }));
    if (program.ownEnd() != 0)
        return fail(ErrorKind::storage, "logs.unreadable", Remedy::technician,
                    "boot " + query.boot + ": there is none, or it may not be read");
    std::vector<JournalLine> lines = journalLinesIn(toText(told));
    if (query.errorsOnly)
        std::erase_if(lines, [](const JournalLine& line) { return !line.isError; });
    return lines;
}

} // namespace kiosk::app
