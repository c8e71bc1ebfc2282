// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "firmware/base/result.h"
#include "firmware/visit/visit_view.h"

namespace kiosk::kit {

struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;

    bool operator==(const Colour&) const = default;
};

/// "#0B4F6C" → Colour. Error "theme.colour" (configuration).
Result<Colour> parseColour(std::string_view text);
std::string hex(Colour colour); ///< "#0B4F6C"

/// Contrast ratio of two colours, 1 … 21 (WCAG 2.2, "contrast ratio").
double contrast(Colour one, Colour other);

/// What a colour is for. Widgets name roles; only a theme knows colours.
enum class ColourRole {
    page,         ///< behind everything
    surface,      ///< cards and strips
    sunken,       ///< wells: picture frames, progress grooves
    ink,          ///< text
    inkSoft,      ///< text that steps back
    hairline,     ///< edges that only structure
    outline,      ///< edges of things to press
    accent,       ///< the one colour: main buttons, the current step
    onAccent,     ///< text on accent
    accentSoft,   ///< chosen things
    accentDeep,   ///< the band on top, second tone of pictures
    onDeep,       ///< text on accentDeep
    positive,     ///< ink of "valid", "working"
    positiveSoft, ///< ground of it
    caution,
    cautionSoft,
    negative,
    negativeSoft,
    scrim, ///< what lies under a dialog
};
inline constexpr std::size_t kColourRoles = 19;

std::string_view name(ColourRole role);

/// Colours by role.
struct Theme {
    visit::Theme id = visit::Theme::standard;
    std::array<Colour, kColourRoles> colours{};

    Colour operator[](ColourRole role) const { return colours[static_cast<std::size_t>(role)]; }
};

/// The four themes of assets/themes. Errors: "theme.unreadable", "theme.colour" (configuration).
class Themes {
public:
    static Result<Themes> load(const std::filesystem::path& folder);

    const Theme& of(visit::Theme id) const { return themes_[static_cast<std::size_t>(id)]; }

private:
    std::array<Theme, 4> themes_{};
};

std::string_view name(visit::Theme theme);
std::string_view name(visit::TextSize size);

} // namespace kiosk::kit
