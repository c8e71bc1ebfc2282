// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "screens/kit/node.h"

namespace kiosk::kit {

/// Measures written text; the drawing side implements it with the fonts it draws with.
class TextMeasure {
public:
    virtual ~TextMeasure() = default;

    /// Extent of the text, broken into lines no wider than `width` (millimetres), or on one line.
    virtual ExtentMm measure(std::string_view text, const TextStyle& style, std::string_view lang,
                             std::optional<double> width) = 0;
};

/// Whether everything that must be there found room.
enum class Fit { fits, tooTall };

/// Gives every node of the tree its bounds inside `area`. Children marked whenRoom are removed
/// where a column is too short. When content is still too tall it is placed all the same, running
/// over the end, and the result says so: the caller builds a denser tree.
Fit layOut(Node& root, const RectMm& area, TextMeasure& measure);

} // namespace kiosk::kit
