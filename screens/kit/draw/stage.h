// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "screens/kit/draw/painter.h"
#include "screens/kit/press_filter.h"

namespace kiosk::kit {

/// What is on the glass now: holds the tree shown and the frame drawn from it, redraws only what
/// changes, and turns pointer events into touches. The main thread's.
///
///     stage.show(citizen::buildScreen(view, context));
///     window.present(stage.canvas(), stage.takeDamage());
class Stage {
public:
    /// `assets` outlives the stage.
    explicit Stage(Assets& assets) : assets_(assets), canvas_(assets.board) {}

    void show(Node tree);
    const Node& tree() const { return tree_; }
    const Canvas& canvas() const { return canvas_; }

    /// What was redrawn since the last call.
    std::vector<RectPx> takeDamage();

    std::optional<visit::Touch> feed(const PointerEvent& event);

private:
    void redraw(const RectMm& area);
    void showHeld(const std::optional<std::string>& target);

    Assets& assets_;
    Canvas canvas_;
    Node tree_;
    PressFilter filter_;
    std::optional<std::string> held_;
    std::vector<RectPx> damage_;
};

} // namespace kiosk::kit
