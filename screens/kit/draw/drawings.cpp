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

struct Drawings::Drawing {
    struct Unref {
        void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
    };
    std::unique_ptr<RsvgHandle, Unref> handle;

    void colour(const Theme& theme, ColourRole tint) const {
        const std::string css = stylesheet(theme, tint);
        rsvg_handle_set_stylesheet(handle.get(),
                                   reinterpret_cast<const guint8*>(css.data()), // GLib's bytes
                                   css.size(), nullptr);
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
        RsvgHandle* handle = rsvg_handle_new_from_file(entry.path().c_str(), nullptr);
        if (handle == nullptr)
            return fail(ErrorKind::configuration, "icons.unreadable", Remedy::configuration,
                        entry.path().filename().string());
        auto drawing = std::make_unique<Drawing>();
        drawing->handle.reset(handle);
        drawings.drawings_.emplace(entry.path().stem().string(), std::move(drawing));
    }
    if (problem || drawings.drawings_.empty())
        return fail(ErrorKind::configuration, "icons.unreadable", Remedy::configuration,
                    folder.filename().string());
    return drawings;
}

void Drawings::draw(cairo_t* cairo, std::string_view name, const Place& place, const Theme& theme,
                    ColourRole tint) {
    const auto entry = drawings_.find(name);
    if (entry == drawings_.end())
        return;
    const int width = std::max(1, static_cast<int>(std::lround(place.width)));
    const int height = std::max(1, static_cast<int>(std::lround(place.height)));
    cairo_surface_t* drawn = drawn_.find(
        format("{} {} {} {} {}", name, kit::name(theme.id), kit::name(tint), std::to_string(width),
               std::to_string(height)),
        width, height, [&](cairo_t* target) {
            entry->second->colour(theme, tint);
            const RsvgRectangle viewport{0, 0, double(width), double(height)};
            rsvg_handle_render_document(entry->second->handle.get(), target, &viewport, nullptr);
        });
    cairo_set_source_surface(cairo, drawn, std::round(place.x), std::round(place.y));
    cairo_paint(cairo);
}

} // namespace kiosk::kit
