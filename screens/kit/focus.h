// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "screens/kit/key.h"
#include "screens/kit/node.h"

namespace kiosk::kit {

/// What the focus halts at: what can be pressed, or everything that can be read, for whoever hears
/// the screen.
enum class FocusStops { targets, everything };

/// A node the focus halts at. Its key names it in later trees too: the id, or for a text without
/// one its place under the nearest node that has an id ("content/2").
struct FocusStop {
    std::string key;
    const Node* node = nullptr;
};

/// In reading order. An open dialog has the focus to itself.
std::vector<FocusStop> focusStops(const Node& tree, FocusStops which);

/// The screen, and the dialog that lies open on it: "choose/settings-panel".
std::string scopeName(const Node& tree);

/// Moves through a screen by keys (A26, A27, A28). Left and right go along the reading order; up
/// and down go to the row above and below, or, where everything is read, from target to target.
/// They end at the ends; only `next` starts again from the top, because a switch has no way back.
///
/// The first key shows the focus where the screen's matter begins and does nothing else. While the
/// screen stays the same the focus stays at its node whatever else changes, and goes to the place
/// of a node that vanishes; a new screen is read from where its matter begins. Time comes with the
/// events: no clock inside.
/// Back presses "close" of what lies open, else "back"; help calls staff from everywhere.
class Focus {
public:
    /// A second stroke of the same key within this time is a shaking hand's (A22).
    static constexpr std::chrono::milliseconds kRepeatPause{500};

    /// The touch that the key means, if it means one. Volume, speed and repeat are not the
    /// screen's: they only count as a key.
    std::optional<visit::Touch> feed(const KeyEvent& event, const Node& tree);

    /// The tree shown is this one from now on.
    void follow(const Node& tree);

    /// Somebody touches the glass: the focus is of no use.
    void leave();

    void setStops(FocusStops stops) { which_ = stops; }
    FocusStops stops() const { return which_; }

    /// The key of the node in focus; nothing until a key is used.
    std::optional<std::string> at() const;

    /// The node in focus.
    const Node* node(const Node& tree) const;

private:
    /// Where the focus is; `scope` is the screen, and the dialog on it.
    struct Halt {
        std::string scope;
        std::string key;
        std::size_t index = 0; ///< among the stops: where it was when the node vanishes
    };

    void begin(const Node& tree);
    void place(const std::vector<FocusStop>& stops, std::size_t index);
    void move(Key key, const Node& tree);
    bool isDoubleStrike(const KeyEvent& event);

    FocusStops which_ = FocusStops::targets;
    std::optional<Halt> halt_;
    std::optional<Halt> beneath_; ///< where it was when the dialog opened
    std::optional<KeyEvent> lastStroke_;
};

} // namespace kiosk::kit
