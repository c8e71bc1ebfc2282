// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/stick/asking.h"
#include "firmware/visit/view.h"
#include "screens/citizen/problem.h"
#include "screens/kit/words.h"
#include "screens/staff/leaves.h"
#include "screens/widgets/choice.h"
#include "screens/widgets/pictures.h"

namespace kiosk::staff_screens {

namespace {

using kit::Node;
using staff::StickView;
using update::Event;
using widgets::Tone;
using StickDeed = StickView::Deed;
using Judged = stick::Standing;
using Key = visit::touch::Staff::Key;

constexpr std::uint64_t kMegabyte = 1'000'000;

bool isTight(const Page& page) {
    return page.design.density >= widgets::Density::tight;
}

/// How far it is, and that the stick has to stay.
std::vector<Node> underWay(const Page& page, const StickView& stick) {
    const int percent = stick.progress.percent;
    return {widgets::progressBar(page.design,
                                 words("staff.stick.stage", name(stick.progress.stage), page),
                                 percent / 100.0, kit::format("{} %", std::to_string(percent))),
            widgets::notice(page.design, Tone::caution,
                            words("staff.stick.stage", name(stick.progress.stage), page),
                            {page.phrase("staff.stick.leave-in")})};
}

/// Megabytes, rounded up.
std::optional<kit::Phrase> missing(const Page& page, const StickView& stick) {
    const auto& [stage, percent, needs, free] = stick.progress;
    if (needs <= free ||
        !(stick.error->code() == "stick.full" || stick.error->code() == "update.no-room"))
        return std::nullopt;
    return page.phrase("staff.stick.missing",
                       {std::to_string((needs - free + kMegabyte - 1) / kMegabyte)});
}

Node trouble(const Page& page, const StickView& stick) {
    return troubleNotice(page, *stick.error, missing(page, stick));
}

Node exportButton(const Page& page, const StickView& stick, std::string id, std::string_view key,
                  stick::What what) {
    std::optional<visit::Touch> touch;
    if (stick.deed == StickDeed::none)
        touch = press(staff::kExportKey, static_cast<int>(what));
    return halfButton(page, std::move(id), key,
                      what == stick::What::everything ? "keep" : "warning",
                      widgets::ButtonKind::secondary, std::move(touch));
}

PageContent titled(const Page& page, const staff::PageView& view, std::string_view lead,
                   std::vector<Node> content) {
    PageContent whole = named(page, view.page, std::move(content));
    whole.hero =
        citizen::pageTitle(page, words("staff.page", name(view.page), page), page.phrase(lead));
    return whole;
}

struct JudgedLook {
    Tone tone;
    std::string_view drawing;
};

JudgedLook judgedLook(Judged judged) {
    switch (judged) {
    case Judged::newer:
    case Judged::same:
        return {Tone::positive, "valid"};
    case Judged::older:
    case Judged::later:
        return {Tone::caution, "warning"};
    case Judged::foreign:
    case Judged::untrusted:
        break;
    }
    return {Tone::negative, "invalid"};
}

std::string versionOf(const stick::BundleOnStick& bundle) {
    return bundle.version.empty() ? bundle.file : bundle.version;
}

kit::Phrase judgedWords(const Page& page, Judged judged) {
    return words("staff.update.standing", name(judged), page);
}

/// One that may follow is pressed, any other says why it may not.
Node bundleNode(const Page& page, const stick::BundleOnStick& bundle, std::size_t at) {
    const JudgedLook shown = judgedLook(bundle.standing);
    const std::string id = kit::format("bundle.{}", std::to_string(at + 1));
    const kit::Phrase stands = judgedWords(page, bundle.standing);
    const std::string board = kit::isolated(bundle.board);
    if (!staff::mayFollow(bundle.standing))
        return standing(page, {.id = id,
                               .drawing = std::string(shown.drawing),
                               .name = versionOf(bundle),
                               .tone = shown.tone,
                               .state = stands.text,
                               .further = {{board, board}}});
    const std::string both = kit::format("{} · {}", kit::isolated(versionOf(bundle)), stands.text);
    return widgets::mainButton(page.design, {id,
                                             {both, both},
                                             std::string(shown.drawing),
                                             widgets::ButtonKind::secondary,
                                             press(staff::kChooseKey, static_cast<int>(at))});
}

std::vector<Node> bundleNodes(const Page& page, const staff::PageView& view) {
    const auto& bundles = *view.stick.bundles;
    if (bundles.empty())
        return {widgets::notice(page.design, Tone::neutral, page.phrase("staff.update.none"))};
    Leaf leaf = leafOf(page, view, bundles.size(), isTight(page) ? 2 : 3);
    std::vector<Node> nodes;
    for (std::size_t at = leaf.first; at < leaf.last; ++at)
        nodes.push_back(bundleNode(page, bundles[at], at));
    std::vector<Node> shown{widgets::column(page.design.mainGap(), std::move(nodes))};
    if (leaf.pager)
        shown.push_back(*std::move(leaf.pager));
    return shown;
}

Tone toneOf(Event::What what) {
    switch (what) {
    case Event::What::begun:
    case Event::What::installed:
        return Tone::neutral;
    case Event::What::proven:
        return Tone::positive;
    case Event::What::refused:
        return Tone::caution;
    case Event::What::failed:
        break;
    }
    return Tone::negative;
}

Node eventNode(const Page& page, const Event& event, std::size_t at) {
    Standing what{.id = kit::format("event.{}", std::to_string(at + 1)),
                  .drawing = "retry",
                  .name = kit::format("{} {}", visit::localDateTime(event.at), event.version),
                  .tone = toneOf(event.what),
                  .state = words("staff.update.was", update::name(event.what), page).text};
    if (event.older)
        what.further.push_back(page.phrase("staff.update.by-word"));
    if (!event.code.empty()) {
        what.further.push_back(citizen::problemOf(page.texts, event.code, Remedy::technician).what);
        if (!isTight(page))
            what.further.push_back(page.phrase("trouble.code", {event.code}));
    }
    return standing(page, std::move(what));
}

/// The newest first, as many as there is room for.
std::vector<Node> historyNodes(const Page& page, const StickView& stick) {
    const std::size_t most = isTight(page) ? 1 : 3;
    std::vector<Node> events;
    for (auto event = stick.history.rbegin(); event != stick.history.rend() && events.size() < most;
         ++event)
        events.push_back(eventNode(page, *event, events.size()));
    if (events.empty())
        return {};
    return {widgets::card(page.design,
                          {widgets::text(page.phrase("staff.update.history"),
                                         page.design.text(kit::TypeRole::body, kit::ColourRole::ink,
                                                          kit::Weight::bold)),
                           widgets::column(page.design.gap(1), std::move(events))})};
}

/// What the kiosk asks before it copies a bundle.
PageContent asked(const Page& page, const staff::PageView& view) {
    const stick::BundleOnStick& bundle = (*view.stick.bundles)[*view.stick.chosen];
    const bool isOlder = bundle.standing == Judged::older;
    PageContent whole =
        titled(page, view, "staff.update.lead",
               {widgets::notice(page.design, isOlder ? Tone::caution : Tone::neutral,
                                page.phrase(isOlder ? "staff.update.ask-older" : "staff.update.ask",
                                            {versionOf(bundle)}),
                                {judgedWords(page, bundle.standing),
                                 {bundle.board, bundle.board},
                                 {bundle.file, bundle.file}})});
    whole.actions = {halves(
        page,
        halfButton(page, "no", "staff.update.keep", "invalid", widgets::ButtonKind::secondary,
                   press(Key::no)),
        halfButton(page, "yes", isOlder ? "staff.update.install-older" : "staff.update.install",
                   "check", widgets::ButtonKind::primary,
                   press(isOlder ? staff::kOlderKey : Key::yes)))};
    return whole;
}

std::vector<Node> updateNodes(const Page& page, const staff::PageView& view) {
    const StickView& stick = view.stick;
    if (stick.deed != StickDeed::none)
        return underWay(page, stick);
    std::vector<Node> content;
    if (stick.error)
        content.push_back(trouble(page, stick));
    if (stick.copied)
        content.push_back(widgets::notice(page.design, Tone::positive,
                                          page.phrase("staff.stick.safe"),
                                          {page.phrase("staff.update.copied")}));
    if (stick.bundles)
        for (Node& node : bundleNodes(page, view))
            content.push_back(std::move(node));
    else
        for (Node& node : historyNodes(page, stick))
            content.push_back(std::move(node));
    return content;
}

} // namespace

PageContent stickExport(const staff::PageView& view, const Page& page) {
    const StickView& stick = view.stick;
    std::vector<Node> content;
    if (stick.deed != StickDeed::none)
        content = underWay(page, stick);
    else if (stick.error)
        content = {trouble(page, stick)};
    else if (!stick.exported.empty())
        content = {widgets::notice(page.design, Tone::positive, page.phrase("staff.stick.safe"),
                                   {page.phrase("staff.stick.file", {stick.exported})})};
    PageContent whole = titled(page, view, "staff.stick.lead", std::move(content));
    whole.actions = {halves(
        page, exportButton(page, stick, "errors", "staff.stick.errors", stick::What::errorsOnly),
        exportButton(page, stick, "everything", "staff.stick.everything",
                     stick::What::everything))};
    return whole;
}

PageContent stickUpdate(const staff::PageView& view, const Page& page) {
    const StickView& stick = view.stick;
    if (stick.deed == StickDeed::none && stick.bundles && stick.chosen)
        return asked(page, view);
    PageContent whole = titled(page, view, "staff.update.lead", updateNodes(page, view));
    std::optional<visit::Touch> touch;
    if (stick.deed == StickDeed::none)
        touch = press(staff::kLookKey);
    whole.actions = {
        widgets::mainButton(page.design, {"look", page.phrase("staff.update.look"), "search",
                                          widgets::ButtonKind::primary, std::move(touch)})};
    return whole;
}

} // namespace kiosk::staff_screens
