// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/printable.h"

#include <algorithm>

namespace kiosk::visit {

namespace {

/// Two bands, 18 MB of pixels each, for A4 at 300 dots an inch: for every band the PDF is read and
/// drawn anew, by a process of its own.
constexpr int kRowsAtOnce = 1800;

/// Rec. 601, as scanners and printers weigh colours.
std::byte greyOf(std::uint32_t pixel) {
    const std::uint32_t red = pixel >> 16U & 0xFFU;
    const std::uint32_t green = pixel >> 8U & 0xFFU;
    const std::uint32_t blue = pixel & 0xFFU;
    return static_cast<std::byte>((299 * red + 587 * green + 114 * blue + 500) / 1000);
}

/// The page's size may differ from the paper's by a dot, as each rounds.
void copyGrey(const document::Band& band, drivers::RasterPage& page) {
    const int columns = std::min(page.width, band.rows.width);
    const int rows = std::min(page.height - band.top, band.rows.height);
    for (int y = 0; y < rows; ++y) {
        const auto from = band.rows.pixels.begin() + std::ptrdiff_t{y} * band.rows.width;
        const auto to = page.dots.begin() + std::ptrdiff_t{band.top + y} * page.width;
        std::transform(from, from + columns, to, greyOf);
    }
}

Result<drivers::RasterPage> drawDots(reading::OpenedFile& file, int page,
                                     const drivers::RasterForm& form) {
    const document::Dpi density{static_cast<double>(form.dotsPerInch)};
    drivers::RasterPage drawn{.width = form.width, .height = form.height};
    drawn.dots.assign(static_cast<std::size_t>(form.width) * static_cast<std::size_t>(form.height),
                      std::byte{255});
    TRY(file.drawInBands(static_cast<std::size_t>(page), density, kRowsAtOnce,
                         [&drawn](const document::Band& band) -> Result<> {
                             copyGrey(band, drawn);
                             return {};
                         }));
    return drawn;
}

} // namespace

drivers::PrintDocument printable(std::shared_ptr<reading::Reader> documents, document::Sheet sheet,
                                 std::string jobName, WallTime now) {
    drivers::PrintDocument made{
        .pdf = std::move(sheet.pdf), .pages = sheet.pages, .jobName = std::move(jobName)};
    made.drawPage = [documents = std::move(documents), pdf = made.pdf, now](
                        int page, const drivers::RasterForm& form) -> Result<drivers::RasterPage> {
        const auto file = TRY(documents->open(pdf, now));
        return drawDots(*file, page, form);
    };
    return made;
}

} // namespace kiosk::visit
