// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kioskctl/bundle.h"

#include <algorithm>
#include <map>
#include <regex>

#include <nlohmann/json.hpp>

#include "firmware/app/kioskctl/health_beside.h"
#include "firmware/app/kioskctl/told_judgement.h"
#include "firmware/app/technician/running_software.h"
#include "firmware/base/files.h"
#include "firmware/base/iso_time.h"
#include "firmware/base/log_line.h"
#include "firmware/base/process/program.h"
#include "firmware/ending/history.h"
#include "firmware/health/cause.h"
#include "firmware/health/doctor_text.h"
#include "firmware/seal/digest.h"
#include "firmware/staff/soak_json.h"
#include "firmware/staff/test_book.h"

namespace kiosk::app {

namespace {

using nlohmann::json;

constexpr std::size_t kMostProgramBytes = std::size_t{1} << 30;

/// Why something cannot be told: never the detail, which a device or a file may have written.
json causeOf(const Error& error) {
    const health::Cause cause(error);
    return {{"code", cause.code()}, {"remedy", name(cause.remedy())}};
}

std::string textOf(const json& value) {
    return value.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

std::string sha256(ByteView bytes) {
    return toHex(seal::digest(seal::DigestAlgorithm::sha256, bytes));
}

void addHealth(std::vector<BundleFile>& files, const Config& config, WallTime now) {
    const auto report = healthReport(config, now);
    const auto words = report ? health::doctorText(*report) : std::unexpected(report.error());
    if (words) {
        files.push_back({"health.json", textOf(*report)});
        files.push_back({"doctor.txt", *words});
        return;
    }
    const json cause = causeOf(words.error());
    files.push_back({"health.json", textOf({{"error", cause}})});
    files.push_back({"doctor.txt", "not known: " + cause["code"].get<std::string>() + "\n"});
}

json softwareOf() {
    json programs = json::object();
    for (const std::string_view program : kKioskPrograms) {
        const auto bytes = readFile(ownProgram(program), kMostProgramBytes);
        programs[std::string(program)] = bytes ? json(sha256(*bytes)) : json();
    }
    return {{"version", KIOSK_VERSION}, {"sha256", programs}};
}

json errorsOf(JournalQuery journal) {
    journal.boot = "all";
    journal.errorsOnly = true;
    const auto lines = readJournal(journal);
    return lines ? errorsIn(*lines) : json{{"error", causeOf(lines.error())}};
}

/// The book is a file that anybody may have written to: what is no time and no role is left out.
json resultOf(const staff::TestResult& result) {
    static const std::regex kTime("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}");
    json told{{"passed", result.passed}, {"when", nullptr}, {"role", nullptr}};
    if (std::regex_match(result.when, kTime))
        told["when"] = result.when;
    if (const auto role = staff::roleNamed(result.role))
        told["role"] = name(*role);
    return told;
}

json testsOf(const Config& config) {
    const auto results = staff::testResults(config.state / staff::kTestsFileName);
    if (!results)
        return {{"error", causeOf(results.error())}};
    json told = json::object();
    for (std::size_t i = 0; i < staff::kGuidedTests; ++i) {
        const auto& result = (*results)[i];
        told[std::string(name(static_cast<staff::GuidedTest>(i)))] =
            result ? resultOf(*result) : json();
    }
    if (const auto soak = staff::soakResult(config.state / staff::kTestsFileName); soak && *soak) {
        told["soak"] = resultOf((*soak)->told);
        told["soak"].update(staff::soakJson((*soak)->report));
    }
    return told;
}

/// The lines that the kiosk's key signed, and the last of its heads: nobody else wrote those.
void addRecord(std::vector<BundleFile>& files, const Config& config) {
    auto record = judgeState(config.state, std::nullopt);
    if (!record) {
        files.push_back({"audit.json", textOf({{"error", causeOf(record.error())}})});
        return;
    }
    if (!record->judgement.isWhole())
        std::erase_if(record->stored.lines, [&key = record->key](const std::string& text) {
            const auto line = audit::lineIn(text);
            return !line || !isBy(audit::Signs::record, line->text, key);
        });
    files.push_back({"audit.json", textOf(toJson(*record))});
    files.push_back({"audit.jsonl", copyOf(record->stored, record->key)});
}

json manifestOf(const std::vector<BundleFile>& files, WallTime now) {
    json digests = json::object();
    for (const BundleFile& file : files)
        digests[file.name] = sha256(bytesOf(file.content));
    return {{"form", 1}, {"madeAt", isoTime(now)}, {"sha256", digests}};
}

/// Event and code, and the other fields as the line has them; of a line that is none of the list
/// neither.
json wordsOf(const JournalLine& line) {
    json words{{"event", nullptr}, {"code", nullptr}, {"fields", json::object()}};
    const auto said = log::lineIn(line.message);
    if (!said)
        return words;
    words["event"] = said->event->id;
    for (const auto& [name, value] : said->fields)
        (name == "code" ? words["code"] : words["fields"][std::string(name)]) = value;
    return words;
}

} // namespace

json errorsIn(const std::vector<JournalLine>& lines) {
    std::map<std::pair<json, json>, json> errors;
    for (const JournalLine& line : lines) {
        json words = wordsOf(line);
        json& told = errors[{words["event"], words["code"]}];
        const json before = told.is_null() ? json{{"count", 0}, {"first", isoTime(line.at)}} : told;
        words["count"] = before["count"].get<int>() + 1;
        words["first"] = before["first"];
        words["last"] = isoTime(line.at);
        told = std::move(words);
    }
    json list = json::array();
    for (auto& [key, told] : errors)
        list.push_back(std::move(told));
    return {{"errors", list}};
}

std::vector<BundleFile> bundleOf(const Config& config, const JournalQuery& journal, WallTime now,
                                 BundleHolds holds) {
    const bool all = holds == BundleHolds::everything;
    std::vector<BundleFile> files;
    if (all) {
        addHealth(files, config, now);
        files.push_back({"software.json", textOf(softwareOf())});
    }
    files.push_back({"errors.json", textOf(errorsOf(journal))});
    files.push_back({"endings.json", ending::textOf(ending::endingsIn(config.state, now))});
    if (all) {
        files.push_back({"tests.json", textOf(testsOf(config))});
        addRecord(files, config);
    }
    files.push_back({"manifest.json", textOf(manifestOf(files, now))});
    return files;
}

} // namespace kiosk::app
