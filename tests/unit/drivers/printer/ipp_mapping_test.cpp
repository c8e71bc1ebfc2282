// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/printer/ipp/ipp_mapping.h"

namespace kiosk::drivers::ipp {

namespace {

constexpr int kIdle = 3;
constexpr int kProcessing = 4;
constexpr int kStopped = 5;

PrinterStatus statusOf(int state, std::vector<std::string> reasons) {
    return *toStatus({.state = state, .reasons = std::move(reasons)});
}

} // namespace

TEST_CASE("D7 each reason a printer gives becomes the state a person can act on") {
    struct Row {
        int printerState;
        std::string reason;
        DeviceState device;
        PaperState paper = PaperState::full;
        TonerState toner = TonerState::full;
        bool coverOpen = false;
        bool canPrint = false;
    };
    using enum DeviceState;
    const std::vector<Row> rows = {
        {kIdle, "none", online, PaperState::full, TonerState::full, false, true},
        {kProcessing, "none", busy, PaperState::full, TonerState::full, false, true},
        {kIdle, "media-low-report", online, PaperState::low, TonerState::full, false, true},
        {kIdle, "media-empty-report", userError, PaperState::out},
        {kProcessing, "media-empty-warning", userError, PaperState::out},
        {kProcessing, "media-needed", userError, PaperState::out},
        {kStopped, "media-jam-error", userError, PaperState::jammed},
        {kStopped, "cover-open", userError, PaperState::full, TonerState::full, true},
        {kStopped, "door-open-error", userError, PaperState::full, TonerState::full, true},
        {kStopped, "interlock-open", userError, PaperState::full, TonerState::full, true},
        {kStopped, "input-tray-missing-error", userError},
        {kStopped, "output-area-full-error", userError},
        {kIdle, "output-area-almost-full-report", online, PaperState::full, TonerState::full, false,
         true},
        {kIdle, "toner-low-report", online, PaperState::full, TonerState::low, false, true},
        {kIdle, "marker-supply-low-warning", online, PaperState::full, TonerState::low, false,
         true},
        {kStopped, "toner-empty-error", userError, PaperState::full, TonerState::out},
        {kStopped, "marker-supply-empty", userError, PaperState::full, TonerState::out},
        {kStopped, "marker-waste-full-error", hardwareError},
        {kIdle, "marker-waste-almost-full-warning", online, PaperState::full, TonerState::full,
         false, true},
        {kStopped, "fuser-over-temp-error", busy, PaperState::full, TonerState::full, false, true},
        {kIdle, "fuser-under-temp-report", busy, PaperState::full, TonerState::full, false, true},
        {kProcessing, "spool-area-full", busy, PaperState::full, TonerState::full, false, true},
        {kStopped, "opc-life-over-error", hardwareError},
        {kStopped, "paused", offline},
        {kProcessing, "moving-to-paused", offline},
        {kIdle, "shutdown", offline},
        {kIdle, "connecting-to-device-report", offline},
        {kStopped, "none", hardwareError},
        {kIdle, "com.example-strange-report", online, PaperState::full, TonerState::full, false,
         true},
        {kIdle, "com.example-strange-error", hardwareError},
    };
    for (const Row& row : rows) {
        INFO(row.printerState << " " << row.reason);
        const PrinterStatus status = statusOf(row.printerState, {row.reason});
        CHECK(name(status.device) == name(row.device));
        CHECK(name(status.paper) == name(row.paper));
        CHECK(name(status.toner) == name(row.toner));
        CHECK(status.coverOpen == row.coverOpen);
        CHECK(status.canPrint() == row.canPrint);
    }
}

TEST_CASE("D7 of several reasons the worst decides, and all are kept for the technician") {
    const std::vector<std::string> reasons = {"media-low-report", "com.example-lamp-report",
                                              "media-empty-error", "toner-low-warning"};
    const PrinterStatus status = statusOf(kStopped, reasons);
    CHECK(status.device == DeviceState::userError);
    CHECK(status.paper == PaperState::out);
    CHECK(status.toner == TonerState::low);
    CHECK(status.reasons == reasons);
    CHECK(statusOf(kIdle, {"none"}).reasons.empty());
    CHECK(statusOf(kStopped, {"paused", "opc-life-over"}).device == DeviceState::hardwareError);
    CHECK(statusOf(kStopped, {"paused", "fuser-over-temp"}).device == DeviceState::offline);
}

TEST_CASE("a printer that takes no jobs is offline") {
    CHECK(toStatus({.state = kIdle, .acceptingJobs = false})->device == DeviceState::offline);
}

TEST_CASE("the life counter is passed on where a printer has one") {
    CHECK(toStatus({.state = kIdle, .impressionsCompleted = 4711})->lifePages == 4711);
    CHECK_FALSE(toStatus({.state = kIdle})->lifePages);
}

TEST_CASE("a printer state outside the standard is malformed, not guessed") {
    for (const int state : {-1, 0, 2, 6, 255})
        CHECK(toStatus({.state = state}).error().code() == "printer.malformed-answer");
    for (const int state : {-1, 0, 2, 10})
        CHECK(toProgress({.state = state}, 1).error().code() == "printer.malformed-answer");
}

TEST_CASE("reasons are compared by their stem") {
    CHECK(reasonStem("media-low-warning") == "media-low");
    CHECK(reasonStem("media-low-report") == "media-low");
    CHECK(reasonStem("media-low-error") == "media-low");
    CHECK(reasonStem("media-low") == "media-low");
    CHECK(reasonStem("-error").empty());
}

TEST_CASE("every job state of the standard has its word") {
    const std::vector<JobState> expected = {
        JobState::pending,  JobState::stopped, JobState::processing, JobState::stopped,
        JobState::canceled, JobState::aborted, JobState::completed};
    for (std::size_t i = 0; i < expected.size(); ++i)
        CHECK(toProgress({.state = static_cast<int>(i) + 3}, std::nullopt)->state == expected[i]);
}

TEST_CASE("D8 pages come from whichever counter the printer moves") {
    CHECK(toProgress({.state = 5, .impressionsCompleted = 2}, 3)->pagesOut == 2);
    CHECK(toProgress({.state = 5, .sheetsCompleted = 1}, 3)->pagesOut == 1);
    CHECK(toProgress({.state = 5, .impressionsCompleted = 2, .sheetsCompleted = 0}, 3)->pagesOut ==
          2);
    CHECK(toProgress({.state = 5, .impressionsCompleted = -4}, 3)->pagesOut == 0);
    CHECK(toProgress({.state = 5, .impressionsCompleted = 8}, 3)->pagesOut == 3);
    CHECK(toProgress({.state = 5}, 3)->pagesOut == 0);
}

TEST_CASE("D8 a job completed on a printer that does not count has all its pages out") {
    CHECK(toProgress({.state = 9, .impressionsCompleted = 0}, 3)->pagesOut == 3);
    CHECK(toProgress({.state = 9}, std::nullopt)->pagesOut == 0);
    CHECK(toProgress({.state = 9, .reasons = {"job-completed-with-errors"}}, 3)->pagesOut == 0);
    CHECK(toProgress({.state = 8, .impressionsCompleted = 1}, 3)->pagesOut == 1);
}

TEST_CASE("the printer's identity is read from its device id, as far as it goes") {
    const auto serial = [](std::string deviceId) {
        return toIdentity({.model = "A4", .deviceId = std::move(deviceId)}, "ipp://p/").serial;
    };
    CHECK(serial("MFG:M;MDL:A4;SN:X123;") == "X123");
    CHECK(serial("MFG:M;SERN:77") == "77");
    CHECK(serial("MFG:M;MDL:SN") == "");
    CHECK(serial(";;;") == "");
    CHECK(serial("") == "");
    const DeviceIdentity identity = toIdentity({.model = "A4", .firmware = "2.1"}, "ipp://p/");
    CHECK(identity.module == "ipp");
    CHECK(identity.model == "A4");
    CHECK(identity.firmware == "2.1");
    CHECK(identity.port == "ipp://p/");
}

TEST_CASE("a refusal is told apart by who must act") {
    const auto code = [](int status, const std::vector<std::string>& refused = {}) {
        return toError(Subject::printer, status, "text", refused).code();
    };
    CHECK(code(0x0507) == "printer.busy");
    CHECK(code(0x0506) == "printer.busy");
    CHECK(code(0x050b) == "printer.busy");
    CHECK(code(0x040a) == "printer.format-refused");
    CHECK(code(0x040b, {"document-format"}) == "printer.format-refused");
    CHECK(code(0x040b, {"media"}) == "printer.refused");
    CHECK(code(0x0401) == "printer.refused");
    CHECK(code(0x0406) == "printer.refused");
    CHECK(toError(Subject::job, 0x0406, "text", {}).code() == "printer.no-such-job");
    CHECK(toError(Subject::printer, 0x0507, "server-error-busy", {}).remedy() == Remedy::wait);
}

} // namespace kiosk::drivers::ipp
