// SPDX-License-Identifier: Apache-2.0
#include "firmware/reading/pdf_pages.h"

#include <array>

#include "firmware/reading/confined_program.h"
#include "firmware/reading/shared_memory.h"

namespace kiosk::reading {

namespace {

constexpr std::size_t kBytesPerPixel = 3;

/// The head of a binary PPM of just this size.
std::string ppmHead(const document::Picture& picture) {
    return "P6\n" + std::to_string(picture.width) + " " + std::to_string(picture.height) +
           "\n255\n";
}

std::uint32_t pixelFrom(ByteView rgb) {
    const auto part = [rgb](std::size_t at) { return std::to_integer<std::uint32_t>(rgb[at]); };
    return 0xFF000000U | part(0) << 16U | part(1) << 8U | part(2);
}

} // namespace

Result<document::Picture> drawPdfPage(const std::filesystem::path& program, ByteView pdf,
                                      std::size_t page, SizeMm size, document::Dpi density,
                                      const Patience& patience) {
    document::Picture picture = TRY(document::blankPicture(size, density));
    const SharedMemory file = TRY(SharedMemory::holding(pdf));
    const std::string number = std::to_string(page + 1);
    const std::string head = ppmHead(picture);
    const std::size_t expected = head.size() + picture.pixels.size() * kBytesPerPixel;
    const Bytes ppm = TRY(outputOf({program.string(), std::string(kPdfPageWord), "-f", number, "-l",
                                    number, "-scale-to-x", std::to_string(picture.width),
                                    "-scale-to-y", std::to_string(picture.height), "-"},
                                   file.descriptor(), expected, patience));
    if (ppm.size() != expected || !toText(ByteView(ppm).first(head.size())).starts_with(head))
        return fail(ErrorKind::malformed, "document.reader-died", Remedy::supplier,
                    "no page drawn");
    const ByteView rgb = ByteView(ppm).subspan(head.size());
    for (std::size_t at = 0; at < picture.pixels.size(); ++at)
        picture.pixels[at] = pixelFrom(rgb.subspan(at * kBytesPerPixel, kBytesPerPixel));
    return picture;
}

} // namespace kiosk::reading
