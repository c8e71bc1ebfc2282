// SPDX-License-Identifier: Apache-2.0

#include "screens/citizen/page.h"
#include "screens/kit/words.h"
#include "screens/widgets/notice.h"
#include "screens/widgets/pictures.h"

namespace kiosk::citizen {
namespace {

using kit::ColourRole;
using kit::Node;
using kit::TypeRole;
using visit::ServiceState;

widgets::Tone toneOf(ServiceState state) {
    switch (state) {
    case ServiceState::unknown:
        return widgets::Tone::neutral;
    case ServiceState::working:
        return widgets::Tone::positive;
    case ServiceState::limited:
        return widgets::Tone::caution;
    case ServiceState::out:
        return widgets::Tone::negative;
    }
    return widgets::Tone::negative;
}

std::string_view name(ServiceState state) {
    switch (state) {
    case ServiceState::unknown:
        return "unknown";
    case ServiceState::working:
        return "working";
    case ServiceState::limited:
        return "limited";
    case ServiceState::out:
        return "out";
    }
    return "out";
}

Node service(const Page& page, std::string_view id, std::string drawing, ServiceState state) {
    const auto& design = page.design;
    auto paint = widgets::paintOf(toneOf(state));
    if (state == ServiceState::unknown)
        paint.drawing = "clock";
    const auto words = page.texts.text(kit::format("service.{}", id));
    const auto stateWords = page.texts.text(kit::format("service.state.{}", name(state)));
    Node line =
        widgets::row(design.gap(0.5),
                     {widgets::icon(paint.drawing, paint.ink, design.icon(TypeRole::note) * 0.9),
                      widgets::growing(widgets::part(
                          stateWords, design.text(TypeRole::note, paint.ink, kit::Weight::bold)))});
    Node node = widgets::point(
        design, std::move(drawing),
        {widgets::part(words, design.text(TypeRole::body, ColourRole::ink, kit::Weight::bold)),
         std::move(line)});
    node.id = kit::format("service.{}", id);
    node.role = kit::Role::status;
    node.name = words;
    node.say = kit::format("{}: {}", words, stateWords);
    node.state = name(state);
    return node;
}

/// What works now, before anybody begins (Q7).
Node services(const Page& page, const visit::Services& now) {
    Node list = widgets::grid(2, page.design.gap(1.25),
                              {service(page, "cards", "card", now.cards),
                               service(page, "printing", "printer", now.printing),
                               service(page, "network", "network", now.network),
                               service(page, "codes", "scan", now.codes)});
    Node box = widgets::card(page.design, {std::move(list)});
    if (!now.printingNote.empty()) {
        const auto key = kit::format("error.{}.what", now.printingNote);
        box.add(widgets::text(page.phrase(page.texts.has(key) ? key : "service.printing.note"),
                              page.design.text(TypeRole::note)));
    }
    if (!now.slipsNote.empty())
        box.add(widgets::text(page.phrase(now.slipsNote), page.design.text(TypeRole::note)));
    for (const std::string& region : now.silentRegions)
        box.add(widgets::text(page.phrase("service.silent", {region}),
                              page.design.text(TypeRole::note)));
    return box;
}

/// What became of the copy that was under way when the power went, without a word on whose it was.
Node interrupted(const Page& page, const visit::InterruptedCopy& copy) {
    const std::string pages = std::to_string(copy.pages);
    if (copy.isWhole())
        return widgets::notice(page.design, widgets::Tone::neutral,
                               page.phrase("start.interrupted.whole", {pages}));
    const auto what = copy.pagesOut ? page.phrase("start.interrupted.part",
                                                  {std::to_string(*copy.pagesOut), pages})
                                    : page.phrase("start.interrupted.unknown");
    return widgets::notice(page.design, widgets::Tone::caution, what,
                           {page.phrase("start.interrupted.now")});
}

Node left(const Page& page, const visit::LeftBehind& left) {
    const std::string_view what = left.card && left.sheet ? "start.left.both"
                                  : left.card             ? "start.left.card"
                                                          : "start.left.sheet";
    return widgets::notice(page.design, widgets::Tone::caution, page.phrase(what),
                           {page.phrase("start.left.now")});
}

Node hero(const Page& page) {
    const auto& design = page.design;
    Node title =
        widgets::heading(page.phrase("start.title"),
                         design.text(TypeRole::display, ColourRole::onDeep, kit::Weight::bold));
    Node words = widgets::column(design.gap(0.75), {std::move(title)});
    if (design.density < widgets::Density::tight) // what is pressed comes first
        words.add(widgets::text(page.phrase("start.lead"),
                                design.text(TypeRole::body, ColourRole::onDeep)));
    words.box.padding = {12, design.gap(2), 12, 0};
    Node scene = widgets::illustration("scene-start", page.phrase("start.scene"), 60, 230);
    Node node =
        widgets::growing(widgets::column(design.gap(1), {std::move(words), std::move(scene)}), 4);
    node.look.fill = ColourRole::accentDeep;
    return node;
}

/// Without a reader nobody can be told apart: the visit cannot begin, and the button says so.
Node beginButton(const Page& page, const visit::Services& now) {
    widgets::ButtonSpec spec{"begin", page.phrase("start.begin"), "card",
                             widgets::ButtonKind::primary, visit::touch::Begin{}};
    if (now.cards == ServiceState::out) {
        spec.words = page.phrase("start.begin.closed");
        spec.touch.reset();
    }
    Node button = widgets::mainButton(page.design, std::move(spec));
    button.box.minHeight *= 1.2;
    return button;
}

/// The way in for whoever wants it large and slow; in the elder version the way back.
Node versionButton(const Page& page) {
    const bool isElder = page.view.settings.version == visit::Version::elder;
    return widgets::growing(widgets::mainButton(
        page.design,
        {"version", page.phrase(isElder ? "version.standard" : "version.elder"), "elder",
         widgets::ButtonKind::secondary,
         visit::touch::SetVersion{isElder ? visit::Version::standard : visit::Version::elder}}));
}

Node checkButton(const Page& page, const visit::Services& now) {
    widgets::ButtonSpec spec{"check-copy", page.phrase("start.check"), "scan",
                             widgets::ButtonKind::secondary, visit::touch::BeginCopyCheck{}};
    if (now.codes == ServiceState::out)
        spec.touch.reset();
    return widgets::growing(widgets::mainButton(page.design, std::move(spec)), 2);
}

} // namespace

PageContent screenFor(const visit::StartView& start, const Page& page) {
    std::vector<Node> content;
    if (start.left.anything()) // its owner is still near, unlike whoever was interrupted
        content.push_back(left(page, start.left));
    else if (start.interrupted)
        content.push_back(interrupted(page, *start.interrupted));
    content.push_back(services(page, start.services));
    return {.id = "start",
            .hero = hero(page),
            .content = std::move(content),
            .actions = {beginButton(page, start.services),
                        widgets::row(page.design.mainGap(),
                                     {versionButton(page), checkButton(page, start.services)})},
            .bottom = {.back = false, .startOver = false}};
}

} // namespace kiosk::citizen
