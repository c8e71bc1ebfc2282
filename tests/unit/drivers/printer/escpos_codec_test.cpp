// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/printer/escpos/codec/commands.h"
#include "drivers/printer/escpos/condition_mapping.h"

using namespace kiosk;
using namespace kiosk::drivers;
using namespace kiosk::drivers::escpos;

namespace {

Condition conditionOf(std::initializer_list<std::pair<StatusPart, unsigned>> answers) {
    Condition condition;
    for (const auto& [part, answer] : answers)
        takeStatus(part, static_cast<std::byte>(answer), condition);
    return condition;
}

PrinterStatus statusOf(std::initializer_list<std::pair<StatusPart, unsigned>> answers) {
    return toStatus(conditionOf(answers));
}

constexpr auto kPrinter = StatusPart::printer;
constexpr auto kCause = StatusPart::offlineCause;
constexpr auto kError = StatusPart::error;
constexpr auto kPaper = StatusPart::paper;

Dots dotsOf(std::size_t bytesPerRow, std::string_view hex) {
    Bytes bytes = fromHex(hex).value();
    const std::size_t rows = bytes.size() / bytesPerRow;
    return {.bytesPerRow = bytesPerRow, .rows = rows, .bytes = std::move(bytes)};
}

} // namespace

TEST_CASE("D7 each state a receipt printer tells becomes one a person can act on") {
    const auto well = statusOf({{kPrinter, 0x12}, {kPaper, 0x12}});
    CHECK(well.device == DeviceState::online);
    CHECK(well.paper == PaperState::full);
    CHECK(well.canPrint());
    CHECK(well.reasons.empty());

    const auto out = statusOf({{kPrinter, 0x1A}, {kCause, 0x32}, {kError, 0x12}, {kPaper, 0x7E}});
    CHECK(out.device == DeviceState::userError);
    CHECK(out.paper == PaperState::out);
    CHECK_FALSE(out.canPrint());
    CHECK(out.reasons == std::vector<std::string>{"offline", "media-low", "media-empty"});

    const auto low = statusOf({{kPrinter, 0x12}, {kPaper, 0x1E}});
    CHECK(low.paper == PaperState::low);
    CHECK(low.canPrint());

    const auto open = statusOf({{kPrinter, 0x1A}, {kCause, 0x16}});
    CHECK(open.coverOpen);
    CHECK(open.device == DeviceState::userError);

    for (const unsigned jam : {0x16U, 0x1AU}) {
        const auto jammed = statusOf({{kPrinter, 0x1A}, {kError, jam}});
        CHECK(jammed.paper == PaperState::jammed);
        CHECK(jammed.device == DeviceState::userError);
    }
    CHECK(statusOf({{kPrinter, 0x1A}, {kError, 0x32}}).device == DeviceState::hardwareError);
    CHECK(statusOf({{kPrinter, 0x1A}}).device == DeviceState::offline);
    CHECK(statusOf({{kPrinter, 0x32}}).device == DeviceState::offline);
}

TEST_CASE("D7 a head that is too hot is no fault: the printer is busy until it has cooled") {
    const auto hot = statusOf({{kPrinter, 0x1A}, {kError, 0x52}});
    CHECK(hot.device == DeviceState::busy);
    CHECK(hot.reasons == std::vector<std::string>{"offline", "head-over-temp"});
}

TEST_CASE("D7 noise on a receipt printer's line is never taken for a state") {
    int states = 0;
    for (unsigned value = 0; value < 256; ++value) {
        const auto answer = static_cast<std::byte>(value);
        const bool isState = (value & 0x93U) == 0x12U;
        CHECK((kindOf(answer) == AnswerKind::status) == isState);
        states += isState ? 1 : 0;
        for (const StatusPart part : {kPrinter, kCause, kError, kPaper})
            if (!isState)
                CHECK(conditionOf({{part, value}}) == Condition{});
    }
    CHECK(states == 16);
    CHECK(kindOf(std::byte{0x11}) == AnswerKind::noise); // XON
    CHECK(kindOf(std::byte{0x13}) == AnswerKind::noise); // XOFF
    CHECK(kindOf(std::byte{0x10}) == AnswerKind::noise); // begins an automatic status
    CHECK(kindOf(std::byte{0x00}) == AnswerKind::queued);
    CHECK(kindOf(std::byte{0x03}) == AnswerKind::queued);
}

TEST_CASE("a receipt printer is told no text: pictures, a cut, and no Chinese mode") {
    CHECK(toHex(prepare()) == "1b401c2e1d6100");
    CHECK(toHex(askStatus(kPaper)) == "100404");
    CHECK(toHex(cut()) == "1d564200");
    CHECK(toHex(askDone()) == "1d7201");
    CHECK(toHex(forgetAll()) == "10140801031401060208");
}

TEST_CASE("a band of a strip is as wide as its ink") {
    const Dots dots = dotsOf(3, "800000"
                                "00f000"
                                "000000");
    CHECK(toHex(band(dots, 0, 2)) == "1d763000"
                                     "02000200"
                                     "8000"
                                     "00f0");
    CHECK(toHex(band(dots, 2, 8)) == "1d763000"
                                     "01000100"
                                     "00");
}

TEST_CASE("D1 no picture holds a command that a printer would obey at once") {
    CHECK(toHex(band(dotsOf(4, "10040120"), 0, 1)) == "1d76300004000100"
                                                      "10060120");
    CHECK(toHex(band(dotsOf(4, "00100501"), 0, 1)) == "1d76300004000100"
                                                      "00100701");
    // Across the end of a row, where the white behind the ink was left out.
    CHECK(toHex(band(dotsOf(3, "001000"
                               "140801"),
                     0, 2)) == "1d76300003000200"
                               "001000"
                               "140801");
    CHECK(toHex(band(dotsOf(3, "001000"
                               "140800"),
                     0, 2)) == "1d76300002000200"
                               "0010"
                               "1608");
}

TEST_CASE("dots are black where the page is darker than the middle") {
    RasterPage page{.width = 9, .height = 2, .dots = Bytes(18, std::byte{255})};
    page.dots[0] = std::byte{0};
    page.dots[1] = std::byte{127};
    page.dots[2] = std::byte{128};
    page.dots[8] = std::byte{0};
    page.dots[16] = std::byte{10};
    const Dots dots = dotsOf(page);
    CHECK(dots.bytesPerRow == 2);
    CHECK(dots.rows == 2);
    CHECK(toHex(dots.bytes) == "c0800100");
}
