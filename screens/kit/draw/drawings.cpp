// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/draw/drawings.h"

#include <algorithm>
#include <cmath>

#include <librsvg/rsvg.h>

#include "screens/kit/words.h"

namespace kiosk::kit {
namespace {

std::string rule(std::string_view role, Colour colour) {
    const std::string value = hex(colour);
    return format(".f-{}{fill:{}}.s-{}{stroke:{}}", role, value, role, value);
}

std::string stylesheet(const Theme& theme, ColourRole tint) {
    std::string css = rule("tint", theme[tint]);
    for (std::size_t role = 0; role < kColourRoles; ++role)
        css += rule(name(ColourRole(role)), theme.colours[role]);
    return css;
}

} // namespace

/// Read when it is first drawn: a screen needs few of them, and the first is waited for.
struct Drawings::Drawing {
    struct Unref {
        void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
    };
    std::filesystem::path file;
    std::unique_ptr<RsvgHandle, Unref> handle{};

    /// nullptr for a file that is no drawing.
    RsvgHandle* read() {
        if (!handle)
            handle.reset(rsvg_handle_new_from_file(file.c_str(), nullptr));
        return handle.get();
    }
    void draw(cairo_t* cairo, const RsvgRectangle& viewport, const std::string& css) {
        if (read() == nullptr)
            return;
        rsvg_handle_set_stylesheet(handle.get(),
                                   reinterpret_cast<const guint8*>(css.data()), // GLib's bytes
                                   css.size(), nullptr);
        rsvg_handle_render_document(handle.get(), cairo, &viewport, nullptr);
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
    cairo_surface_t* drawn = drawn_.find(
        format("{} {} {} {}x{}{}", name, kit::name(style.theme.id), kit::name(style.tint),
               std::to_string(width), std::to_string(height), style.flipped ? " flipped" : ""),
        width, height, [&](cairo_t* target) {
            if (style.flipped) {
                cairo_translate(target, width, 0);
                cairo_scale(target, -1, 1);
            }
            entry->second->draw(target, {0, 0, double(width), double(height)},
                                stylesheet(style.theme, style.tint));
        });
    cairo_set_source_surface(cairo, drawn, std::round(place.x), std::round(place.y));
    cairo_paint(cairo);
}

} // namespace kiosk::kit
