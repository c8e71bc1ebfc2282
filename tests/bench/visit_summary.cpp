// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/visit_summary.h"

#include <nlohmann/json.hpp>

#include "firmware/base/files.h"
#include "firmware/licence/copy_code.h"
#include "tests/bench/spool.h"

namespace kiosk::bench {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// Stands in every folder the bench made, so that it never empties another.
constexpr std::string_view kMark = ".kiosk-visit";

std::string copyNumberOf(const PrintedSheet& sheet) {
    const Result<CopyCode> code = parseCopyCode(sheet.codeText);
    return code ? code->copyNumber : std::string();
}

json printedJson(const std::vector<PrintedSheet>& sheets, const fs::path& out) {
    json printed = json::array();
    for (const PrintedSheet& sheet : sheets)
        printed.push_back({{"file", fs::path(sheet.file).lexically_relative(out).string()},
                           {"pages", sheet.pages},
                           {"copyNumber", copyNumberOf(sheet)}});
    return printed;
}

json stepsJson(const Report& report) {
    json steps = json::array();
    for (const PlayedStep& step : report.steps)
        steps.push_back(
            {{"step", json::parse(step.line)}, {"screen", step.screen}, {"ms", step.took.count()}});
    return steps;
}

/// How long each screen was waited for, by its name: from the touch or card before to the screen.
json spansJson(const Report& report) {
    json spans = json::object();
    for (std::size_t i = 1; i < report.steps.size(); ++i)
        if (report.steps[i].screen != report.steps[i - 1].screen)
            spans[report.steps[i - 1].screen + " to " + report.steps[i].screen] =
                report.steps[i].took.count();
    return spans;
}

Result<> movePictures(const fs::path& from, const fs::path& to) {
    fs::create_directories(to);
    for (const auto& entry : fs::directory_iterator(from))
        if (entry.path().extension() == ".png") { // copied: `to` may be another file system's
            fs::copy_file(entry.path(), to / entry.path().filename(),
                          fs::copy_options::overwrite_existing);
            fs::remove(entry.path());
        }
    return {};
}

} // namespace

Result<> clearFolder(const fs::path& out) {
    if (fs::exists(out) && !fs::is_empty(out) && !fs::exists(out / kMark))
        return fail(ErrorKind::refused, "bench.foreign-folder", Remedy::configuration,
                    "the folder holds something else; name another with --out");
    std::error_code ignored;
    fs::remove_all(out, ignored);
    fs::create_directories(out, ignored);
    return writeFile(out / kMark, {});
}

Result<> writeSummary(const fs::path& out, const fs::path& pictures, const Report& report) {
    TRY(movePictures(pictures, out / "screens"));
    for (const PrintedSheet& sheet : report.sheets)
        TRY(drawSheet(sheet.file));
    const json summary{{"steps", stepsJson(report)},
                       {"spansMs", spansJson(report)},
                       {"printed", printedJson(report.sheets, out)},
                       {"held", report.held}};
    return writeFile(out / "summary.json", bytesOf(summary.dump(2) + "\n"));
}

} // namespace kiosk::bench
