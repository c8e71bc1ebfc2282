// SPDX-License-Identifier: Apache-2.0
#include "tests/screens/flow/fingers.h"

namespace kiosk::flow {

namespace {

using namespace std::chrono_literals;
using kit::Key;
using Kind = kit::PointerEvent::Kind;

constexpr std::chrono::milliseconds kPress{120};
/// More than any screen has targets.
constexpr int kMostSteps = 80;

} // namespace

bool Seeing::notices(std::string_view screen) {
    return stage_.screen().id == screen;
}

Result<std::vector<Listed>> Seeing::licences() {
    std::vector<Listed> listed;
    kit::walk(stage_.screen(), [&listed](const kit::Node& node, int) {
        if (node.id.starts_with("licence."))
            listed.push_back({.name = node.name, .state = node.state, .wish = node.id});
        else if (node.id.starts_with("need."))
            listed.push_back({.name = node.name, .state = "missing", .wish = node.id});
    });
    return listed;
}

std::optional<visit::Touch> Touching::feed(Kind kind, kit::PointMm at) {
    return filter_.feed({kind, 1, at, stage_.clock().steady()}, stage_.screen());
}

Result<> Touching::press(const std::string& id) {
    TRY(stage_.pass(kBetweenPresses));
    const kit::Node* node = kit::find(stage_.screen(), id);
    if (node == nullptr)
        return outOfReach(id);
    const kit::PointMm at{node->bounds.x + node->bounds.width / 2,
                          node->bounds.y + node->bounds.height / 2};
    feed(Kind::down, at);
    TRY(stage_.pass(kPress));
    const auto touch = feed(Kind::up, at);
    if (!touch)
        return outOfReach(id);
    stage_.visit().touch(*touch);
    return stage_.pass(0ms);
}

Result<> Keying::strike(Key key) {
    TRY(stage_.pass(kBetweenPresses));
    if (kit::isSwitch(key))
        stage_.visit().switchUsed();
    focus_.follow(stage_.screen());
    if (const auto touch = focus_.feed({key, stage_.clock().steady()}, stage_.screen()))
        stage_.visit().touch(*touch);
    return stage_.pass(0ms);
}

Result<> Keying::walkTo(const std::string& id) {
    focus_.follow(stage_.screen());
    Key forward = keys_ == Keys::switches ? Key::next : Key::right;
    std::optional<std::string> before;
    for (int steps = 0; steps < kMostSteps && focus_.at() != id; ++steps) {
        before = focus_.at();
        TRY(strike(forward));
        if (forward == Key::right && before && focus_.at() == before)
            forward = Key::left; // the end: it may lie before
    }
    return focus_.at() == id ? Result<>() : outOfReach(id);
}

/// The first use of a switch shows what the two do.
Result<> Keying::readNote() {
    if (keys_ == Keys::keypad || stage_.view().settings.switches)
        return {};
    TRY(strike(Key::next));
    return strike(Key::choose);
}

Result<> Keying::press(const std::string& id) {
    TRY(readNote());
    TRY(walkTo(id));
    return strike(keys_ == Keys::switches ? Key::choose : Key::ok);
}

} // namespace kiosk::flow
