// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kiosk::bench {

/// One node of the screen as a person or a test meets it; lengths in millimetres.
struct SeenNode {
    std::string id;
    std::string role;
    std::string name;
    std::string state;
    std::string value;
    double x = 0, y = 0, width = 0, height = 0;
};

/// What the kiosk shows at one moment: the same whether its tree lies in this process or was
/// written by a kiosk of its own.
struct Glance {
    std::string screen; ///< "choose"
    std::vector<SeenNode> nodes;

    const SeenNode* find(std::string_view id) const;
    /// What a person means to press: a thing by its id, or a button by the words on it.
    const SeenNode* target(std::string_view idOrWords) const;
    /// Does any node's name, value or state contain this text?
    bool shows(std::string_view text) const;
};

/// Reads what a kiosk writes when it is observed (firmware/app/observer.h). Nothing until it has
/// drawn.
Glance parseGlance(std::string_view observation);

} // namespace kiosk::bench
