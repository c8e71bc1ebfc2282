// SPDX-License-Identifier: Apache-2.0
#include "firmware/reading/pdf_pages.h"

#include <array>

#include "firmware/base/process/shared_memory.h"
#include "firmware/reading/confined_program.h"

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

std::vector<std::string> command(const std::filesystem::path& program, const PdfRows& wanted,
                                 const document::Picture& picture) {
    std::vector<std::string> words{program.string(), std::string(kPdfPageWord)};
    const auto add = [&words](const char* option, std::size_t value) {
        words.emplace_back(option);
        words.push_back(std::to_string(value));
    };
    add("-f", wanted.page + 1);
    add("-l", wanted.page + 1);
    add("-scale-to-x", static_cast<std::size_t>(wanted.whole.width));
    add("-scale-to-y", static_cast<std::size_t>(wanted.whole.height));
    add("-y", static_cast<std::size_t>(wanted.top));
    add("-W", static_cast<std::size_t>(picture.width));
    add("-H", static_cast<std::size_t>(picture.height));
    words.emplace_back("-");
    return words;
}

} // namespace

Result<> drawPdfRows(const std::filesystem::path& program, ByteView pdf, const PdfRows& wanted,
                     const Patience& patience, document::Picture& picture) {
    const auto pixels =
        static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height);
    const SharedMemory file = TRY(SharedMemory::holding(pdf));
    const std::string head = ppmHead(picture);
    const std::size_t expected = head.size() + pixels * kBytesPerPixel;
    const Bytes ppm =
        TRY(outputOf(command(program, wanted, picture), file.descriptor(), expected, patience));
    if (ppm.size() != expected || toText(ByteView(ppm).first(head.size())) != head)
        return fail(ErrorKind::malformed, "document.reader-died", Remedy::supplier,
                    "no page drawn");
    const ByteView rgb = ByteView(ppm).subspan(head.size());
    picture.pixels.resize(pixels);
    for (std::size_t at = 0; at < pixels; ++at)
        picture.pixels[at] = pixelFrom(rgb.subspan(at * kBytesPerPixel, kBytesPerPixel));
    return {};
}

} // namespace kiosk::reading
