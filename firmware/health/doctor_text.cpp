// SPDX-License-Identifier: Apache-2.0
#include "firmware/health/doctor_text.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "firmware/base/iso_time.h"
#include "firmware/health/report.h"
#include "firmware/health/word_lists.h"

namespace kiosk::health {

namespace {

using nlohmann::json;

std::string textAt(const json& object, const char* key) {
    return object.contains(key) ? object.at(key).get<std::string>() : std::string();
}

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(width, text.size()), ' ');
    return text;
}

std::string readyWord(const json& ready) {
    if (ready.is_null())
        return "not known";
    return ready.get<bool>() ? "yes" : "NO";
}

std::string whyText(const json& why) {
    return textAt(why, "code") + " (" + textAt(why, "remedy") + ": " + textAt(why, "advice") + ")";
}

std::string serviceLine(const json& service) {
    std::string what = textAt(service, "service");
    if (service.contains("region"))
        what += " " + textAt(service, "region");
    std::string line = padded(what, 16) + " " + readyWord(service.at("ready"));
    if (service.contains("why"))
        line = padded(line, 24) + " " + whyText(service.at("why"));
    return line + "\n";
}

std::string findingLine(const json& finding, int number) {
    std::string stops;
    for (const json& service : finding.at("stops"))
        stops += (stops.empty() ? "" : ", ") + service.get<std::string>();
    std::string of = textAt(finding, "fact");
    if (finding.contains("of"))
        of += " " + textAt(finding, "of");
    return std::to_string(number) + ". " + whyText(finding.at("why")) + "\n   " + of +
           (stops.empty() ? ", a warning" : ", keeps away: " + stops) + "\n";
}

/// "device_faults camera": what nobody could say.
void unknownsIn(const json& value, const std::string& name, std::string& list) {
    if (value.is_null())
        list += (list.empty() ? "" : ", ") + name;
    if (value.is_object())
        for (const auto& [key, inner] : value.items())
            unknownsIn(inner, std::string(name).append(name.empty() ? "" : " ").append(key), list);
}

std::string servicesOf(const json& report) {
    std::string text;
    for (const json& service : report.at("services"))
        text += serviceLine(service);
    return text;
}

/// Nothing where nobody could say.
std::string keyLine(const json& facts) {
    const std::string place =
        facts.contains("key") && facts["key"].contains("place") && facts["key"]["place"].is_string()
            ? facts["key"]["place"].get<std::string>()
            : std::string();
    if (place == "tpm")
        return "\nThe kiosk's key lies in its TPM.\n";
    return place.empty() ? "" : "\nThe kiosk's key lies in a file, not sealed.\n";
}

/// ", 52 taken sheets"; empty where this part counts none.
std::string countText(const json& device, const std::string& part, const Fact& fact) {
    std::string words = nameOf(fact);
    if (!device.contains(words) || !device[words].contains(part) ||
        !device[words][part].is_number_integer())
        return "";
    const auto number = device[words][part].get<std::int64_t>();
    std::ranges::replace(words, '_', ' ');
    return ", " + std::to_string(number) + " " + words;
}

/// Of one part; empty where nobody has counted.
std::string countsLine(const json& device, const std::string& part) {
    if (!device.at("counted_since").contains(part) || device["counted_since"][part].is_null())
        return "";
    std::string line = padded(part, 16) + " since " + textAt(device["counted_since"], part.c_str());
    for (const Fact& fact : facts())
        if (isCounted(fact))
            line += countText(device, part, fact);
    return line + "\n";
}

/// A report of an older system counts nothing.
std::string countsOf(const json& report) {
    const json& facts = report.at("facts");
    std::string text;
    if (!facts.contains("device") || !facts["device"].contains("counted_since"))
        return text;
    for (const std::string_view part : kPartNames)
        text += countsLine(facts["device"], std::string(part));
    return text;
}

/// "printer          passed, 2026-11-26T10:00:00Z, technician".
std::string trialLine(const json& test, const std::string& trial) {
    const auto at = [&](const char* what) {
        return test.contains(what) && test[what].contains(trial) ? test[what][trial] : json();
    };
    const json end = at("end");
    if (!end.is_string())
        return "";
    std::string line =
        padded(trial, 16) + " " + (end == "failed" ? "FAILED" : end.get<std::string>());
    if (const json time = at("time_seconds"); time.is_number_integer())
        line += ", " + isoTime(WallTime(std::chrono::seconds(time.get<std::int64_t>())));
    if (const json role = at("role"); role.is_string())
        line += ", " + role.get<std::string>();
    return line + "\n";
}

/// A report of an older system has none.
std::string trialsOf(const json& report) {
    const json& facts = report.at("facts");
    std::string text;
    if (facts.contains("test"))
        for (const std::string_view trial : kTrialNames)
            text += trialLine(facts["test"], std::string(trial));
    return text;
}

std::string textOf(const json& report) {
    std::string text = servicesOf(report);
    int number = 0;
    text += report.at("findings").empty() ? "\nNothing is wrong.\n" : "\n";
    for (const json& finding : report.at("findings"))
        text += findingLine(finding, ++number);
    text += keyLine(report.at("facts"));
    if (const std::string counts = countsOf(report); !counts.empty())
        text += "\nCounted:\n" + counts;
    if (const std::string trials = trialsOf(report); !trials.empty())
        text += "\nTried:\n" + trials;
    std::string unknown;
    unknownsIn(report.at("facts"), "", unknown);
    if (!unknown.empty())
        text += "\nNot known: " + unknown + "\n";
    return text;
}

/// Of a report as we know them.
Result<std::string> written(const json& report, std::string (*write)(const json&)) {
    const auto none = fail(ErrorKind::malformed, "health.report", Remedy::supplier);
    if (!report.is_object() || report.value("form", json()) != json(kReportForm))
        return none;
    try {
        return write(report);
    } catch (const json::exception&) {
        return none;
    }
}

} // namespace

Result<std::string> doctorText(const json& report) {
    return written(report, textOf);
}

Result<std::string> servicesText(const json& report) {
    return written(report, servicesOf);
}

Result<std::string> countsText(const json& report) {
    return written(report, countsOf);
}

bool isReady(const json& report) {
    if (!doctorText(report))
        return false;
    return std::ranges::all_of(report["services"],
                               [](const json& service) { return service["ready"] == true; });
}

} // namespace kiosk::health
