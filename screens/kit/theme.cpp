// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/theme.h"

#include <charconv>
#include <cmath>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "firmware/base/files.h"
#include "screens/kit/words.h"

namespace kiosk::kit {
namespace {

constexpr std::size_t kThemeFileLimit = 64U << 10;

std::unexpected<Error> badColour(std::string_view text) {
    return fail(ErrorKind::configuration, "theme.colour", Remedy::configuration, text);
}

Result<std::uint8_t> hexPair(std::string_view text, std::size_t at) {
    std::uint8_t value = 0;
    const char* first = text.data() + at;
    const auto [end, problem] = std::from_chars(first, first + 2, value, 16);
    if (problem != std::errc{} || end != first + 2)
        return badColour(text);
    return value;
}

double linear(std::uint8_t channel) {
    const double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) {
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) +
           0.0722 * linear(colour.blue);
}

Result<Theme> loadTheme(const std::filesystem::path& file, visit::Theme id) {
    const Bytes bytes = TRY(readFile(file, kThemeFileLimit));
    const auto json = nlohmann::json::parse(toText(bytes), nullptr, false);
    if (!json.is_object())
        return fail(ErrorKind::configuration, "theme.unreadable", Remedy::configuration,
                    file.filename().string());
    Theme theme{.id = id};
    for (std::size_t role = 0; role < kColourRoles; ++role) {
        const auto entry = json.find(std::string(name(ColourRole(role))));
        if (entry == json.end() || !entry->is_string())
            return badColour(format("{}: {}", name(id), name(ColourRole(role))));
        theme.colours[role] = TRY(parseColour(entry->get_ref<const std::string&>()));
    }
    return theme;
}

} // namespace

Result<Colour> parseColour(std::string_view text) {
    if (text.size() != 7 || text.front() != '#')
        return badColour(text);
    return Colour{TRY(hexPair(text, 1)), TRY(hexPair(text, 3)), TRY(hexPair(text, 5))};
}

std::string hex(Colour colour) {
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "#%02X%02X%02X", colour.red, colour.green, colour.blue);
    return text.data();
}

double contrast(Colour one, Colour other) {
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

std::string_view name(ColourRole role) {
    static constexpr std::array<std::string_view, kColourRoles> kNames{
        "page",        "surface",  "sunken",       "ink",          "inkSoft",
        "hairline",    "outline",  "accent",       "onAccent",     "accentSoft",
        "accentDeep",  "onDeep",   "positive",     "positiveSoft", "caution",
        "cautionSoft", "negative", "negativeSoft", "scrim"};
    return kNames[static_cast<std::size_t>(role)];
}

std::string_view name(visit::Theme theme) {
    switch (theme) {
    case visit::Theme::standard:
        return "standard";
    case visit::Theme::blackOnWhite:
        return "blackOnWhite";
    case visit::Theme::yellowOnBlack:
        return "yellowOnBlack";
    case visit::Theme::lowContrast:
        return "lowContrast";
    }
    return "standard";
}

std::string_view name(visit::TextSize size) {
    switch (size) {
    case visit::TextSize::small:
        return "small";
    case visit::TextSize::normal:
        return "normal";
    case visit::TextSize::large:
        return "large";
    case visit::TextSize::largest:
        return "largest";
    }
    return "normal";
}

Result<Themes> Themes::load(const std::filesystem::path& folder) {
    Themes themes;
    for (std::size_t index = 0; index < themes.themes_.size(); ++index) {
        const auto id = visit::Theme(index);
        themes.themes_[index] = TRY(loadTheme(folder / (std::string(name(id)) + ".json"), id));
    }
    return themes;
}

} // namespace kiosk::kit
