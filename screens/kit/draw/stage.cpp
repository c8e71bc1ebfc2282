// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/draw/stage.h"

namespace kiosk::kit {
namespace {

constexpr double kHeldOutlineMm = 1.2;
// The ring stands off its node, on the ground between targets: together less than half of the
// smallest gap would be too thin to see, so that they may reach up to the next target, never into
// it.
constexpr double kRingMm = 1.2;
constexpr double kRingOffMm = 0.6;
constexpr double kRingBleedMm = 0.4; ///< antialiasing

/// What stands out from the ground the node lies on: the ground's own ink.
ColourRole inkOn(ColourRole ground) {
    const bool isDeep = ground == ColourRole::accentDeep || ground == ColourRole::accent ||
                        ground == ColourRole::scrim;
    return isDeep ? ColourRole::onDeep : ColourRole::ink;
}

/// The fill of the nearest box around the node; nothing when the node is not under `from`.
std::optional<ColourRole> groundOf(const Node& from, const Node& node, ColourRole ground) {
    if (&from == &node)
        return ground;
    if (from.look.fill && from.look.veil == 1)
        ground = *from.look.fill;
    for (const Node& child : from.children)
        if (const auto found = groundOf(child, node, ground))
            return found;
    return std::nullopt;
}

RectMm reachOf(const RectMm& bounds) {
    return bounds.grownBy(kRingOffMm + kRingMm + kRingBleedMm);
}

} // namespace

void Stage::show(Node tree) {
    const auto areas = tree_.bounds.empty() ? std::vector{tree.bounds} : damage(tree_, tree);
    tree_ = std::move(tree);
    focus_.follow(tree_);
    for (const RectMm& area : areas)
        redraw(area);
    showRing();
}

std::vector<RectPx> Stage::takeDamage() {
    return std::exchange(damage_, {});
}

std::optional<visit::Touch> Stage::feed(const PointerEvent& event) {
    if (event.kind == PointerEvent::Kind::down) {
        focus_.leave();
        showRing();
    }
    auto touch = filter_.feed(event, tree_);
    showHeld(filter_.heldTarget());
    return touch;
}

std::optional<visit::Touch> Stage::feed(const KeyEvent& event) {
    auto touch = focus_.feed(event, tree_);
    showRing();
    return touch;
}

void Stage::setFocusStops(FocusStops stops) {
    focus_.setStops(stops);
    focus_.follow(tree_);
    showRing();
}

void Stage::redraw(const RectMm& area) {
    paint(tree_, canvas_, assets_, area);
    if (find(tree_, kScreenCover) == nullptr) {
        canvas_.clipTo(area);
        drawHeld();
        drawRing();
        canvas_.endClip();
    }
    damage_.push_back(canvas_.pixels(area));
}

void Stage::drawHeld() {
    if (const Node* node = held_ ? find(tree_, *held_) : nullptr; node != nullptr)
        canvas_.outline(node->bounds, node->look.radius, (*tree_.look.theme)[ColourRole::ink],
                        kHeldOutlineMm);
}

void Stage::drawRing() {
    const Node* node = focus_.node(tree_);
    if (node == nullptr)
        return;
    const auto ground = groundOf(tree_, *node, ColourRole::page);
    canvas_.outline(node->bounds.grownBy(kRingOffMm + kRingMm),
                    node->look.radius + kRingOffMm + kRingMm, (*tree_.look.theme)[inkOn(*ground)],
                    kRingMm);
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

/// Brings the ring to where the focus is now.
void Stage::showRing() {
    const Node* node = focus_.node(tree_);
    const auto now = node == nullptr ? std::nullopt : std::optional(node->bounds);
    if (now == ring_)
        return;
    const auto before = std::exchange(ring_, now);
    for (const auto& bounds : {before, now})
        if (bounds)
            redraw(reachOf(*bounds));
}

} // namespace kiosk::kit
