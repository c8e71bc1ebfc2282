// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/ofd/model.h"
#include "firmware/document/package.h"

namespace kiosk::document::ofd {

/// Reads the newest state of the package's first document, and everything its pages reach. Damage
/// in custom tags and attachments is only a finding; outlines, bookmarks and thumbnails are not
/// even opened.
Result<Model> readDocument(const Package& package);
/// The same for another state or document.
Result<Model> readDocument(const Package& package, const Revision& revision);

} // namespace kiosk::document::ofd
