// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <cairo.h>

#include "firmware/base/result.h"
#include "screens/kit/draw/drawing_cache.h"
#include "screens/kit/theme.h"

namespace kiosk::kit {

/// The icons and illustrations of assets/icons. Each SVG names colour roles as classes
/// ("f-accent" fills, "s-ink" strokes, "f-tint" and "s-tint" take the node's own colour), so one
/// drawing serves every theme. One thread.
class Drawings {
public:
    /// Finds every *.svg. Errors: "icons.unreadable" (configuration) where there is none.
    static Result<Drawings> load(const std::filesystem::path& folder);
    ~Drawings();
    Drawings(Drawings&&) noexcept;
    Drawings& operator=(Drawings&&) noexcept;

    bool has(std::string_view name) const { return drawings_.contains(name); }

    std::vector<std::string> names() const;

    struct Place {
        double x = 0;
        double y = 0;
        double width = 0;
        double height = 0;
    };
    struct Style {
        const Theme& theme;
        ColourRole tint;
        bool flipped = false; ///< left to right
    };
    /// Fitted into the place without distortion, centred; pixels, of which the nearest whole ones
    /// are taken.
    void draw(cairo_t* cairo, std::string_view name, const Place& place, const Style& style);

private:
    struct Drawing;
    Drawings();
    std::map<std::string, std::unique_ptr<Drawing>, std::less<>> drawings_;
    DrawingCache drawn_;
};

} // namespace kiosk::kit
