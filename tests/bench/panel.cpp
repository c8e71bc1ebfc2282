// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/panel.h"

#include <cstdio>
#include <functional>

#include "screens/kit/draw/stage.h"
#include "screens/kit/window/window.h"
#include "screens/widgets/basics.h"
#include "tests/sandbox/seed/seed.h"

namespace kiosk::bench {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t kCitizensShown = 3;
constexpr kit::Board kPanelBoard{.widthPx = 480, .heightPx = 960, .pixelsPerInch = 76};
constexpr int kButtonsInARow = 3;

/// One thing that can be done to the kiosk's world.
struct Button {
    std::string id;
    std::string words;
    std::function<Result<>()> press;
};
struct Group {
    std::string heading;
    std::vector<Button> buttons;
};

Group peoplesCards(RealStage& stage) {
    Group group{.heading = "Lay the card of"};
    const std::vector<Holder> people = sandbox::people();
    const auto lay = [&](const std::string& name, Stage::Card card, const std::string& words) {
        group.buttons.push_back({"lay." + std::to_string(group.buttons.size()), words,
                                 [&stage, name, card] { return stage.layCard(name, card); }});
    };
    for (std::size_t i = 0; i < people.size(); ++i)
        if (i < kCitizensShown || i >= sandbox::kCitizens)
            lay(people[i].name, Stage::Card::valid, people[i].name);
    lay(people[0].name, Stage::Card::expired, people[0].name + ", expired");
    group.buttons.push_back(
        {"misread", "Spoil the next read", [&stage] { return stage.breakNextRead("checkSum"); }});
    return group;
}

Group codes(RealStage& stage) {
    const auto showLast = [&stage]() -> Result<> {
        const auto sheets = TRY(stage.sheets());
        return stage.showCode(sheets.empty() ? "" : sheets.back().codeText);
    };
    return {"Hold a code before the camera",
            {{"show-sheet", "The last sheet's", showLast},
             {"show-other", "Some other",
              [&stage] { return stage.showCode("https://example.org/menu"); }},
             {"show-none", "None", [&stage] { return stage.showCode({}); }}}};
}

/// Cards and codes, which need more than a word, then every act there is.
std::vector<Group> groupsFor(RealStage& stage) {
    std::vector<Group> groups{peoplesCards(stage), codes(stage)};
    for (const Act& act : acts()) {
        if (groups.back().heading != act.group)
            groups.push_back({.heading = std::string(act.group)});
        groups.back().buttons.push_back({std::string(act.word) + "." + std::string(act.how),
                                         std::string(act.button),
                                         [&stage, what = act.what] { return stage.happen(what); }});
    }
    return groups;
}

kit::Node nodeFor(const Button& button, const widgets::Design& design) {
    kit::Node node =
        widgets::card(design, {widgets::part(button.words, design.text(kit::TypeRole::note))});
    node.id = button.id;
    node.role = kit::Role::button;
    node.name = button.words;
    node.box.padding = {design.gap(1), design.gap(0.75), design.gap(1), design.gap(0.75)};
    return node;
}

kit::Node panelTree(const std::vector<Group>& groups, const std::string& told,
                    kit::Assets& assets) {
    const widgets::Design design{.size = visit::TextSize::small,
                                 .density = widgets::Density::tight};
    std::vector<kit::Node> rows{
        widgets::heading({"Bench", {}}, design.text(kit::TypeRole::title)),
        widgets::text({told, {}}, design.text(kit::TypeRole::note, kit::ColourRole::inkSoft))};
    for (const Group& group : groups) {
        rows.push_back(widgets::text({group.heading, {}},
                                     design.text(kit::TypeRole::note, kit::ColourRole::accent)));
        std::vector<kit::Node> buttons;
        for (const Button& button : group.buttons)
            buttons.push_back(nodeFor(button, design));
        rows.push_back(widgets::grid(kButtonsInARow, design.gap(0.5), std::move(buttons)));
    }
    kit::Node root = widgets::column(design.gap(0.5), std::move(rows));
    root.id = "bench";
    root.role = kit::Role::screen;
    root.lang = "en";
    root.box.padding = kit::InsetsMm::all(design.gap(2));
    root.look.theme = &assets.themes.of(visit::Theme::standard);
    root.look.fill = kit::ColourRole::page;
    kit::layOut(root, assets.board.area(), *assets.typesetter);
    return root;
}

const Button* buttonAt(const std::vector<Group>& groups, const kit::Node& tree,
                       kit::PointMm point) {
    for (const Group& group : groups)
        for (const Button& button : group.buttons)
            if (const kit::Node* node = kit::find(tree, button.id);
                node && node->bounds.contains(point))
                return &button;
    return nullptr;
}

std::string pressed(const Button& button) {
    const Result<> result = button.press();
    return result ? "Done: " + button.words : result.error().line();
}

} // namespace

Result<> runPanel(RealStage& stage, const std::filesystem::path& assetsFolder) {
    kit::Assets assets = TRY(kit::Assets::load(assetsFolder, kPanelBoard));
    kit::Window window =
        TRY(kit::Window::open(assets.board, {.title = "Kiosk bench", .left = kPanelLeft}));
    kit::Stage glass(assets);
    const std::vector<Group> groups = groupsFor(stage);
    std::string told = "Sheets land in " + stage.spool().string();
    while (!stage.kioskWasClosed()) {
        glass.show(panelTree(groups, told, assets));
        window.present(glass.canvas(), glass.takeDamage());
        for (const kit::Window::Event& event : window.wait(500ms)) {
            if (std::holds_alternative<kit::Window::Closed>(event))
                return {};
            if (std::holds_alternative<kit::Window::Exposed>(event))
                window.presentAll(glass.canvas());
            const auto* pointer = std::get_if<kit::PointerEvent>(&event);
            if (pointer == nullptr || pointer->kind != kit::PointerEvent::Kind::up)
                continue;
            if (const Button* button = buttonAt(groups, glass.tree(), pointer->at))
                told = pressed(*button);
        }
    }
    std::fputs("== the kiosk's window was closed\n", stderr);
    return {};
}

} // namespace kiosk::bench
