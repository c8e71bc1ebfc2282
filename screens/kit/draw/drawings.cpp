// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/draw/drawings.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "screens/kit/draw/svg/svg_drawing.h"
#include "screens/kit/words.h"

namespace kiosk::kit {

namespace {

/// An illustration is seen once on a screen, and of what changes on it only its own part is drawn
/// anew. Kept, one alone would take a tenth of the whole kiosk's memory at rest.
bool isLarge(int width, int height) {
    constexpr int kLargestKeptPx = 512 * 512;
    return width * height > kLargestKeptPx;
}

std::string keyOf(std::string_view name, int width, int height, const Drawings::Style& style) {
    return format("{} {} {} {}x{}{}", name, kit::name(style.theme.id), kit::name(style.tint),
                  std::to_string(width), std::to_string(height), style.flipped ? " flipped" : "");
}

} // namespace

/// Read when it is first drawn: a screen needs few of them, and the first is waited for.
struct Drawings::Drawing {
    std::filesystem::path file;
    std::optional<Result<SvgDrawing>> read{};

    /// Nothing for a file that is no drawing.
    void draw(cairo_t* cairo, int width, int height, const Style& style) {
        if (!read)
            read = SvgDrawing::read(file);
        if (*read)
            (*read)->draw(cairo, width, height, style.theme, style.tint);
    }
};

Drawings::Drawings() = default;
Drawings::~Drawings() = default;
Drawings::Drawings(Drawings&&) noexcept = default;
Drawings& Drawings::operator=(Drawings&&) noexcept = default;

Result<Drawings> Drawings::load(const std::filesystem::path& folder) {
    Drawings drawings;
    std::error_code problem;
    for (const auto& entry : std::filesystem::directory_iterator(folder, problem)) {
        if (entry.path().extension() != ".svg")
            continue;
        drawings.drawings_.emplace(entry.path().stem().string(),
                                   std::make_unique<Drawing>(Drawing{.file = entry.path()}));
    }
    if (problem || drawings.drawings_.empty())
        return fail(ErrorKind::configuration, "icons.unreadable", Remedy::configuration,
                    folder.filename().string());
    return drawings;
}

std::vector<std::string> Drawings::names() const {
    std::vector<std::string> names;
    names.reserve(drawings_.size());
    for (const auto& [name, drawing] : drawings_)
        names.push_back(name);
    return names;
}

void Drawings::draw(cairo_t* cairo, std::string_view name, const Place& place, const Style& style) {
    const auto entry = drawings_.find(name);
    if (entry == drawings_.end())
        return;
    const int width = std::max(1, static_cast<int>(std::lround(place.width)));
    const int height = std::max(1, static_cast<int>(std::lround(place.height)));
    const auto drawTo = [&](cairo_t* target) {
        if (style.flipped) {
            cairo_translate(target, width, 0);
            cairo_scale(target, -1, 1);
        }
        entry->second->draw(target, width, height, style);
    };
    cairo_save(cairo);
    cairo_translate(cairo, std::round(place.x), std::round(place.y));
    if (isLarge(width, height)) {
        cairo_rectangle(cairo, 0, 0, width, height);
        cairo_clip(cairo);
        drawTo(cairo);
    } else {
        cairo_set_source_surface(
            cairo, drawn_.find(keyOf(name, width, height, style), width, height, drawTo), 0, 0);
        cairo_paint(cairo);
    }
    cairo_restore(cairo);
}

} // namespace kiosk::kit
