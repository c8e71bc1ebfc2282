// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/scenarios/blank_reader.h"
#include "tests/scenarios/passing_printer.h"
#include "tests/scenarios/tray.h"
#include "tests/scenarios/virtual_play.h"

// D8: whatever goes wrong at whatever place of a job, the citizen ends with each page just once.
// The whole kiosk, with a printer that fails in the middle of its pages.

namespace kiosk::bench {

namespace {

using namespace std::chrono_literals;
using drivers::PlannedFault;
using drivers::PrinterFault;

constexpr int kPages = 5;
constexpr int kBands = 8;
constexpr auto kFaults = std::to_array<PrinterFault>(
    {PrinterFault::jam, PrinterFault::paperOut, PrinterFault::coverOpen, PrinterFault::cablePulled,
     PrinterFault::powerOff, PrinterFault::tooHot, PrinterFault::mute});

VirtualStage::Options fivePages() {
    return {
        .printer = {.bandsPerPage = kBands, .pageTime = 800ms, .windDown = 400ms, .coolDown = 6s},
        .documents = [] { return blankReader(kPages); }};
}

/// A citizen stands before the list of licences.
std::unique_ptr<VirtualStage> atTheList(VirtualStage::Options options) {
    auto stage = openStage(std::move(options));
    REQUIRE(holds(*stage, {play::Touch{"begin"}, play::LayCard{"林云舒"}, play::See{"choose"}}));
    return stage;
}

/// Lets seconds pass until one of these screens is shown.
bool comes(VirtualStage& stage, std::initializer_list<std::string_view> screens) {
    constexpr int kPatience = 120;
    for (int second = 0; second < kPatience; ++second) {
        if (std::ranges::find(screens, stage.look().screen) != screens.end())
            return true;
        REQUIRE(stage.pass(1s));
    }
    return false;
}

/// One copy of five pages in spite of the fault, from the list of licences back to it.
bool printsInSpiteOf(VirtualStage& stage, const PlannedFault& fault) {
    constexpr int kFaultIsNoticed = 8;
    if (!holds(stage, {play::Touch{"licence.0"}, play::Touch{"to-purpose"},
                       play::Touch{"purpose.school"}}))
        return false;
    stage.printer().failAt(fault);
    if (!holds(stage, {play::Touch{"print"}, play::Wait{kFaultIsNoticed}}))
        return false;
    stage.printer().mend();
    if (!comes(stage, {"take", "trouble"}))
        return false;
    if (stage.look().screen == "trouble" &&
        !holds(stage,
               {play::Touch{"print-again"}, play::See{.screen = "take", .withinSeconds = 60}}))
        return false;
    return holds(stage, {play::Touch{"once-more"}});
}

/// The sheet inside is lost where the fault stops it; a jam takes the one it was about to pull.
int sheetsSpoiltBy(const PlannedFault& fault) {
    switch (fault.fault) {
    case PrinterFault::jam:
        return 1;
    case PrinterFault::coverOpen:
    case PrinterFault::powerOff:
        return fault.band > 1 ? 1 : 0;
    case PrinterFault::paperOut:
    case PrinterFault::cablePulled:
    case PrinterFault::tooHot:
    case PrinterFault::mute:
        break;
    }
    return 0;
}

/// A printer that begins a job anew once it was stopped, as a spooler does that knows no pages.
class StartsOver final : public PassingPrinter {
public:
    using PassingPrinter::PassingPrinter;

    Result<int> submit(const drivers::PrintDocument& document, std::stop_token stop) override {
        document_ = document;
        begunAgain_ = false;
        return now_ = TRY(inner().submit(document, stop));
    }
    Result<drivers::JobProgress> progress(const drivers::SentJob& job,
                                          std::stop_token stop) override {
        auto found = inner().progress({now_, job.pages}, stop);
        if (found && found->state == drivers::JobState::stopped && !begunAgain_) {
            begunAgain_ = true;
            TRY(inner().cancel(now_, stop));
            now_ = TRY(inner().submit(document_, stop));
        }
        return found;
    }

private:
    drivers::PrintDocument document_;
    int now_ = 0;
    bool begunAgain_ = false;
};

} // namespace

TEST_CASE("D8 a fault at every page and band of a five-page job: no page twice, none lost") {
    auto stage = atTheList(fivePages());
    int combinations = 0;
    for (const PrinterFault kind : kFaults)
        for (int page = 1; page <= kPages; ++page)
            for (int band = 1; band <= kBands; ++band) {
                const PlannedFault fault{page, band, kind};
                if (kind == PrinterFault::mute) // six in ten minutes are the technician's
                    stage = atTheList(fivePages());
                INFO("fault " << static_cast<int>(kind) << " at page " << page << ", band "
                              << band);
                const std::size_t jobs = stage->printer().jobs().size();
                const int before = pagesInTray(*stage);
                const int spoilt = stage->printer().sheetsSpoilt();
                REQUIRE(printsInSpiteOf(*stage, fault));
                CHECK(wrongInTray(*stage, jobs).empty());
                const bool again = kind == PrinterFault::powerOff; // the job was forgotten
                CHECK(stage->printer().jobs().size() - jobs == (again ? 2 : 1));
                CHECK(stage->printer().jobs().back().pagesOut == kPages);
                CHECK(pagesInTray(*stage) - before == kPages + (again ? page - 1 : 0));
                CHECK(stage->printer().sheetsSpoilt() - spoilt == sheetsSpoiltBy(fault));
                ++combinations;
            }
    WARN(combinations << " faults, each at another place: every copy whole, no page twice");
    CHECK(combinations == static_cast<int>(kFaults.size()) * kPages * kBands);
}

TEST_CASE("D8 a printer that begins a stopped job anew is caught with pages that are there twice") {
    auto options = fivePages();
    options.printerDriver = [](auto printer) { return std::make_shared<StartsOver>(printer); };
    const auto stage = atTheList(std::move(options));
    REQUIRE(printsInSpiteOf(*stage, {.page = 3, .band = 4, .fault = PrinterFault::jam}));
    const auto wrong = wrongInTray(*stage);
    REQUIRE(wrong.size() == 1);
    CHECK(wrong.front().find("7 of 5 pages of a valid copy") != std::string::npos);
}

} // namespace kiosk::bench
