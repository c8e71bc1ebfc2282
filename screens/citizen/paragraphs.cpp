// SPDX-License-Identifier: Apache-2.0
#include "screens/citizen/paragraphs.h"

#include <algorithm>
#include <string>

namespace kiosk::citizen {
namespace {

using kit::Node;

constexpr double kLeast = 1.3;    ///< times the white between two lines
constexpr double kRounding = 0.3; ///< mm: places are rounded to pixels

/// A label of a button or a badge is part of it, and no paragraph.
bool isParagraph(const Node& node) {
    return node.look.text && (node.role == kit::Role::text || node.role == kit::Role::heading);
}

/// The white between two lines of the paragraph, in millimetres: from line to line as its own
/// fonts set them, less the writing itself.
double whiteBetweenLines(const Node& node, std::string_view lang, kit::TextMeasure& measure) {
    const auto height = [&](const std::string& text) {
        return measure.measure(text, *node.look.text, lang, std::nullopt).height;
    };
    return height(node.name + "\n" + node.name) - height(node.name) - node.look.text->em;
}

} // namespace

void keepParagraphsApart(Node& root, std::string_view lang, kit::TextMeasure& measure) {
    const std::string_view inner = root.lang.empty() ? lang : std::string_view(root.lang);
    const Node* above = nullptr;
    for (Node& child : root.children) {
        if (above != nullptr && isParagraph(child) && root.box.axis == kit::Axis::column) {
            const std::string_view own =
                above->lang.empty() ? inner : std::string_view(above->lang);
            const double white = whiteBetweenLines(*above, own, measure);
            root.box.gap = std::max(root.box.gap, (kLeast - 1) * white + kRounding);
        }
        above = isParagraph(child) ? &child : nullptr;
        keepParagraphsApart(child, inner, measure);
    }
}

} // namespace kiosk::citizen
