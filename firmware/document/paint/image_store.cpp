// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/paint/image_store.h"

#include <algorithm>

#include "firmware/document/paint/images.h"

namespace kiosk::document::paint {

namespace {

/// Beyond this, pictures are decoded again each time: 96 MiB hold the scan of an A3 page, and leave
/// room in a confined process for the page and for one picture more.
constexpr std::size_t kMostKeptPixels = std::size_t{24} << 20;

/// Seals on one page; a riding seal is one picture on many.
constexpr std::size_t kMostOutside = 4;
/// Larger than any seal needs: 40 mm at 900 dpi. Beyond it a picture is not kept.
constexpr std::size_t kMostPixelsOutside = 2'000'000;

std::size_t pixelsOf(cairo_surface_t* surface) {
    return static_cast<std::size_t>(cairo_image_surface_get_width(surface)) *
           static_cast<std::size_t>(cairo_image_surface_get_height(surface));
}

} // namespace

std::shared_ptr<cairo_surface_t> ImageStore::image(ofd::Id id) {
    if (const auto kept = kept_.find(id); kept != kept_.end())
        return kept->second;
    auto surface = load(id);
    const std::size_t pixels = surface ? pixelsOf(surface.get()) : 0;
    if (keptPixels_ + pixels <= kMostKeptPixels) {
        keptPixels_ += pixels;
        kept_[id] = surface;
    }
    return surface;
}

Result<std::shared_ptr<cairo_surface_t>> ImageStore::image(const Bytes& picture) {
    if (const auto kept = std::ranges::find(outside_, picture, &Outside::picture);
        kept != outside_.end())
        return kept->surface;
    auto surface = TRY(decodeImage(picture));
    std::shared_ptr<cairo_surface_t> shared(surface.release(), cairo_surface_destroy);
    if (pixelsOf(shared.get()) > kMostPixelsOutside)
        return shared;
    if (outside_.size() == kMostOutside)
        outside_.erase(outside_.begin());
    outside_.push_back({picture, shared});
    return shared;
}

std::shared_ptr<cairo_surface_t> ImageStore::load(ofd::Id id) {
    const auto path = model_.resources.media.find(id);
    if (path == model_.resources.media.end()) {
        findings_.add("image.missing-resource", std::to_string(id));
        return nullptr;
    }
    const auto file = model_.files.find(path->second);
    if (file == model_.files.end())
        return nullptr; // the reader has told of it
    auto surface = decodeImage(file->second);
    if (!surface) {
        findings_.add(surface.error().code(), path->second);
        return nullptr;
    }
    return {surface->release(), cairo_surface_destroy};
}

} // namespace kiosk::document::paint
