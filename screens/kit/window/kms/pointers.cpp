// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/window/kms/pointers.h"

#include <algorithm>

namespace kiosk::kit {

namespace {

constexpr std::int64_t kMousePointer = -1;
constexpr PointMm kBeside{-1, -1};

} // namespace

Pointers::Pointers(const Placement& placement, int glassWidth, int glassHeight)
    : placement_(placement),
      width_(glassWidth),
      height_(glassHeight),
      mouseX_(width_ / 2),
      mouseY_(height_ / 2) {}

PointerEvent Pointers::eventOf(PointerEvent::Kind kind, std::int64_t finger, PointMm at,
                               SteadyTime time) const {
    return {.kind = kind, .finger = finger, .at = at, .time = time};
}

PointerEvent Pointers::touched(std::int32_t finger, double x, double y, SteadyTime at) {
    fingers_[finger] = placement_.onBoard(x, y);
    return eventOf(PointerEvent::Kind::down, finger, fingers_[finger], at);
}

std::optional<PointerEvent> Pointers::dragged(std::int32_t finger, double x, double y,
                                              SteadyTime at) {
    const auto found = fingers_.find(finger);
    if (found == fingers_.end())
        return std::nullopt;
    found->second = placement_.onBoard(x, y);
    return eventOf(PointerEvent::Kind::move, finger, found->second, at);
}

std::optional<PointerEvent> Pointers::lifted(std::int32_t finger, SteadyTime at) {
    const auto found = fingers_.extract(finger);
    if (found.empty())
        return std::nullopt;
    return eventOf(PointerEvent::Kind::up, finger, found.mapped(), at);
}

std::optional<PointerEvent> Pointers::takenBack(std::int32_t finger, SteadyTime at) {
    if (fingers_.erase(finger) == 0)
        return std::nullopt;
    return eventOf(PointerEvent::Kind::up, finger, kBeside, at);
}

std::optional<PointerEvent> Pointers::movedBy(double dx, double dy, SteadyTime at) {
    return movedTo(mouseX_ + dx, mouseY_ + dy, at);
}

std::optional<PointerEvent> Pointers::movedTo(double x, double y, SteadyTime at) {
    mouseX_ = std::clamp(x, 0.0, width_ - 1);
    mouseY_ = std::clamp(y, 0.0, height_ - 1);
    if (!isDown_)
        return std::nullopt;
    return eventOf(PointerEvent::Kind::move, kMousePointer, placement_.onBoard(mouseX_, mouseY_),
                   at);
}

PointerEvent Pointers::button(bool isDown, SteadyTime at) {
    isDown_ = isDown;
    return eventOf(isDown ? PointerEvent::Kind::down : PointerEvent::Kind::up, kMousePointer,
                   placement_.onBoard(mouseX_, mouseY_), at);
}

} // namespace kiosk::kit
