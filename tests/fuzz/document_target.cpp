// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/base/text.h"
#include "firmware/document/raster.h"
#include "tests/fuzz/input.h"
#include "tests/fuzz/loose_package.h"

using namespace kiosk;
using document::Document;

namespace {

constexpr std::size_t kMostPages = 4;
constexpr int kWidth = 96; ///< pixels

void draw(const Document& document) {
    for (std::size_t page = 0; page < std::min(document.pageCount(), kMostPages); ++page) {
        const auto size = document.pageSize(page);
        fuzz::expectAlways(size.width.value > 0 && size.height.value > 0);
        static_cast<void>(
            document::drawToPicture(document, page, document::dpiForWidth(size, kWidth), {}));
        fuzz::expectAlways(isValidUtf8(document.text(page)));
    }
}

} // namespace

/// The input is a package written out plainly (loose_package.h): opened, drawn small, asked
/// everything.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto package = document::Package::open(fuzz::packed(fuzz::input(data, size)));
    if (!package)
        return 0;
    const auto document = Document::open(*package);
    if (!document)
        return 0;
    draw(*document);
    for (const std::string& path : document->reachablePaths())
        fuzz::expectAlways(package->contains(path));
    static_cast<void>(document->objects());
    static_cast<void>(document->fonts());
    static_cast<void>(document->customData());
    return 0;
}
