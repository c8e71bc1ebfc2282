// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "screens/kit/words.h"
#include "screens/staff/staff_page.h"
#include "screens/widgets/choice.h"
#include "screens/widgets/pictures.h"

namespace kiosk::staff_screens {

namespace {

using kit::Node;
using staff::GuidedTest;
using Key = visit::touch::Staff::Key;
using Phase = staff::TestView::Phase;

constexpr int kTargetColumns = 2;
constexpr std::string_view kGroup = "staff.test";

std::string_view drawingOf(GuidedTest test) {
    switch (test) {
    case GuidedTest::cardReader:
        return "card";
    case GuidedTest::printer:
        return "printer";
    case GuidedTest::camera:
        return "scan";
    case GuidedTest::screen:
        break;
    }
    return "show";
}

/// "staff.test.printer.ask"
kit::Phrase wordsOf(const Page& page, GuidedTest test, std::string_view which) {
    return words(kGroup, kit::format("{}.{}", name(test), which), page);
}

Node begin(const Page& page, GuidedTest test, const std::optional<staff::TestResult>& tested) {
    Node button = widgets::mainButton(
        page.design, {kit::format("test.{}", name(test)), words("staff.part", name(test), page),
                      std::string(drawingOf(test)), widgets::ButtonKind::secondary,
                      press(Key::test, static_cast<int>(test))});
    return widgets::column(
        page.design.gap(0.5),
        {std::move(button),
         widgets::text(testedLine(page, tested), page.design.text(kit::TypeRole::note))});
}

/// The camera's picture, and whether a code was found in it.
std::vector<Node> seen(const Page& page, const staff::TestView& view) {
    return {widgets::viewfinder(page.design, view.picture, page.phrase("staff.test.picture")),
            widgets::notice(page.design,
                            view.codeSeen ? widgets::Tone::positive : widgets::Tone::neutral,
                            page.phrase(view.codeSeen ? "staff.test.code" : "staff.test.no-code"))};
}

/// Places all over the screen, each pressed once.
Node targets(const Page& page, const staff::TestView& view) {
    std::vector<widgets::Choice> choices;
    for (int at = 0; at < staff::kScreenTargets; ++at) {
        const std::string number = std::to_string(at + 1);
        choices.push_back({.id = kit::format("target.{}", number),
                           .words = page.phrase("staff.test.target", {number}),
                           .drawing = "show",
                           .chosen = std::ranges::count(view.targetsTouched, at) > 0,
                           .touch = press(Key::digit, at)});
    }
    return widgets::choiceGrid(page.design, kTargetColumns, std::move(choices),
                               page.texts.text("purpose.chosen"));
}

std::vector<Node> shown(const Page& page, const staff::TestView& view) {
    if (view.phase == Phase::failed) {
        const auto lines = troubleLines(page, view.error->code(), view.error->remedy());
        return {widgets::notice(page.design, widgets::Tone::negative,
                                page.phrase("staff.test.failed"), lines)};
    }
    if (view.test == GuidedTest::screen)
        return {targets(page, view)};
    std::vector<Node> content;
    if (view.test == GuidedTest::camera && view.picture)
        content = seen(page, view);
    if (view.phase == Phase::asking)
        content.push_back(
            widgets::notice(page.design, widgets::Tone::neutral, wordsOf(page, view.test, "ask")));
    return content;
}

Node answer(const Page& page, std::string id, std::string_view key, std::string drawing,
            widgets::ButtonKind kind, Key means) {
    return widgets::growing(widgets::mainButton(
        page.design, {std::move(id), page.phrase(key), std::move(drawing), kind, press(means)}));
}

std::vector<Node> answers(const Page& page, const staff::TestView& view) {
    using widgets::ButtonKind;
    if (view.phase == Phase::running)
        return {};
    if (view.phase == Phase::failed)
        return {widgets::mainButton(page.design, {"no", page.phrase("staff.test.keep-failed"),
                                                  "check", ButtonKind::primary, press(Key::no)})};
    Node no = answer(page, "no", "staff.test.no", "invalid", ButtonKind::secondary, Key::no);
    if (view.test == GuidedTest::screen) // all places pressed is the "yes"
        return {std::move(no)};
    Node yes = answer(page, "yes", "staff.test.yes", "check", ButtonKind::primary, Key::yes);
    Node both = widgets::row(page.design.mainGap(), {std::move(no), std::move(yes)});
    both.box.across = kit::Align::stretch;
    return {std::move(both)};
}

} // namespace

PageContent tests(const staff::PageView& view, const Page& page) {
    std::vector<Node> list;
    for (std::size_t at = 0; at < staff::kGuidedTests; ++at)
        list.push_back(begin(page, static_cast<GuidedTest>(at), view.facts.tests[at]));
    return named(
        page, staff::Page::tests,
        {widgets::text(page.phrase("staff.tests.lead"), page.design.text(kit::TypeRole::body)),
         widgets::column(page.design.gap(2), std::move(list))});
}

PageContent screenFor(const staff::TestView& test, const Page& page) {
    return {.id = kit::format("staff-test-{}", name(test.test)),
            .hero = citizen::pageTitle(page, words("staff.part", name(test.test), page),
                                       wordsOf(page, test.test, "do")),
            .content = shown(page, test),
            .actions = answers(page, test)};
}

} // namespace kiosk::staff_screens
