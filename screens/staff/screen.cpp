// SPDX-License-Identifier: Apache-2.0
#include "screens/staff/screen.h"

#include "screens/citizen/problem.h"
#include "screens/kit/catalogue/message.h"
#include "screens/kit/words.h"
#include "screens/staff/staff_page.h"

namespace kiosk::staff_screens {

using kit::ColourRole;
using kit::Node;
using kit::TypeRole;

Node buildScreen(const staff::StaffView& view, const visit::VisitView& frame,
                 const citizen::ScreenContext& context) {
    return buildAndFit(view, frame, context).root;
}

citizen::BuiltScreen buildAndFit(const staff::StaffView& view, const visit::VisitView& frame,
                                 const citizen::ScreenContext& context) {
    return citizen::buildFramed(frame, context, [&view](const Page& page) {
        return std::visit([&page](const auto& shown) { return screenFor(shown, page); }, view);
    });
}

PageContent screenFor(const staff::PageView& view, const Page& page) {
    switch (view.page) {
    case staff::Page::menu:
        return menu(view, page);
    case staff::Page::board:
        return board(view, page);
    case staff::Page::queue:
        return queue(view, page);
    case staff::Page::readiness:
        return readiness(view, page);
    case staff::Page::codes:
        return codes(view, page);
    case staff::Page::stick:
        return stickExport(view, page);
    case staff::Page::update:
        return stickUpdate(view, page);
    case staff::Page::tests:
        return tests(view, page);
    case staff::Page::soak:
        return soak(view, page);
    case staff::Page::parts:
        return parts(view, page);
    case staff::Page::network:
        return network(view, page);
    case staff::Page::trust:
        return trust(view, page);
    case staff::Page::software:
        return software(view, page);
    case staff::Page::proof:
        return proof(view, page);
    }
    return menu(view, page);
}

visit::Touch press(visit::touch::Staff::Key key, int value) {
    return visit::touch::Staff{key, value};
}

kit::Phrase words(std::string_view group, std::string_view which, const Page& page,
                  kit::Texts::Values values) {
    return page.phrase(kit::format("{}.{}", group, which), values);
}

PageContent named(const Page& page, staff::Page which, std::vector<Node> content) {
    return {.id = kit::format("staff-{}", name(which)),
            .hero = citizen::pageTitle(page, words("staff.page", name(which), page)),
            .content = std::move(content)};
}

Node standing(const Page& page, Standing what) {
    const auto& design = page.design;
    const auto paint = widgets::paintOf(what.tone);
    Node state =
        widgets::row(design.gap(0.5),
                     {widgets::icon(paint.drawing, paint.ink, design.icon(TypeRole::note) * 0.9),
                      widgets::growing(widgets::part(
                          what.state, design.text(TypeRole::note, paint.ink, kit::Weight::bold)))});
    std::vector<Node> lines{
        widgets::part(what.name, design.text(TypeRole::body, ColourRole::ink, kit::Weight::bold)),
        std::move(state)};
    std::string say = kit::format("{}: {}", kit::isolated(what.name), what.state);
    for (const kit::Phrase& phrase : what.further) {
        lines.push_back(widgets::part(phrase.text, design.text(TypeRole::note)));
        say += kit::format(". {}", phrase.say);
    }
    Node node = widgets::point(design, std::move(what.drawing), std::move(lines));
    node.id = std::move(what.id);
    node.role = kit::Role::status;
    node.name = std::move(what.name);
    node.say = std::move(say);
    node.state = paint.state;
    return node;
}

std::string drawingOf(health::Part part) {
    using health::Part;
    switch (part) {
    case Part::cardReader:
    case Part::staffCards:
        return "card";
    case Part::printer:
    case Part::receiptPrinter:
        return "printer";
    case Part::camera:
    case Part::codeScanner:
        return "scan";
    case Part::auxiliaries:
        break;
    }
    return "place";
}

std::vector<kit::Phrase> troubleLines(const Page& page, std::string_view code, Remedy remedy) {
    const auto problem = citizen::problemOf(page.texts, code, remedy);
    std::vector<kit::Phrase> lines{problem.what};
    if (page.design.density < widgets::Density::tightest)
        lines.push_back(words("staff.who", name(remedy), page));
    if (page.design.density < widgets::Density::tight)
        lines.push_back(page.phrase("trouble.code", {code}));
    return lines;
}

Node troubleNotice(const Page& page, const Error& error, std::optional<kit::Phrase> before) {
    auto lines = troubleLines(page, error.code(), error.remedy());
    const kit::Phrase what = lines.front();
    lines.erase(lines.begin());
    if (before)
        lines.insert(lines.begin(), *std::move(before));
    return widgets::notice(page.design, widgets::Tone::negative, what, std::move(lines));
}

Node halves(const Page& page, Node first, Node second) {
    Node both = widgets::row(page.design.mainGap(), {std::move(first), std::move(second)});
    both.box.across = kit::Align::stretch;
    return both;
}

Node halfButton(const Page& page, std::string id, std::string_view key, std::string drawing,
                widgets::ButtonKind kind, std::optional<visit::Touch> touch) {
    return widgets::growing(
        widgets::mainButton(page.design, {std::move(id), page.phrase(key), std::move(drawing), kind,
                                          std::move(touch)}));
}

kit::Phrase testedLine(const Page& page, const std::optional<staff::TestResult>& tested) {
    if (!tested)
        return page.phrase("staff.tested.never");
    const auto role = words("staff.role", tested->role, page);
    return page.phrase(tested->passed ? "staff.tested.passed" : "staff.tested.failed",
                       {tested->when, role.text});
}

} // namespace kiosk::staff_screens
