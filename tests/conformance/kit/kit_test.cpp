// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/conformance/kit/hosted_case.h"
#include "tests/conformance/kit/rigs.h"
#include "tests/conformance/kit/run.h"

using namespace kiosk;
using namespace kiosk::tests;
using namespace std::chrono_literals;

namespace {

/// None of these drivers takes as long, but for the one that hangs.
constexpr std::chrono::milliseconds kLimit = 8s;

std::string moduleFile(const std::string& name) {
    return std::string(KIOSK_BINARY_DIR) + "/vendor/" + name + ".so";
}

template <typename Rig>
std::vector<CaseReport> judged(std::span<const Case<Rig>> cases,
                               Result<std::unique_ptr<Rig>> (*rig)(const std::string& at),
                               const std::string& name) {
    return runAllApart(readyCases<Rig>(cases, [=] { return rig(moduleFile(name)); }), kLimit);
}

std::vector<CaseReport> judgedReader(const std::string& name) {
    return judged<ReaderRig>(cardReaderCases(), vendorReaderRig, name);
}

std::vector<CaseReport> judgedPrinter(const std::string& name) {
    return judged<PrinterBench>(printerCases(), vendorPrinterBench, name);
}

std::vector<CaseReport> judgedCamera(const std::string& name) {
    return judged<CameraRig>(cameraCases(), vendorCameraRig, name);
}

std::vector<CaseReport> judgedCabinet(const std::string& name) {
    return judged<AuxiliariesRig>(auxiliariesCases(), vendorAuxiliariesRig, name);
}

std::vector<CaseReport> judgedScanner(const std::string& name) {
    return judged<ScannerRig>(scannerCases(), vendorScannerRig, name);
}

std::vector<std::string> failedIn(const std::vector<CaseReport>& reports) {
    std::vector<std::string> ids;
    for (const CaseReport& report : reports)
        if (report.outcome != Outcome::ok)
            ids.push_back(report.id);
    return ids;
}

std::string whyOf(const std::vector<CaseReport>& reports, std::string_view id) {
    const auto found = std::ranges::find(reports, id, &CaseReport::id);
    return found == reports.end() ? "" : found->why;
}

using Ids = std::vector<std::string>;

} // namespace

TEST_CASE("O1 the example driver passes every case of the kit") {
    for (const auto& [reports, cases] :
         {std::pair(judgedReader("acme"), cardReaderCases().size()),
          std::pair(judgedPrinter("acme"), printerCases().size()),
          std::pair(judgedPrinter("acme_raster"), printerCases().size()),
          std::pair(judgedCamera("acme"), cameraCases().size()),
          std::pair(judgedCabinet("acme"), auxiliariesCases().size()),
          std::pair(judgedScanner("acme"), scannerCases().size())}) {
        INFO(reportInWords(reports));
        CHECK(failedIn(reports).empty());
        CHECK(reports.size() == cases + 1);
        CHECK(isPassed(reports));
    }
}

TEST_CASE("O1 each bad card reader is rejected for its own fault and no other") {
    CHECK(failedIn(judgedReader("bad_ignores_stop")) == Ids{"reader.stop-midway"});
    CHECK(failedIn(judgedReader("bad_overruns_deadline")) == Ids{"reader.deadlines"});
    CHECK(failedIn(judgedReader("bad_gives_partial_card")) ==
          Ids{"reader.capabilities", "reader.lifted-during"});
    CHECK(failedIn(judgedReader("bad_finds_card_twice")) == Ids{"reader.found-once"});
    CHECK(failedIn(judgedReader("bad_leaks_descriptor")) == Ids{"reader.openings"});
    const auto withoutRemedy = judgedReader("bad_error_without_remedy");
    CHECK(failedIn(withoutRemedy) == Ids{"reader.trouble"});
    CHECK(whyOf(withoutRemedy, "reader.trouble").find("vendor.bad-error") != std::string::npos);
}

TEST_CASE("O1 each bad printer is rejected for its own fault") {
    CHECK(failedIn(judgedPrinter("bad_pages_go_backwards")) == Ids{"printer.jam"});
    CHECK(failedIn(judgedPrinter("bad_prints_again")) == Ids{"printer.lost-reply"});
    CHECK(failedIn(judgedPrinter("bad_online_when_gone")) == Ids{"printer.gone"});
    CHECK(failedIn(judgedPrinter("bad_deaf_at_handover")) == Ids{"printer.stop-handover"});
    const auto ends = judgedPrinter("bad_stop_ends_job");
    CHECK(failedIn(ends) == Ids{"printer.stop-midway"});
    CHECK(whyOf(ends, "printer.stop-midway") ==
          "the job is canceled with 1 pages out, not completed with 2");
    const auto early = judgedPrinter("bad_counts_too_early");
    CHECK(whyOf(early, "printer.counts-pages") ==
          "the job is processing with 1 pages out, not processing with 0");
}

TEST_CASE("O1 each bad camera is rejected for its own fault") {
    CHECK(failedIn(judgedCamera("bad_stale_frame")) == Ids{"camera.newest"});
    CHECK(failedIn(judgedCamera("bad_watches_always")) == Ids{"camera.off"});
    const auto wrongSize = judgedCamera("bad_wrong_size");
    CHECK(whyOf(wrongSize, "camera.picture").find("vendor.bad-size") == 0);
    CHECK(whyOf(wrongSize, "camera.identity").empty());
}

TEST_CASE("O1 each bad cabinet is rejected for its own fault and no other") {
    const auto missing = judgedCabinet("bad_misses_door");
    CHECK(failedIn(missing) == Ids{"auxiliaries.changes"});
    CHECK(whyOf(missing, "auxiliaries.changes") == "the change of cabinetDoor was told 0 times");
    const auto lit = judgedCabinet("bad_lights_stay_lit");
    CHECK(failedIn(lit) == Ids{"auxiliaries.reset"});
    CHECK(whyOf(lit, "auxiliaries.reset") == "cardLight shines continuous, not off");
}

TEST_CASE("O1 a code reader that gives half a code is rejected for that, and its text not told") {
    const auto half = judgedScanner("bad_gives_half_code");
    CHECK(failedIn(half) == Ids{"scanner.half", "scanner.reset"});
    CHECK(whyOf(half, "scanner.half") ==
          "next() gave a code of 14 characters though only half of one was sent");
}

TEST_CASE("O1 a module of another version is not tried any further") {
    const auto reports = judgedReader("bad_other_version");
    REQUIRE(failedIn(reports) == Ids{"module.opens"});
    CHECK(reports.size() == 1);
    CHECK(reports.front().why.find("vendor.abi-version") == 0);
    CHECK_FALSE(isPassed(reports));
}

TEST_CASE("O1 a driver is also judged as the kiosk loads it, in a process of its own") {
    CHECK(runApart(hostedCase("card-reader", moduleFile("acme")), kLimit).why.empty());
    for (const std::string other : {"printer", "camera", "auxiliaries", "code-reader"}) {
        CAPTURE(other);
        CHECK(runApart(hostedCase(other, moduleFile("acme")), kLimit).why.empty());
    }
    CHECK(failedIn(judgedReader("bad_needs_home")).empty());
    const auto hosted = runApart(hostedCase("card-reader", moduleFile("bad_needs_home")), kLimit);
    CHECK(hosted.outcome == Outcome::failed);
    CHECK(hosted.why.find("reader.self-test") == 0);
}

TEST_CASE("O1 a driver that crashes or hangs costs its case and no other") {
    const auto crashed = judgedReader("bad_crashes");
    CHECK(failedIn(crashed) == Ids{"reader.trouble"});
    CHECK(whyOf(crashed, "reader.trouble").find("died of signal 11") != std::string::npos);
    const auto hung = judgedReader("bad_hangs");
    CHECK(failedIn(hung) == Ids{"reader.reset"});
    CHECK(whyOf(hung, "reader.reset") == "did not come to an end");
}
