// SPDX-License-Identifier: Apache-2.0
#include "tests/screens/rules/paragraph_rules.h"

#include <algorithm>

#include "screens/kit/words.h"

namespace kiosk::test {
namespace {

using kit::Node;
using kit::TypeRole;

constexpr double kLeast = 1.3;
constexpr double kTolerance = 0.05; ///< mm

bool isParagraph(const Node& node) {
    return node.look.text && !node.name.empty() &&
           (node.role == kit::Role::text || node.role == kit::Role::heading);
}

/// From one line to the next, mm; over several lines, because heights come in whole pixels.
double pitchOf(const Placed& text, kit::TextMeasure& measure) {
    constexpr int kFurtherLines = 8;
    const auto height = [&](const std::string& words) {
        return measure.measure(words, *text->look.text, text.lang, std::nullopt).height;
    };
    std::string lines = text->name;
    for (int line = 0; line < kFurtherLines; ++line)
        lines += "\n" + text->name;
    return (height(lines) - height(text->name)) / kFurtherLines;
}

bool standsUnder(const Node& lower, const Node& upper) {
    return lower.bounds.y >= upper.bounds.y + upper.bounds.height / 2;
}

} // namespace

Findings brokenParagraphRules(const std::vector<Placed>& screen, kit::TextMeasure& measure) {
    Findings broken;
    std::vector<const Placed*> lastOf(screen.size()); // the child that came before, by parent
    for (const Placed& entry : screen) {
        const Placed* above = std::exchange(lastOf[entry.parent], &entry);
        if (!isParagraph(*entry))
            continue;
        const double em = entry->look.text->em;
        if (em < kit::emMm(TypeRole::note, visit::TextSize::large) - kTolerance)
            broken.push_back(kit::format("A4 below the third size: {}", nameOf(*entry)));
        if (pitchOf(entry, measure) < kLeast * em - kTolerance)
            broken.push_back(kit::format("A4 lines too close: {}", nameOf(*entry)));
        if (above == nullptr || !isParagraph(**above) || !standsUnder(*entry, **above))
            continue;
        const double white = pitchOf(*above, measure) - (*above)->look.text->em;
        const double between = entry->bounds.y - (*above)->bounds.bottom() + white;
        if (between < kLeast * white - kTolerance)
            broken.push_back(
                kit::format("A4 paragraphs too close: {}, {}", nameOf(**above), nameOf(*entry)));
    }
    return broken;
}

} // namespace kiosk::test
