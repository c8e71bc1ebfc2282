// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/panel.h"

#include "screens/kit/draw/stage.h"
#include "screens/kit/window/window.h"
#include "screens/widgets/basics.h"
#include "tests/bench/acts.h"
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
    std::string line; ///< the same, typed
};
struct Group {
    std::string heading;
    std::vector<Button> buttons;
};

Group peoplesCards() {
    Group group{.heading = "Lay the card of"};
    const std::vector<Holder> people = sandbox::people();
    const auto lay = [&](const std::string& whose, const std::string& words) {
        group.buttons.push_back(
            {"lay." + std::to_string(group.buttons.size()), words, "layCard " + whose});
    };
    for (std::size_t i = 0; i < people.size(); ++i)
        if (i < kCitizensShown || i >= sandbox::kCitizens)
            lay(people[i].name, people[i].name);
    lay(people[0].name + " expired", people[0].name + ", expired");
    group.buttons.push_back({"misread", "Spoil the next read", "breakRead checkSum"});
    return group;
}

Group codes() {
    return {"Hold a code before the camera",
            {{"show-sheet", "The last sheet's", "showCode last-sheet"},
             {"show-other", "Some other", "showCode https://example.org/menu"},
             {"show-none", "None", "showCode"}}};
}

/// Cards and codes, which need more than a word, then every act there is.
std::vector<Group> allGroups() {
    std::vector<Group> groups{peoplesCards(), codes()};
    for (const Act& act : acts()) {
        if (groups.back().heading != act.group)
            groups.push_back({.heading = std::string(act.group)});
        groups.back().buttons.push_back({std::string(act.word) + "." + std::string(act.how),
                                         std::string(act.button),
                                         std::string(act.word) + " " + std::string(act.how)});
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

} // namespace

Result<> runPanel(const PanelWorld& world, const std::filesystem::path& assetsFolder) {
    kit::Assets assets = TRY(kit::Assets::load(assetsFolder, kPanelBoard));
    kit::Window window =
        TRY(kit::Window::open(assets.board, {.title = "Kiosk bench", .left = kPanelLeft}));
    kit::Stage glass(assets);
    const std::vector<Group> groups = allGroups();
    std::string told = world.firstWords;
    while (!world.hasEnded()) {
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
                told = button->words + ": " + world.type(button->line);
        }
    }
    return {};
}

} // namespace kiosk::bench
