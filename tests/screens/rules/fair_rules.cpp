// SPDX-License-Identifier: Apache-2.0
#include "tests/screens/rules/fair_rules.h"

#include <algorithm>
#include <array>

#include "screens/kit/words.h"

namespace kiosk::test {
namespace {

using kit::Node;
namespace touch = visit::touch;

/// What may lie over a screen, and why it does: the person opened it, it asks what only they can
/// answer, or a card was laid.
constexpr std::array kAnswers{"languages",   "settings-panel", "idle",        "offer-elder",
                              "offer-reach", "switches",       "strange-card"};

/// Words of advertisements, in the languages most screens are read in.
constexpr std::array kSelling{"广告",     "推广",     "优惠",       "抽奖",
                              "免费领",   "下载",     "关注公众号", "advert",
                              "discount", "download", "sponsor",    "subscribe"};

bool changesNothing(const visit::Touch& touch) {
    return std::holds_alternative<touch::ClosePanel>(touch) ||
           std::holds_alternative<touch::StillHere>(touch);
}

bool goesAway(const Node& dialog) {
    return (dialog.touch && changesNothing(*dialog.touch)) ||
           std::ranges::any_of(dialog.children, goesAway);
}

/// The kiosk's own picture of something: the licence, or what the camera sees.
bool showsPictures(const Node& root) {
    return root.id == "look" || root.id == "scan" || root.id == "staff-test-camera" ||
           root.id == "staff-codes" || root.id == "staff-proof";
}

bool isLoud(const Placed& entry) {
    return entry->role == kit::Role::button && entry->touch &&
           entry->look.fill == kit::ColourRole::accent && entry->state.empty() && !entry.beneath;
}

void checkDialogs(const std::vector<Placed>& screen, Findings& broken) {
    for (const Placed& entry : screen) {
        if (entry->role != kit::Role::dialog)
            continue;
        if (std::ranges::find(kAnswers, entry->id) == kAnswers.end())
            broken.push_back(kit::format("A56 nobody asked for it: {}", nameOf(*entry)));
        if (!goesAway(*entry))
            broken.push_back(kit::format("A56 does not go away: {}", nameOf(*entry)));
    }
}

bool sells(std::string_view words) {
    return std::ranges::any_of(kSelling, [&](std::string_view word) {
        return words.find(word) != std::string_view::npos;
    });
}

bool offersWindow(const Node& root, const kit::Texts& texts) {
    const std::string words = texts.text("identify.other");
    const Node* content = kit::find(root, "content");
    bool offered = false;
    const auto look = [&](const Node& node, int) { offered = offered || node.name == words; };
    kit::walk(content == nullptr ? root : *content, look);
    return offered;
}

bool staffCanBeCalled(const Node& root) {
    const Node* staff = kit::find(root, "staff");
    return staff != nullptr && staff->touch &&
           std::holds_alternative<touch::CallStaff>(*staff->touch);
}

bool isAboutFaces(const std::vector<Placed>& screen) {
    return std::ranges::any_of(screen, [](const Placed& entry) {
        return entry->id.starts_with("face") || entry->look.drawing.starts_with("face");
    });
}

} // namespace

Findings brokenLureRules(const std::vector<Placed>& screen) {
    Findings broken;
    checkDialogs(screen, broken);
    if (std::ranges::count_if(screen, isLoud) > 1)
        broken.push_back(kit::format("A56 two buttons shout: {}", nameOf(*screen.front())));
    for (const Placed& entry : screen) {
        if (entry->look.picture && !showsPictures(*screen.front()))
            broken.push_back(kit::format("A56 a picture of something else: {}", nameOf(*entry)));
        if (sells(entry->name) || sells(entry->say))
            broken.push_back(kit::format("A56 it sells: {}", nameOf(*entry)));
    }
    return broken;
}

Findings brokenWayRules(const std::vector<Placed>& screen, const kit::Texts& texts) {
    const Node& root = *screen.front();
    const bool isAboutFace = isAboutFaces(screen);
    const bool asksWho = isAboutFace || root.id == "identify";
    if (!asksWho)
        return {};
    Findings broken;
    if (!offersWindow(root, texts) || !staffCanBeCalled(root))
        broken.push_back(kit::format("A57 no way by the window: {}", nameOf(root)));
    const bool namesCard = std::ranges::any_of(
        screen, [&](const Placed& entry) { return entry->name == texts.text("identify.cards"); });
    if (!namesCard)
        broken.push_back(kit::format("A57 no way by the card: {}", nameOf(root)));
    return broken;
}

} // namespace kiosk::test
