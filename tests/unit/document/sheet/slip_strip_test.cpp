// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>

#include <catch2/catch.hpp>

#include "drivers/code_reader/code_reader.h"
#include "firmware/document/sheet/printed_text.h"
#include "firmware/document/sheet/sheet.h"
#include "tests/support/sample_marks.h"
#include "tests/support/simulated_receipt_printer.h"

// A slip the whole way: set, sent by the real driver, burned by a printer that knows the protocol.

namespace kiosk::document {

namespace {

using Strip = tests::ReceiptPrinterModel::Strip;

const Slip kWhole{.heading = {"您的申请已保存在本机，尚未发送", "Kept here, not sent yet"},
                  .lines = {"网络恢复后自动发送，无需再次提交。请凭此单和身份证查询办理结果。",
                            "It is sent by itself when the network is back.", "云州市政务服务中心",
                            "2025-03-01 09:30"},
                  .code = tests::sampleMarks().code,
                  .number = "4711 0008 15"};

/// What comes out of the printer.
Strip printed(const Slip& slip) {
    tests::ReceiptPrinterModel model;
    const auto printer = tests::openSimulatedReceiptPrinter(model).value();
    const drivers::PrintDocument document{
        .jobName = "slip",
        .drawPage = [&](int, const drivers::RasterForm& form) -> Result<drivers::RasterPage> {
            SlipStrip strip = TRY(drawSlipStrip(slip, form.width, form.dotsPerInch));
            return drivers::RasterPage{strip.width, strip.height, std::move(strip.dots)};
        }};
    const int job = printer->submit(document, {}).value();
    REQUIRE(printer->progress({job, 1}, {})->state == drivers::JobState::completed);
    REQUIRE(model.strips().size() == 1);
    return model.strips().front();
}

bool isBlack(const Strip& strip, std::size_t x, std::size_t y) {
    const std::byte dots = strip.dots[y * tests::ReceiptPrinterModel::kBytesPerRow + x / 8];
    return (dots & std::byte{0x80} >> x % 8) != std::byte{};
}

drivers::Frame asFrame(const Strip& strip) {
    constexpr std::size_t kWidth = tests::ReceiptPrinterModel::kBytesPerRow * 8;
    drivers::Frame frame{.width = static_cast<int>(kWidth), .height = static_cast<int>(strip.rows)};
    for (std::size_t y = 0; y < strip.rows; ++y)
        for (std::size_t x = 0; x < kWidth; ++x)
            frame.luma.push_back(isBlack(strip, x, y) ? 0 : 255);
    return frame;
}

void keepForTheEye(const std::string& name, const Strip& strip) {
    if (const char* folder = std::getenv("KIOSK_PICTURES"))
        REQUIRE(tests::writePng(strip, std::filesystem::path(folder) / name));
}

} // namespace

TEST_CASE("Q4 a slip comes out of a receipt printer with margins, and its code reads back") {
    const Strip strip = printed(kWhole);
    keepForTheEye("strip.png", strip);
    const auto code = drivers::readCode(asFrame(strip));
    REQUIRE(code);
    CHECK(code->text == kWhole.code);
    for (std::size_t y = 0; y < strip.rows; ++y)
        for (const std::size_t x : {0U, 8U, 567U, 575U})
            CHECK_FALSE(isBlack(strip, x, y));
}

TEST_CASE("Q4 a number set smaller to fit stands on one line, whatever blanks are in it") {
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1);
    cairo_t* context = cairo_create(surface);
    const std::string number = "8206 4985 84";
    for (const TextStyle::Overflow overflow :
         {TextStyle::Overflow::shrink, TextStyle::Overflow::wrap}) {
        const TextStyle style{
            .points = 40, .weight = TextStyle::Weight::bold, .overflow = overflow};
        const double natural = textWidth(context, number, style);
        const double oneLine = drawText(context, 0, 0, natural, "8", style);
        for (double share = 0.81; share < 1; share += 0.0037) // less is worth a second line
            CHECK(drawText(context, 0, 0, share * natural, number, style) < 1.1 * oneLine);
    }
    cairo_destroy(context);
    cairo_surface_destroy(surface);
}

TEST_CASE("a strip is as long as its words") {
    const Slip plain{.heading = {"请到 3 号窗口办理"}, .lines = {"请携带身份证。"}};
    Slip longer = plain;
    longer.lines.assign(20, "请携带身份证。");
    const Strip shorter = printed(plain);
    keepForTheEye("strip-plain.png", shorter);
    CHECK(shorter.rows < 300);
    CHECK(printed(longer).rows > shorter.rows + 19 * 40);
    longer.lines.assign(2000, "请携带身份证。");
    CHECK(drawSlipStrip(longer, 576, 203).error().code() == "sheet.drawing-failed");
}

} // namespace kiosk::document
