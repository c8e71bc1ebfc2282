// SPDX-License-Identifier: Apache-2.0
#include "tests/screens/rules/speech_rules.h"

#include <algorithm>
#include <array>

#include "screens/kit/words.h"

namespace kiosk::test {
namespace {

using kit::Node;
using kit::Role;

bool isSilentRole(Role role) {
    return role == Role::part || role == Role::group || role == Role::screen;
}

bool speaks(const Node& node) {
    return (node.role != Role::part && !node.spoken().empty()) ||
           std::ranges::any_of(node.children, speaks);
}

bool showsSign(const Node& node) {
    return !node.look.drawing.empty() || std::ranges::any_of(node.children, showsSign);
}

bool showsWords(const Node& node) {
    return (node.look.text && !node.name.empty()) || std::ranges::any_of(node.children, showsWords);
}

/// Whether something that speaks holds the part.
bool isSpokenFor(const std::vector<Placed>& screen, const Placed& part) {
    for (const Placed* entry = &part;; entry = &screen[entry->parent]) {
        if ((*entry)->role != Role::part && !(*entry)->spoken().empty())
            return true;
        if (entry == &screen[entry->parent])
            return false;
    }
}

/// Beneath a dialog nothing is read: it speaks again once the dialog is closed.
bool isRead(const Placed& entry) {
    return !entry.beneath;
}

/// Before the first step there is none to go back to; paper that is out and a promise that is given
/// are not taken back; whose turn it is has to be said.
constexpr std::array kNoStepBack{"start", "take", "kept", "second-person"};
/// Nothing is begun at the start; help may cover paper that is on its way. When it has to be there
/// is held against the visit itself (steps_test.cpp).
constexpr std::array kNothingBegun{"start", "help"};

/// Whether the screen's own matter has something to press: not only the frame.
bool asksForPress(const Node& root) {
    bool asks = false;
    for (const std::string_view part : {"content", "actions"})
        if (const Node* node = kit::find(root, part))
            kit::walk(*node,
                      [&asks](const Node& inner, int) { asks = asks || inner.touch.has_value(); });
    return asks;
}

bool canBePressed(const Node& root, std::string_view id) {
    const Node* node = kit::find(root, id);
    return node != nullptr && node->touch;
}

bool isOneOf(const auto& ids, const Node& root) {
    return std::ranges::any_of(ids, [&](std::string_view id) { return root.id == id; });
}

} // namespace

Findings brokenSpeechRules(const std::vector<Placed>& screen) {
    Findings broken;
    for (const Placed& entry : screen) {
        if (!isRead(entry))
            continue;
        if (!isSilentRole(entry->role) && !speaks(*entry))
            broken.push_back(
                kit::format("A30 nothing to say: {} {}", kit::name(entry->role), nameOf(*entry)));
        if (entry->look.text && !entry->name.empty() && !isSpokenFor(screen, entry))
            broken.push_back(kit::format("A30 written but never said: {}", nameOf(*entry)));
        if (entry->role == Role::status && !(showsSign(*entry) && showsWords(*entry)))
            broken.push_back(kit::format("A8 state by colour alone: {}", nameOf(*entry)));
        if (entry->role == Role::status && entry->state.empty())
            broken.push_back(kit::format("A8 state not named: {}", nameOf(*entry)));
    }
    return broken;
}

Findings brokenOfferRules(const std::vector<Placed>& screen) {
    Findings broken;
    const Node& root = *screen.front();
    const bool isAsking = std::ranges::any_of(
        screen, [](const Placed& entry) { return entry->role == Role::dialog; });
    if (isAsking) // answered first; the frame is there again afterwards
        return broken;
    if (!canBePressed(root, "staff"))
        broken.push_back(kit::format("A54 nobody can be called: {}", nameOf(root)));
    if (asksForPress(root) && !isOneOf(kNoStepBack, root) && !canBePressed(root, "back"))
        broken.push_back(kit::format("A54 no step back: {}", nameOf(root)));
    if (asksForPress(root) && !isOneOf(kNothingBegun, root) && !canBePressed(root, "start-over"))
        broken.push_back(kit::format("A54 no way to start over: {}", nameOf(root)));
    return broken;
}

} // namespace kiosk::test
