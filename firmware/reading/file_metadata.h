// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/licence/metadata/metadata.h"
#include "firmware/reading/reader.h"

namespace kiosk::reading {

/// What a file says of itself as a licence (GB/T 36903).
LicenceMetadata metadataOf(const FileFacts& facts);

} // namespace kiosk::reading
