// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "firmware/base/bytes.h"

namespace kiosk {

/// The whole file, refused when it is larger than `limit` bytes.
Result<Bytes> readFile(const std::filesystem::path& path, std::size_t limit = 64U << 20);

/// Replaces the file in one step: written beside it, synced, renamed, and its folder synced: power
/// that goes meanwhile leaves the old one or the new one, and the new one once it returns. Readable
/// by the owner only.
Result<> writeFile(const std::filesystem::path& path, ByteView bytes);

/// Writes over the beginning of a file that is there, in its place and synced: for one that another
/// system finds by where it lies. Power that goes meanwhile leaves each sector old or new.
Result<> overwriteFile(const std::filesystem::path& path, ByteView bytes);

} // namespace kiosk
