// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <list>
#include <memory>
#include <string>

#include <cairo.h>

namespace kiosk::kit {

/// Drawings as pixels, so that each is worked out once: a drawing costs about a thousand times its
/// copy. Those used last are kept, in so many bytes. One thread.
class DrawingCache {
public:
    explicit DrawingCache(std::size_t mostBytes = kMostBytes) : mostBytes_(mostBytes) {}

    /// The surface kept under that key, or one `width` × `height` pixels in size that `draw` fills.
    /// Valid until the next call.
    cairo_surface_t* find(const std::string& key, int width, int height,
                          const std::function<void(cairo_t*)>& draw);

private:
    static constexpr std::size_t kMostBytes = 4U << 20U; ///< half a screen of pictures

    struct Destroy {
        void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    };
    struct Kept {
        std::string key;
        std::unique_ptr<cairo_surface_t, Destroy> surface;
        std::size_t bytes = 0;
    };

    std::size_t mostBytes_;
    std::size_t bytes_ = 0;
    std::list<Kept> kept_; ///< the one used last in front
};

} // namespace kiosk::kit
