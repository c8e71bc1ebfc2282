// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/draw/drawing_cache.h"

#include <algorithm>

namespace kiosk::kit {

cairo_surface_t* DrawingCache::find(const std::string& key, int width, int height,
                                    const std::function<void(cairo_t*)>& draw) {
    const auto known = std::ranges::find(kept_, key, &Kept::key);
    if (known != kept_.end()) {
        kept_.splice(kept_.begin(), kept_, known);
        return kept_.front().surface.get();
    }
    Kept made{.key = key,
              .surface = std::unique_ptr<cairo_surface_t, Destroy>(
                  cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height)),
              .bytes = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4};
    cairo_t* cairo = cairo_create(made.surface.get());
    draw(cairo);
    cairo_destroy(cairo);
    bytes_ += made.bytes;
    kept_.push_front(std::move(made));
    while (bytes_ > mostBytes_ && kept_.size() > 1) {
        bytes_ -= kept_.back().bytes;
        kept_.pop_back();
    }
    return kept_.front().surface.get();
}

} // namespace kiosk::kit
