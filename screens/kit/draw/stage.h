// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "screens/kit/draw/painter.h"
#include "screens/kit/focus.h"
#include "screens/kit/press_filter.h"

namespace kiosk::kit {

/// What is on the glass now: holds the tree shown and the frame drawn from it, redraws only what
/// changes, and turns the pointer's and the keys' events into touches. The main thread's.
///
///     stage.show(citizen::buildScreen(view, context));
///     window.present(stage.canvas(), stage.takeDamage());
class Stage {
public:
    /// `assets` outlives the stage.
    explicit Stage(Assets& assets) : Stage(assets, Canvas(assets.board)) {}
    Stage(Assets& assets, Canvas canvas) : assets_(assets), canvas_(std::move(canvas)) {}

    void show(Node tree);
    const Node& tree() const { return tree_; }
    const Canvas& canvas() const { return canvas_; }
    Canvas& canvas() { return canvas_; }

    /// What was redrawn since the last call.
    std::vector<RectPx> takeDamage();

    /// A finger on the glass puts the focus out of sight, a key brings it back.
    std::optional<visit::Touch> feed(const PointerEvent& event);
    std::optional<visit::Touch> feed(const KeyEvent& event);

    /// Where the focus is and what it halts at, for whoever tells of it.
    const Focus& focus() const { return focus_; }
    void setFocusStops(FocusStops stops);

private:
    void redraw(const RectMm& area);
    void drawHeld();
    void drawRing();
    void showHeld(const std::optional<std::string>& target);
    void showRing();

    Assets& assets_;
    Canvas canvas_;
    Node tree_;
    PressFilter filter_;
    Focus focus_;
    std::optional<std::string> held_;
    std::optional<RectMm> ring_; ///< around what, as drawn
    std::vector<RectPx> damage_;
};

} // namespace kiosk::kit
