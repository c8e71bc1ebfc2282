// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace kiosk::document {

/// Whether an archive's entry name is a plain path inside the package: relative, separated by '/',
/// without empty, "." or ".." steps, backslashes, drive letters or control characters. A folder
/// entry's one trailing slash is allowed.
bool isSafeEntryName(std::string_view name);

/// The folder part of a package path without the trailing slash; "" for the root.
std::string_view folderOf(std::string_view path);

} // namespace kiosk::document
