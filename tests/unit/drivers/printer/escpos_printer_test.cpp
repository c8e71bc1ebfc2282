// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/support/simulated_receipt_printer.h"

// What only a receipt printer can show; the rest stands in tests/conformance/printer.

using namespace kiosk;
using namespace kiosk::drivers;
using namespace kiosk::tests;
using Fault = ReceiptPrinterModel::Fault;

namespace {

constexpr int kRows = 120;

/// Every dot of a row alike in `bytes`, repeated: pictures that look like commands, too.
PrintDocument slip(int pages = 1, std::string_view hexRow = "aa") {
    return {.pages = pages,
            .jobName = "slip",
            .drawPage =
                [row = fromHex(hexRow).value()](int, const RasterForm& form) -> Result<RasterPage> {
                RasterPage page{.width = form.width, .height = kRows};
                for (int y = 0; y < page.height; ++y)
                    for (int x = 0; x < page.width; ++x) {
                        const auto bits = row[static_cast<std::size_t>(x / 8) % row.size()];
                        const bool black = (bits & std::byte{0x80} >> x % 8) != std::byte{};
                        page.dots.push_back(black ? std::byte{} : std::byte{255});
                    }
                return page;
            }};
}

struct Desk {
    ReceiptPrinterModel model{};
    std::unique_ptr<Printer> printer = openSimulatedReceiptPrinter(model).value();

    SentJob print(const PrintDocument& document) const {
        return {printer->submit(document, {}).value(), document.pages};
    }
    JobProgress look(const SentJob& job) const { return printer->progress(job, {}).value(); }
};

} // namespace

TEST_CASE("a slip comes out whole, is cut off, and nothing is printed as text") {
    const Desk desk;
    const SentJob job = desk.print(slip(2));
    CHECK(desk.look(job).pagesOut == 1);
    CHECK(desk.look(job).state == JobState::completed);
    REQUIRE(desk.model.strips().size() == 2);
    for (const auto& strip : desk.model.strips()) {
        CHECK(strip.rows == kRows);
        CHECK(strip.dots == Bytes(kRows * ReceiptPrinterModel::kBytesPerRow, std::byte{0xAA}));
    }
    CHECK(desk.model.rowsUncut() == 0);
    CHECK(desk.model.garbage() == 0);
    CHECK_FALSE(desk.model.readsChinese());
}

TEST_CASE("D8 a slip counts only when the printer is well behind its last row") {
    for (const Fault fault : {Fault::coverOpen, Fault::paperOut, Fault::jam, Fault::cutterJam}) {
        for (std::size_t row = 1; row <= kRows; ++row) {
            Desk desk;
            desk.model.beginAfter(row, fault);
            const SentJob job = desk.print(slip());
            CHECK(desk.look(job).pagesOut == 0);
            CHECK(desk.look(job).state == JobState::stopped);
            CHECK_FALSE(desk.printer->status({})->canPrint());
            desk.model.end(fault);
            while (desk.look(job).state == JobState::processing)
                ;
            CHECK(desk.look(job).state == JobState::completed);
            CHECK(desk.model.strips().size() == 1);
            CHECK(desk.model.rowsBurned() == kRows);
        }
    }
}

TEST_CASE("D7 a hot head holds a slip up until it has cooled by itself") {
    Desk desk;
    desk.model.beginAfter(40, Fault::tooHot);
    const SentJob job = desk.print(slip());
    CHECK(desk.printer->status({})->device == DeviceState::busy);
    CHECK(desk.look(job).state == JobState::stopped);
    desk.model.end(Fault::tooHot);
    CHECK(desk.look(job).pagesOut + desk.look(job).pagesOut >= 1);
    CHECK(desk.model.strips().size() == 1);
}

TEST_CASE("D7 paper that is nearly at its end is said, and no number of slips promised") {
    Desk desk;
    desk.model.begin(Fault::paperLow);
    const auto status = desk.printer->status({});
    CHECK(status->paper == PaperState::low);
    CHECK(status->canPrint());
    CHECK_FALSE(status->lifePages);
}

TEST_CASE("D9 a slip half sent does not come out for a kiosk that has forgotten it") {
    Desk desk;
    desk.model.beginAfter(30, Fault::paperOut);
    static_cast<void>(desk.print(slip()));
    desk.printer.reset();
    desk.printer = openSimulatedReceiptPrinter(desk.model).value();
    REQUIRE(desk.printer->clearJobs({}));
    desk.model.end(Fault::paperOut);
    CHECK(desk.model.rowsBurned() == 30);
    const SentJob next = desk.print(slip());
    while (desk.look(next).state == JobState::processing)
        ;
    REQUIRE(desk.model.strips().size() == 2);
    CHECK(desk.model.strips().back().rows == kRows); // none of the first one hangs on it
}

TEST_CASE("D9 a printer without paper is given nothing that it could keep") {
    Desk desk;
    desk.model.begin(Fault::paperOut);
    const SentJob job = desk.print(slip());
    CHECK(desk.printer->cancel(job.id, {}));
    desk.model.end(Fault::paperOut);
    CHECK(desk.look(job).state == JobState::canceled);
    CHECK(desk.model.rowsBurned() == 0);
}

TEST_CASE("D7 a late answer and noise are not taken for the answer asked for") {
    Desk desk;
    desk.model.say(fromHex("1a7e").value()); // offline, paper out: of a question long ago
    CHECK(desk.printer->status({})->device == DeviceState::online);
    desk.model.begin(Fault::mute);
    desk.model.say(fromHex("11ff8113").value());
    const auto mute = desk.printer->status({});
    REQUIRE_FALSE(mute);
    CHECK(mute.error().code() == "printer.silent");
}

TEST_CASE("a receipt printer that falls silent behind the data has printed nothing for sure") {
    Desk desk;
    desk.model.beginAfter(kRows, Fault::mute);
    const auto job = desk.printer->submit(slip(), {});
    const auto progress = desk.printer->progress({job.value_or(1), 1}, {});
    REQUIRE_FALSE(progress);
    CHECK(progress.error().code() == "printer.silent");
}

TEST_CASE("D1 a picture that looks like commands to a printer comes out as a picture") {
    for (const char* row : {"1004011004021005021014080103140106020800", "10141014", "1b401d5642"}) {
        CAPTURE(row);
        const Desk desk;
        const SentJob job = desk.print(slip(1, row));
        CHECK(desk.look(job).state == JobState::completed);
        REQUIRE(desk.model.strips().size() == 1);
        CHECK(desk.model.strips().front().rows == kRows);
        CHECK(desk.model.garbage() == 0);
    }
}

TEST_CASE("a document without dots, or with a page of another size, is refused") {
    const Desk desk;
    CHECK(desk.printer->submit({.pdf = toBytes("%PDF-1.5")}, {}).error().code() ==
          "printer.format-refused");
    for (const auto& [width, height] :
         {std::pair{577, 10}, std::pair{0, 10}, std::pair{10, 0}, std::pair{576, 9000}}) {
        const RasterPage page{.width = width,
                              .height = height,
                              .dots = Bytes(static_cast<std::size_t>(width * height))};
        const PrintDocument document{
            .drawPage = [&](int, const RasterForm&) -> Result<RasterPage> { return page; }};
        CHECK(desk.printer->submit(document, {}).error().code() == "printer.format-refused");
    }
    CHECK(desk.printer->status({})->device == DeviceState::online);
    CHECK(desk.model.rowsBurned() == 0);
}
