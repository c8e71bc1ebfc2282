// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/ofd/model.h"
#include "firmware/document/paint/cairo_values.h"
#include "firmware/document/paint/findings.h"

namespace kiosk::document::paint {

/// The pictures of one document, decoded when first drawn. Not thread-safe.
class ImageStore {
public:
    /// Both must outlive the store.
    ImageStore(const ofd::Model& model, Findings& findings) : model_(model), findings_(findings) {}

    /// Null where the picture is missing or damaged, which is a finding. Shared: the caller may
    /// keep it while it draws.
    std::shared_ptr<cairo_surface_t> image(ofd::Id id);
    /// A picture from outside the document: a seal's. The last ones are kept, known by their bytes:
    /// a page drawn in bands needs them several times. Errors as decodeImage.
    Result<std::shared_ptr<cairo_surface_t>> image(const Bytes& picture);

private:
    std::shared_ptr<cairo_surface_t> load(ofd::Id id);

    const ofd::Model& model_;
    Findings& findings_;
    std::map<ofd::Id, std::shared_ptr<cairo_surface_t>> kept_;
    std::size_t keptPixels_ = 0;

    struct Outside {
        Bytes picture;
        std::shared_ptr<cairo_surface_t> surface;
    };
    std::vector<Outside> outside_; ///< newest last
};

} // namespace kiosk::document::paint
