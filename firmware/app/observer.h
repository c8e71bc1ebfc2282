// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "screens/kit/draw/canvas.h"
#include "screens/kit/node.h"

namespace kiosk::app {

/// For the bench only: writes what the screen shows into a folder, so that a script can look and
/// touch. `tree.json` holds the newest tree; `NN-screen.png` each screen as it was when it was
/// left. Pictures show what a person saw, so a kiosk in the street never runs with one.
class Observer {
public:
    explicit Observer(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// Before the tree is replaced on the canvas: keeps the picture of a screen that is being left.
    void leaving(const kit::Node& before, const kit::Node& after, const kit::Canvas& canvas);
    /// After a tree was drawn.
    void shown(const kit::Node& tree);

private:
    std::filesystem::path folder_;
    int pictures_ = 0;
};

} // namespace kiosk::app
