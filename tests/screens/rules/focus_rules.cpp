// SPDX-License-Identifier: Apache-2.0
#include "tests/screens/rules/focus_rules.h"

#include <algorithm>
#include <set>

#include "screens/kit/focus.h"
#include "screens/kit/words.h"

namespace kiosk::test {
namespace {

using namespace std::chrono_literals;
using kit::Key;
using kit::Node;

constexpr double kTolerance = 0.3; ///< millimetres; one pixel of rounding

/// Presses one key after the other, slower than a shaking hand.
class Walk {
public:
    explicit Walk(const Node& root) : root_(root) { focus_.follow(root); }

    std::string press(Key key) {
        now_ += 1s;
        focus_.feed({key, now_}, root_);
        return focus_.at().value_or("");
    }

private:
    const Node& root_;
    kit::Focus focus_;
    SteadyTime now_{};
};

/// Everything that can be pressed comes by once in a round of `next`.
void checkReached(const Node& root, std::size_t targets, Findings& broken) {
    Walk walk(root);
    std::set<std::string> seen;
    std::string last;
    for (std::size_t step = 0; step < targets; ++step)
        seen.insert(last = walk.press(Key::next));
    if (seen.size() != targets || seen.contains(""))
        broken.push_back(kit::format("A27 the switch reaches {} of {} targets",
                                     std::to_string(seen.size()), std::to_string(targets)));
    seen.insert(walk.press(Key::next));
    if (seen.size() > targets)
        broken.push_back(kit::format("A28 the focus leaves its round after: {}", last));
}

/// To the end along the reading order, and back to its beginning.
void checkForthAndBack(const Node& root, const std::vector<kit::FocusStop>& stops,
                       Findings& broken) {
    Walk walk(root);
    std::string at = walk.press(Key::right);
    for (std::size_t step = 0; step < stops.size(); ++step)
        at = walk.press(Key::right);
    if (at != stops.back().key)
        broken.push_back(kit::format("A28 the focus is held at: {}", at));
    for (std::size_t step = stops.size() - 1; step > 0; --step)
        if ((at = walk.press(Key::left)) != stops[step - 1].key)
            broken.push_back(
                kit::format("A28 the way back does not pass: {}", stops[step - 1].key));
}

void checkOrder(const std::vector<kit::FocusStop>& stops, Findings& broken) {
    for (std::size_t at = 1; at < stops.size(); ++at)
        if (stops[at].node->bounds.bottom() < stops[at - 1].node->bounds.y + kTolerance)
            broken.push_back(
                kit::format("A28 the focus jumps up: {}, {}", stops[at - 1].key, stops[at].key));
}

} // namespace

Findings brokenFocusRules(const Node& root) {
    Findings broken;
    const auto stops = kit::focusStops(root, kit::FocusStops::targets);
    std::size_t targets = 0;
    kit::walk(root, [&](const Node& node, int) { targets += node.touch ? 1 : 0; });
    if (stops.empty())
        return targets == 0 ? broken : Findings{"A28 nothing can be focused"};
    checkReached(root, targets, broken);
    checkForthAndBack(root, stops, broken);
    checkOrder(stops, broken);
    return broken;
}

} // namespace kiosk::test
