// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/code_reader/code_reader.h"
#include "drivers/printer/ipp/ipp_printer.h"
#include "firmware/base/files.h"
#include "firmware/licence/copy_code.h"
#include "tests/scenarios/virtual_play.h"
#include "tests/support/ippeveprinter.h"
#include "tests/support/raster_reader.h"

// The whole kiosk before a page printer of the market that takes no PDF.

namespace kiosk::bench {

namespace {

using tests::IppEvePrinter;

constexpr std::uint8_t kDark = 96; ///< and darker is ink

/// A kiosk whose page printer is that one, through the real driver.
std::unique_ptr<VirtualStage> openStageBefore(const IppEvePrinter& device) {
    return openStage({.slips = VirtualStage::Slips::sheets,
                      .printerDriver = [uri = device.uri()](std::shared_ptr<drivers::Printer>)
                          -> std::shared_ptr<drivers::Printer> {
                          return drivers::openIpp({.uri = uri}).value();
                      }});
}

/// The dots on the only page that came out.
drivers::Frame paperFrom(const IppEvePrinter& device) {
    const auto files = device.printed();
    REQUIRE(files.size() == 1);
    const auto pages = tests::readRaster(readFile(files.front()).value());
    REQUIRE(pages.size() == 1);
    drivers::Frame paper{.width = static_cast<int>(pages[0].width),
                         .height = static_cast<int>(pages[0].height)};
    for (const std::byte dot : pages[0].dots)
        paper.luma.push_back(std::to_integer<std::uint8_t>(dot));
    return paper;
}

/// Dark dots between two heights of the paper, as shares of it.
std::ptrdiff_t inkBetween(const drivers::Frame& paper, double top, double bottom) {
    const auto rowAt = [&](double share) {
        return paper.luma.begin() + static_cast<std::ptrdiff_t>(share * paper.height) * paper.width;
    };
    return std::count_if(rowAt(top), rowAt(bottom), [](auto dot) { return dot < kDark; });
}

} // namespace

TEST_CASE("D2 a printer that takes no PDF prints the copy: the licence, and a code that is read") {
    const auto device = IppEvePrinter::start(
        {.pageTime = std::chrono::milliseconds(1), .formats = "image/pwg-raster"});
    REQUIRE(device);
    const auto stage = openStageBefore(**device);
    REQUIRE(
        holds(*stage, {play::Touch{"begin"}, play::LayCard{"林云舒"}, play::Touch{"licence.0"},
                       play::Touch{"to-purpose"}, play::Touch{"purpose.school"},
                       play::Touch{"print"}, play::See{.screen = "take", .withinSeconds = 250}}));
    const drivers::Frame paper = paperFrom(**device);
    const auto code = drivers::readCode(paper);
    REQUIRE(code);
    const auto copy = parseCopyCode(code->text);
    REQUIRE(copy);
    CHECK(stage->look().shows(copy->copyNumber));
    CHECK(inkBetween(paper, 0.05, 0.6) > 10'000); // the licence's own type
    CHECK(inkBetween(paper, 0, 0.005) == 0);
}

TEST_CASE("Q4 a printer that takes no PDF prints the slip of a kept wish") {
    const auto device = IppEvePrinter::start(
        {.pageTime = std::chrono::milliseconds(1), .formats = "image/pwg-raster"});
    REQUIRE(device);
    const auto stage = openStageBefore(**device);
    REQUIRE(holds(
        *stage, {play::Happen{Happening::networkCut}, play::Touch{"begin"}, play::LayCard{"林云舒"},
                 play::See{.screen = "offer-to-keep", .withinSeconds = 60}, play::Touch{"keep"},
                 play::See{.screen = "kept"}, play::See{.text = {"请取走凭条"}}}));
    CHECK(inkBetween(paperFrom(**device), 0, 0.5) > 10'000);
}

} // namespace kiosk::bench
