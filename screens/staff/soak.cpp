// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/words.h"
#include "screens/staff/staff_page.h"

namespace kiosk::staff_screens {

namespace {

using kit::Node;
using staff::SoakEnd;
using staff::SoakReport;
using widgets::Tone;

constexpr std::int64_t kBytesPerMegabyte = 1'000'000;
constexpr std::chrono::minutes kHour{60};

kit::Phrase timeWords(const Page& page, std::chrono::minutes time) {
    if (time % kHour == std::chrono::minutes(0) && time > kHour)
        return page.phrase("staff.soak.hours", {std::to_string(time / kHour)});
    return page.phrase("staff.soak.minutes", {std::to_string(time.count())});
}

Node beginButton(const Page& page, std::size_t at) {
    return widgets::mainButton(
        page.design,
        {kit::format("soak.{}", std::to_string(staff::kSoakTimes[at].count())),
         timeWords(page, staff::kSoakTimes[at]), "clock", widgets::ButtonKind::secondary,
         press(staff::kSoakKey, static_cast<int>(at))});
}

/// "Card reader: 12 times, first in round 7: …"
kit::Phrase failureLine(const Page& page, const staff::SoakFailure& failure) {
    const auto what = troubleLines(page, failure.why.code(), failure.why.remedy()).front();
    if (failure.part == staff::SoakPart::machine) // found at the end, and it has grown all along
        return what;
    const auto part = words("staff.part", name(failure.part), page);
    return page.phrase("staff.soak.failure", {part.text, std::to_string(failure.times),
                                              std::to_string(failure.firstRound), what.text});
}

kit::Phrase growthLine(const Page& page, std::string_view key, const staff::SoakGrowth& growth,
                       std::int64_t unit) {
    return page.phrase(key, {std::to_string(growth.first.value_or(0) / unit),
                             std::to_string(growth.last.value_or(0) / unit)});
}

/// How many failures there is room for; the file has all.
std::size_t mostFailures(const Page& page) {
    return page.design.density >= widgets::Density::tight ? 1 : 3;
}

/// Whoever listens hears each change: numbers of every second are left for the end.
std::vector<kit::Phrase> foundLines(const Page& page, const SoakReport& report) {
    if (report.end == SoakEnd::none && page.view.settings.speech.on)
        return {};
    std::vector<kit::Phrase> lines{
        page.phrase("staff.soak.rounds", {std::to_string(report.rounds)})};
    for (std::size_t at = 0; at < std::min(report.failures.size(), mostFailures(page)); ++at)
        lines.push_back(failureLine(page, report.failures[at]));
    if (page.design.density >= widgets::Density::tightest)
        return lines;
    if (report.memory.first)
        lines.push_back(growthLine(page, "staff.soak.memory", report.memory, kBytesPerMegabyte));
    if (report.files.first)
        lines.push_back(growthLine(page, "staff.soak.files", report.files, 1));
    return lines;
}

Tone toneOf(const SoakReport& report) {
    if (!report.failures.empty())
        return Tone::negative;
    return isPassed(report) ? Tone::positive : Tone::neutral;
}

std::string_view wordsOf(const SoakReport& report) {
    if (!report.failures.empty())
        return "staff.soak.failed";
    if (report.end == SoakEnd::none)
        return "staff.soak.so-far";
    return isPassed(report) ? "staff.soak.passed" : "staff.soak.early";
}

Node found(const Page& page, const SoakReport& report) {
    return widgets::notice(page.design, toneOf(report), page.phrase(wordsOf(report)),
                           foundLines(page, report));
}

/// What the last one came to: the same, and when that was.
std::vector<Node> lastOne(const Page& page, const staff::SoakResult& last) {
    const auto role = words("staff.role", last.told.role, page);
    return {widgets::text(page.phrase("staff.soak.last", {last.told.when, role.text}),
                          page.design.text(kit::TypeRole::note)),
            found(page, last.report)};
}

} // namespace

PageContent soak(const staff::PageView& view, const Page& page) {
    std::vector<Node> buttons;
    for (std::size_t at = 0; at < staff::kSoakTimes.size(); ++at)
        buttons.push_back(beginButton(page, at));
    std::vector<Node> content{
        widgets::text(page.phrase("staff.soak.lead"), page.design.text(kit::TypeRole::body)),
        widgets::column(page.design.mainGap(), std::move(buttons))};
    if (view.facts.soak)
        content.push_back(widgets::column(page.design.gap(0.5), lastOne(page, *view.facts.soak)));
    return named(page, staff::Page::soak, std::move(content));
}

PageContent screenFor(const staff::SoakView& view, const Page& page) {
    const bool isOver = view.report.end != SoakEnd::none;
    PageContent whole{.id = isOver ? "staff-soak-over" : "staff-soak-running",
                      .hero = citizen::pageTitle(
                          page, words("staff.page", name(staff::Page::soak), page),
                          isOver ? std::nullopt
                                 : std::optional(page.phrase("staff.soak.running", {view.endsAt}))),
                      .content = {found(page, view.report)}};
    whole.actions = {
        isOver ? widgets::mainButton(page.design,
                                     {"leave", page.phrase("staff.leave"), "finish",
                                      widgets::ButtonKind::primary, visit::touch::Finish{}})
               : widgets::mainButton(page.design,
                                     {"stop", page.phrase("staff.soak.stop"), "invalid",
                                      widgets::ButtonKind::primary, press(staff::kStopKey)})};
    return whole;
}

} // namespace kiosk::staff_screens
