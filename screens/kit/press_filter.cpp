// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/press_filter.h"

namespace kiosk::kit {

std::optional<visit::Touch> PressFilter::feed(const PointerEvent& event, const Node& tree) {
    switch (event.kind) {
    case PointerEvent::Kind::down:
        press(event, tree);
        return std::nullopt;
    case PointerEvent::Kind::move:
        if (press_ && press_->finger == event.finger) {
            const Node* under = hit(tree, event.at);
            if (under == nullptr || under->id != press_->target)
                press_->target.clear();
        }
        return std::nullopt;
    case PointerEvent::Kind::up:
        return release(event, tree);
    }
    return std::nullopt;
}

void PressFilter::press(const PointerEvent& event, const Node& tree) {
    if (press_) // a second finger is ignored; the first one goes on
        return;
    const Node* target = hit(tree, event.at);
    press_ = Press{event.finger, target == nullptr ? std::string() : target->id, event.time,
                   event.earliest.value_or(event.time)};
}

std::optional<visit::Touch> PressFilter::release(const PointerEvent& event, const Node& tree) {
    if (!press_ || press_->finger != event.finger)
        return std::nullopt;
    const Press press = *std::exchange(press_, std::nullopt);
    const Node* target = hit(tree, event.at);
    const bool sameTarget =
        target != nullptr && !press.target.empty() && target->id == press.target;
    const bool longEnough = event.time - press.earliest >= kShortest;
    const bool repeated = lastCounted_ && press.seen - *lastCounted_ < kRepeatPause;
    if (!sameTarget || !longEnough || repeated)
        return std::nullopt;
    lastCounted_ = event.earliest.value_or(event.time);
    return target->touch;
}

std::optional<std::string> PressFilter::heldTarget() const {
    if (!press_ || press_->target.empty())
        return std::nullopt;
    return press_->target;
}

} // namespace kiosk::kit
