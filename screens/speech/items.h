// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "screens/kit/node.h"

namespace kiosk::speech {

/// A node as somebody hears it.
struct Item {
    const kit::Node* node = nullptr; ///< of the tree it was made from
    std::string text;                ///< name or spoken text, and its value
    std::string language;
    bool isPrivate = false; ///< by itself or by what it lies in
    bool inStrip = false;   ///< in the frame that every screen has
    bool isListed = false;  ///< one of a list, which may tell its number in it
    struct Place {
        std::size_t number = 1;
        std::size_t of = 1;
    };
    std::optional<Place> place{}; ///< in a list; not where the list's members tell it themselves
};

/// Everything on a screen that can be heard, in reading order. Pictures are not among it: what they
/// show is told in words beside them.
std::vector<Item> itemsOf(const kit::Node& tree);

} // namespace kiosk::speech
