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

/// One thing that can be done to the kiosk's world.
struct Act {
    std::string id;
    std::string words;
    std::function<Result<>()> carryOut;
};

std::vector<Act> actsFor(RealStage& stage) {
    std::vector<Act> acts;
    const std::vector<Holder> people = sandbox::people();
    const auto lay = [&](std::size_t i, Stage::Card card, const std::string& words) {
        acts.push_back(
            {"lay." + std::to_string(acts.size()), words + people[i].name,
             [&stage, name = people[i].name, card] { return stage.layCard(name, card); }});
    };
    for (std::size_t i = 0; i < people.size(); ++i)
        if (i < kCitizensShown || i >= sandbox::kCitizens)
            lay(i, Stage::Card::valid, "Lay the card of ");
    lay(0, Stage::Card::expired, "Lay the expired card of ");
    acts.push_back({"lift", "Pull the card", [&stage] { return stage.liftCard(); }});
    acts.push_back(
        {"misread", "Spoil the next read", [&stage] { return stage.breakNextRead("checkSum"); }});
    acts.push_back({"paper-out", "Take the paper out",
                    [&stage] { return stage.setPaper(Stage::Paper::out); }});
    acts.push_back(
        {"paper-in", "Load paper", [&stage] { return stage.setPaper(Stage::Paper::loaded); }});
    acts.push_back(
        {"cut", "Cut the network", [&stage] { return stage.setNetwork(Stage::Network::cut); }});
    acts.push_back({"connect", "Connect the network",
                    [&stage] { return stage.setNetwork(Stage::Network::connected); }});
    acts.push_back(
        {"show-sheet", "Hold the last sheet's code before the camera", [&stage]() -> Result<> {
             const auto sheets = TRY(stage.sheets());
             return stage.showCode(sheets.empty() ? "" : sheets.back().codeText);
         }});
    acts.push_back({"show-other", "Hold some other code before the camera",
                    [&stage] { return stage.showCode("https://example.org/menu"); }});
    acts.push_back({"show-none", "Take the code away", [&stage] { return stage.showCode({}); }});
    return acts;
}

kit::Node buttonFor(const Act& act, const widgets::Design& design) {
    kit::Node button =
        widgets::card(design, {widgets::part(act.words, design.text(kit::TypeRole::note))});
    button.id = act.id;
    button.role = kit::Role::button;
    button.name = act.words;
    return button;
}

kit::Node panelTree(const std::vector<Act>& acts, const std::string& told, kit::Assets& assets) {
    const widgets::Design design{.size = visit::TextSize::small,
                                 .density = widgets::Density::tight};
    std::vector<kit::Node> rows{
        widgets::heading({"Bench", {}}, design.text(kit::TypeRole::title)),
        widgets::text({told, {}}, design.text(kit::TypeRole::note, kit::ColourRole::inkSoft))};
    for (const Act& act : acts)
        rows.push_back(buttonFor(act, design));
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

const Act* actAt(const std::vector<Act>& acts, const kit::Node& tree, kit::PointMm point) {
    for (const Act& act : acts)
        if (const kit::Node* button = kit::find(tree, act.id);
            button && button->bounds.contains(point))
            return &act;
    return nullptr;
}

std::string done(const Act& act) {
    const Result<> result = act.carryOut();
    return result ? "Done: " + act.words : result.error().line();
}

} // namespace

Result<> runPanel(RealStage& stage, const std::filesystem::path& assetsFolder) {
    kit::Assets assets = TRY(kit::Assets::load(assetsFolder, kPanelBoard));
    kit::Window window =
        TRY(kit::Window::open(assets.board, {.title = "Kiosk bench", .left = kPanelLeft}));
    kit::Stage glass(assets);
    const std::vector<Act> acts = actsFor(stage);
    std::string told = "Sheets land in " + stage.spool().string();
    while (stage.kioskRuns()) {
        glass.show(panelTree(acts, told, assets));
        window.present(glass.canvas(), glass.takeDamage());
        for (const kit::Window::Event& event : window.wait(500ms)) {
            if (std::holds_alternative<kit::Window::Closed>(event))
                return {};
            if (std::holds_alternative<kit::Window::Exposed>(event))
                window.presentAll(glass.canvas());
            const auto* pointer = std::get_if<kit::PointerEvent>(&event);
            if (pointer == nullptr || pointer->kind != kit::PointerEvent::Kind::up)
                continue;
            if (const Act* act = actAt(acts, glass.tree(), pointer->at))
                told = done(*act);
        }
    }
    std::fputs("== the kiosk's window was closed\n", stderr);
    return {};
}

} // namespace kiosk::bench
