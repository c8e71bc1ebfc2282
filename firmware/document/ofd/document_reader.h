// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/ofd/model.h"
#include "firmware/document/package.h"

namespace kiosk::document::ofd {

/// Reads the newest revision of the package's first document, and everything its pages reach.
/// Custom tags, attachments, bookmarks and thumbnails are not even opened.
Result<Model> readDocument(const Package& package);

} // namespace kiosk::document::ofd
