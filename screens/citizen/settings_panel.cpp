// SPDX-License-Identifier: Apache-2.0
#include "screens/citizen/panels.h"
#include "screens/kit/words.h"

namespace kiosk::citizen {
namespace {

using kit::ColourRole;
using kit::Node;
using kit::TypeRole;
namespace touch = visit::touch;

/// One of a few values that exclude each other: thick edge and tick tell the chosen one (A8).
Node option(const Page& page, std::string id, kit::Phrase words, bool chosen, visit::Touch touch) {
    const auto& design = page.design;
    const auto ink = chosen ? ColourRole::accent : ColourRole::ink;
    Node node = widgets::row(design.gap(0.5), {});
    if (chosen)
        node.add(widgets::icon("check", ink, design.icon(TypeRole::note)));
    node.add(widgets::part(
        words.text, design.text(TypeRole::note, ink, kit::Weight::bold, kit::TextAlign::centre)));
    node.id = std::move(id);
    node.role = kit::Role::button;
    node.name = std::move(words.text);
    node.say = std::move(words.say);
    if (chosen) {
        node.say = node.name + " " + page.texts.text("purpose.chosen");
        node.state = "selected";
    }
    node.touch = std::move(touch);
    node.box.along = kit::Align::centre;
    node.box.minHeight = design.target() * 1.15;
    node.box.padding = kit::InsetsMm::symmetric(design.gap(0.5), design.gap(0.5));
    node.look.fill = chosen ? ColourRole::accentSoft : ColourRole::surface;
    node.look.border = chosen ? ColourRole::accent : ColourRole::outline;
    node.look.borderWidth = chosen ? 1 : 0.3;
    node.look.radius = design.radius();
    return node;
}

/// Four short values stand in one row while the letters are small, else two by two.
int columnsFor(const Page& page, std::size_t count) {
    const bool isShort = page.texts.language().starts_with("zh") &&
                         page.view.settings.textSize <= visit::TextSize::normal;
    return count > 2 && isShort ? static_cast<int>(count) : 2;
}

Node choiceOf(const Page& page, std::string_view key, std::vector<Node> options) {
    const int columns = columnsFor(page, options.size());
    Node list = widgets::grid(columns, page.design.targetGap(), std::move(options));
    list.role = kit::Role::list;
    list.id = key;
    Node label = widgets::heading(page.phrase(kit::format("settings.{}", key)),
                                  page.design.text(TypeRole::note, ColourRole::inkSoft));
    if (page.design.density >= widgets::Density::tight) // no room for lines of labels
        return widgets::row(page.design.gap(1), {widgets::growing(std::move(label)),
                                                 widgets::growing(std::move(list), 2.5)});
    return widgets::column(page.design.gap(0.5), {std::move(label), std::move(list)});
}

Node sizes(const Page& page) {
    const auto& now = page.view.settings;
    const bool isElder = now.version == visit::Version::elder;
    std::vector<Node> options;
    for (int index = isElder ? int(visit::TextSize::large) : 0; index < 4; ++index) {
        const auto size = visit::TextSize(index);
        options.push_back(option(page, kit::format("size.{}", kit::name(size)),
                                 page.phrase(kit::format("size.{}", kit::name(size))),
                                 now.textSize == size, touch::SetTextSize{size}));
    }
    return choiceOf(page, "size", std::move(options));
}

Node themes(const Page& page) {
    std::vector<Node> options;
    for (int index = 0; index < 4; ++index) {
        const auto theme = visit::Theme(index);
        options.push_back(option(page, kit::format("theme.{}", kit::name(theme)),
                                 page.phrase(kit::format("theme.{}", kit::name(theme))),
                                 page.view.settings.theme == theme, touch::SetTheme{theme}));
    }
    return choiceOf(page, "theme", std::move(options));
}

Node versions(const Page& page) {
    const auto one = [&](std::string_view name, visit::Version version) {
        return option(page, kit::format("version.{}", name),
                      page.phrase(kit::format("version.{}", name)),
                      page.view.settings.version == version, touch::SetVersion{version});
    };
    return choiceOf(
        page, "version",
        {one("standard", visit::Version::standard), one("elder", visit::Version::elder)});
}

Node reaches(const Page& page) {
    const auto one = [&](std::string_view name, visit::Reach reach) {
        return option(page, kit::format("reach.{}", name),
                      page.phrase(kit::format("reach.{}", name)), page.view.settings.reach == reach,
                      touch::SetReach{reach});
    };
    return choiceOf(page, "reaches",
                    {one("standard", visit::Reach::standard), one("low", visit::Reach::low)});
}

/// Only while somebody can go on without seeing it.
Node darkButton(const Page& page) {
    return widgets::smallButton(page.design, {"dark", page.phrase("settings.dark"), "hide",
                                              widgets::ButtonKind::secondary,
                                              touch::SetScreen{visit::Screen::dark}});
}

/// Whether the loudspeaker says what is private too (A32): where there is no headset to say it to.
/// What that means is told before it is chosen.
Node aloudButton(const Page& page) {
    const bool isAloud = page.view.settings.speech.privateAloud;
    return widgets::smallButton(
        page.design,
        {"aloud", page.phrase(isAloud ? "speech.aloud.stop" : "speech.aloud"), "loudspeaker",
         widgets::ButtonKind::secondary, touch::SetPrivateAloud{!isAloud}});
}

} // namespace

Node settingsPanel(const Page& page) {
    using widgets::ButtonKind;
    const auto& design = page.design;
    Node panel = widgets::card(
        design, {widgets::heading(page.phrase("settings.title"),
                                  design.text(TypeRole::title, ColourRole::ink, kit::Weight::bold)),
                 sizes(page), themes(page), versions(page), reaches(page)});
    if (page.view.headsetPlugged)
        panel.add(darkButton(page));
    else if (page.view.settings.speech.on)
        panel.add(aloudButton(page));
    Node reset = widgets::mainButton(design, {"reset-settings", page.phrase("settings.reset"), "",
                                              ButtonKind::secondary, touch::ResetSettings{}});
    Node done = widgets::mainButton(design, {"close", page.phrase("settings.done"), "check",
                                             ButtonKind::primary, touch::ClosePanel{}});
    Node buttons = widgets::row(
        design.mainGap(), {widgets::growing(std::move(reset)), widgets::growing(std::move(done))});
    buttons.box.across = kit::Align::stretch;
    panel.add(std::move(buttons));
    panel.id = "settings-panel";
    panel.role = kit::Role::dialog;
    return panel;
}

} // namespace kiosk::citizen
