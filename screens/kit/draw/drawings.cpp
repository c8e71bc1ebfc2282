// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/draw/drawings.h"

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

void Drawings::draw(cairo_t* cairo, std::string_view name, const Place& place, const Style& style) {
    const auto entry = drawings_.find(name);
    if (entry == drawings_.end())
        return;
    entry->second->colour(style.theme, style.tint);
    const RsvgRectangle viewport{place.x, place.y, place.width, place.height};
    cairo_save(cairo);
    if (style.flipped) {
        cairo_translate(cairo, 2 * place.x + place.width, 0);
        cairo_scale(cairo, -1, 1);
    }
    rsvg_handle_render_document(entry->second->handle.get(), cairo, &viewport, nullptr);
    cairo_restore(cairo);
}

} // namespace kiosk::kit
