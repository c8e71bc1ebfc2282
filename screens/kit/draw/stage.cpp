// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/draw/stage.h"

namespace kiosk::kit {
namespace {

constexpr double kHeldOutlineMm = 1.2;

} // namespace

void Stage::show(Node tree) {
    const auto areas = tree_.bounds.empty() ? std::vector{tree.bounds} : damage(tree_, tree);
    tree_ = std::move(tree);
    for (const RectMm& area : areas)
        redraw(area);
}

std::vector<RectPx> Stage::takeDamage() {
    return std::exchange(damage_, {});
}

std::optional<visit::Touch> Stage::feed(const PointerEvent& event) {
    auto touch = filter_.feed(event, tree_);
    showHeld(filter_.heldTarget());
    return touch;
}

void Stage::redraw(const RectMm& area) {
    paint(tree_, canvas_, assets_, area);
    if (const Node* node = held_ ? find(tree_, *held_) : nullptr; node != nullptr) {
        canvas_.clipTo(area);
        canvas_.outline(node->bounds, node->look.radius, (*tree_.look.theme)[ColourRole::ink],
                        kHeldOutlineMm);
        canvas_.endClip();
    }
    damage_.push_back(canvas_.pixels(area));
}

/// A target under a finger carries a strong edge until the finger leaves.
void Stage::showHeld(const std::optional<std::string>& target) {
    if (target == held_)
        return;
    const auto before = std::exchange(held_, target);
    for (const auto& id : {before, target})
        if (const Node* node = id ? find(tree_, *id) : nullptr; node != nullptr)
            redraw(node->bounds);
}

} // namespace kiosk::kit
