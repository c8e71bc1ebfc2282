// SPDX-License-Identifier: Apache-2.0
#include "tests/screens/rules/colour_rules.h"

#include <algorithm>
#include <unordered_map>

#include "screens/kit/words.h"

namespace kiosk::test {
namespace {

using kit::Colour;
using kit::Node;
using kit::RectMm;

constexpr std::uint32_t kOpaque = 0xFFFFFF;
constexpr double kTolerance = 0.05;

Colour colourOf(std::uint32_t pixel) {
    return {static_cast<std::uint8_t>(pixel >> 16U), static_cast<std::uint8_t>(pixel >> 8U),
            static_cast<std::uint8_t>(pixel)};
}

/// The colours of an area; runs of one colour are counted at once.
std::unordered_map<std::uint32_t, int> colours(const kit::Canvas& frame, const RectMm& area) {
    std::unordered_map<std::uint32_t, int> counts;
    const kit::RectPx px = frame.pixels(area);
    for (int y = px.y; y < px.y + px.height; ++y) {
        const auto row = frame.row(y).subspan(static_cast<std::size_t>(px.x),
                                              static_cast<std::size_t>(px.width));
        for (auto at = row.begin(); at != row.end();) {
            const auto next = std::find_if(at, row.end(), [&](auto other) { return other != *at; });
            counts[*at & kOpaque] += static_cast<int>(next - at);
            at = next;
        }
    }
    return counts;
}

bool isPlain(const std::vector<Placed>& screen, const Placed& text) {
    if (text->look.text->type == kit::TypeRole::body)
        return true;
    for (const Placed* entry = &text; entry->parent != 0; entry = &screen[entry->parent])
        if ((*entry)->touch)
            return true;
    return false;
}

class ColourRules {
public:
    ColourRules(const std::vector<Placed>& screen, const kit::Canvas& frame,
                const ContrastDemands& demands)
        : screen_(screen), frame_(frame), demands_(demands) {}

    Findings findings() {
        for (const Placed& entry : screen_) {
            if (entry.beneath) // veiled on purpose, to be read again when the dialog is gone
                continue;
            if (entry->look.text && !entry->name.empty())
                checkText(entry);
            if (!entry->look.drawing.empty())
                checkDrawing(*entry);
            if (entry->touch || entry->role == kit::Role::status ||
                entry->role == kit::Role::progress)
                checkEdge(*entry);
        }
        return std::move(weak_);
    }

private:
    void checkText(const Placed& entry);
    void checkDrawing(const Node& node);
    void checkEdge(const Node& node);
    void report(std::string_view rule, double ratio, const Node& node) {
        weak_.push_back(kit::format("{} {}: {}", rule, kit::fixed(ratio, 1), nameOf(node)));
    }

    const std::vector<Placed>& screen_;
    const kit::Canvas& frame_;
    const ContrastDemands& demands_;
    Findings weak_;
};

void ColourRules::checkText(const Placed& entry) {
    const double ratio = sampled(frame_, entry->bounds.inside(entry->box.padding)).contrast();
    const double least = isPlain(screen_, entry) ? demands_.plain : demands_.text;
    if (ratio < least - kTolerance)
        report("A6 text stands out by", ratio, *entry);
    if (ratio > demands_.most + kTolerance)
        report("A7 text stands out by more than is soft:", ratio, *entry);
}

void ColourRules::checkDrawing(const Node& node) {
    const double ratio = sampled(frame_, node.bounds.inside(node.box.padding)).contrast();
    if (ratio < demands_.parts - kTolerance)
        report("A6 drawing stands out by", ratio, node);
}

/// Across the left edge at half height: from outside to inside, an edge or another ground.
void ColourRules::checkEdge(const Node& node) {
    if (!node.look.border && !node.look.fill)
        return; // stands on the page without a ground: its words and icon are the sign
    constexpr double kAcross = 1.5;
    const RectMm& box = node.bounds;
    const double middle = box.y + box.height / 2;
    const RectMm outside{box.x - kAcross, middle, kAcross * 0.6, 0.1};
    const Colour ground = sampled(frame_, outside).ground;
    double best = 1;
    for (const auto& [pixel, count] : colours(frame_, {box.x - 0.1, middle, kAcross, 0.1}))
        best = std::max(best, kit::contrast(colourOf(pixel), ground));
    if (best < demands_.parts - kTolerance)
        report("A6 edge stands out by", best, node);
}

} // namespace

ContrastDemands demandsOf(visit::Theme theme) {
    switch (theme) {
    case visit::Theme::standard:
        return {.text = 7, .plain = 10};
    case visit::Theme::blackOnWhite:
        return {.text = 20, .plain = 20};
    case visit::Theme::yellowOnBlack:
        return {.text = 15, .plain = 15};
    case visit::Theme::lowContrast:
        return {.text = 4.5, .plain = 4.5, .most = 8};
    }
    return {};
}

InkAndGround sampled(const kit::Canvas& frame, const RectMm& area) {
    const auto counts = colours(frame, area);
    if (counts.empty())
        return {};
    const Colour ground = colourOf(
        std::ranges::max_element(counts, {}, [](const auto& e) { return e.second; })->first);
    InkAndGround found{ground, ground};
    for (const auto& [pixel, count] : counts)
        if (kit::contrast(colourOf(pixel), ground) > found.contrast())
            found.ink = colourOf(pixel);
    return found;
}

Findings weakColours(const std::vector<Placed>& screen, const kit::Canvas& frame,
                     const ContrastDemands& demands) {
    return ColourRules(screen, frame, demands).findings();
}

} // namespace kiosk::test
