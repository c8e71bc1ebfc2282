// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "firmware/base/bytes.h"

namespace kiosk::tests {

enum class Packing { deflated, stored };

/// A ZIP archive of these entries, in this order.
Bytes makeZip(const std::vector<std::pair<std::string, std::string>>& entries,
              Packing packing = Packing::deflated);

/// An OFD document of one page: a test names only what differs from an empty page of 100 x 60 mm.
/// XML fragments use the prefix "ofd:".
struct OfdParts {
    std::string_view size = "0 0 100 60";
    std::string_view page;       ///< graphic objects of the page's only layer
    std::string_view layer;      ///< attributes of that layer: `DrawParam="7"`
    std::string_view resources;  ///< content of PublicRes.xml's Res: "<ofd:Fonts>…"
    std::string_view commonData; ///< beside PageArea: "<ofd:TemplatePage …/>"
    std::string_view document;   ///< beside CommonData and Pages: "<ofd:Annotations>…"
    std::string_view pageHead;   ///< before the page's Content: "<ofd:Template …/>"
    std::map<std::string, std::string> files = {}; ///< further entries, or others instead of ours
};

/// The parts as package entries. The page's file is Doc_0/Pages/Page_0/Content.xml with ID 1,
/// resources are relative to Doc_0/Res.
std::vector<std::pair<std::string, std::string>> ofdEntries(const OfdParts& parts);

/// The parts as a packed file.
Bytes makeOfd(const OfdParts& parts);

} // namespace kiosk::tests
