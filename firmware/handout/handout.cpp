// SPDX-License-Identifier: Apache-2.0
#include "firmware/handout/handout.h"

#include <nlohmann/json.hpp>

#include "firmware/base/files.h"
#include "firmware/base/iso_time.h"
#include "firmware/health/doctor_text.h"

namespace kiosk::handout {

namespace {

using document::Notice;
using nlohmann::json;

std::string textAt(const json& object, const char* key) {
    return object.value(key, std::string());
}

std::string keyFor(const char* group, const json& object, const char* key) {
    return std::string(group) + textAt(object, key);
}

/// "Printer: Not now".
std::string serviceLine(const json& service, const PaperWords& words) {
    const json& ready = service.at("ready");
    const char* state = ready.is_null()     ? "staff.device.busy"
                        : ready.get<bool>() ? "staff.ready.yes"
                                            : "staff.ready.no";
    const std::string region = textAt(service, "region");
    return words.text(
        "paper.readiness.pair",
        {words.text(keyFor("staff.ready.", service, "service"), {region}), words.text(state, {})});
}

/// Which part it is of, if the catalogue knows: "Printer: out of paper".
std::string findingLine(const json& finding, const PaperWords& words) {
    const json& why = finding.at("why");
    const std::string code = textAt(why, "code");
    std::string cause = words.cause ? words.cause(code) : std::string();
    if (cause.empty())
        cause = code;
    const std::string part = words.text(keyFor("staff.part.", finding, "of"), {});
    return part.empty() ? cause : words.text("paper.readiness.pair", {part, cause});
}

void tellFinding(Notice& notice, const json& finding, const PaperWords& words) {
    const json& why = finding.at("why");
    notice.lines.push_back({findingLine(finding, words), Notice::Weight::strong});
    notice.lines.push_back({words.text(keyFor("staff.who.", why, "remedy"), {})});
    notice.lines.push_back(
        {words.text("staff.bring", {words.text(keyFor("staff.bring.", why, "bring"), {})})});
    notice.lines.push_back({words.text("trouble.code", {textAt(why, "code")})});
}

std::string textFrom(const json& test, const char* what, const std::string& trial) {
    const json told = test.value(what, json::object()).value(trial, json());
    if (told.is_number_integer())
        return isoTime(WallTime(std::chrono::seconds(told.get<std::int64_t>())));
    return told.is_string() ? told.get<std::string>() : std::string();
}

/// "Printer: Tested well on 2026-11-23T10:00:00Z (technician)". One that was broken off says
/// nothing.
void tellTrials(Notice& notice, const json& facts, const PaperWords& words) {
    const json test = facts.value("test", json::object());
    const json ends = test.value("end", json::object());
    for (const auto& [trial, end] : ends.items()) {
        const std::string when = textFrom(test, "time_seconds", trial);
        const std::string role = textFrom(test, "role", trial);
        if (end != "passed" || when.empty() || role.empty())
            continue;
        const std::string part = words.text("staff.part." + trial, {});
        const std::string told =
            words.text("staff.tested.passed", {when, words.text("staff.role." + role, {})});
        notice.lines.push_back({words.text("paper.readiness.pair", {part, told})});
    }
}

std::string timeOf(const json& report) {
    const json time = report.at("facts").at("clock").at("time_seconds");
    return time.is_number() ? isoTime(WallTime(std::chrono::seconds(time.get<std::int64_t>())))
                            : std::string();
}

} // namespace

Result<Handout> handoutOf(std::string report, const DeviceKey& key) {
    // What cannot be told as text is no report of ours; nothing else of it is used.
    static_cast<void>(TRY(health::doctorText(json::parse(report, nullptr, false))));
    HealthCodes codes = TRY(healthCodes(report, key));
    return Handout{std::move(report), std::move(codes), key.fingerprint()};
}

Notice noticeOf(const Handout& handout, const std::string& place, const PaperWords& words) {
    const json report = json::parse(handout.report);
    Notice notice;
    notice.lines.push_back({words.text("paper.readiness.title", {}), Notice::Weight::heading});
    notice.lines.push_back({place});
    notice.lines.push_back({timeOf(report)});
    for (const json& service : report.at("services"))
        notice.lines.push_back({serviceLine(service, words)});
    if (report.at("findings").empty())
        notice.lines.push_back({words.text("paper.readiness.nothing", {}), Notice::Weight::strong});
    for (const json& finding : report.at("findings"))
        tellFinding(notice, finding, words);
    if (report.at("findings").empty()) // else the room is for what is wrong, failed tests among it
        tellTrials(notice, report.at("facts"), words);
    notice.lines.push_back({words.text("paper.readiness.scan", {}), Notice::Weight::strong});
    notice.lines.push_back({words.text("staff.codes.key", {handout.fingerprint})});
    notice.codes = handout.codes.texts;
    return notice;
}

Result<> writeFiles(const Handout& handout, const std::filesystem::path& folder) {
    const json report = json::parse(handout.report);
    const std::string text =
        TRY(health::doctorText(report)) + "\nKey: " + handout.fingerprint + "\n";
    TRY(writeFile(folder / kReportFileName, bytesOf(handout.report + "\n")));
    return writeFile(folder / kTextFileName, bytesOf(text));
}

} // namespace kiosk::handout
