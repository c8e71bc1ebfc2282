// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <thread>

#include <catch2/catch.hpp>

#include "drivers/vendor/hosted/hosted.h"
#include "tests/unit/drivers/vendor/hosted/unruly.h"

using namespace kiosk;
using namespace kiosk::drivers;
using namespace std::chrono_literals;
using kiosk::tests::unruly;

namespace {

std::chrono::milliseconds since(std::chrono::steady_clock::time_point begun) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() -
                                                                 begun);
}

} // namespace

TEST_CASE("D1 a supplier's reader says the same from a process of its own as in ours") {
    const auto here = openVendorCardReader(unruly("")).value();
    const auto there = openHostedCardReader(unruly("")).value();
    CHECK(there->identity().module == here->identity().module);
    CHECK(there->identity().model == here->identity().model);
    CHECK(there->identity().serial != here->identity().serial); // the process that it lives in
    CHECK(there->capabilities() == here->capabilities());
    CHECK(there->findCard({}) == true);
    CHECK(there->readCard({}) == here->readCard({}));
    CHECK(there->cardStillThere({}) == true);
    CHECK(there->reset({}));
}

TEST_CASE("D1 a supplier's printer says the same from a process of its own as in ours") {
    const auto here = openVendorPrinter(unruly("")).value();
    const auto there = openHostedPrinter(unruly("")).value();
    CHECK(there->capabilities() == here->capabilities());
    const auto status = there->status({}).value();
    CHECK(status.paper == PaperState::low);
    CHECK(status.lifePages == 42);
    CHECK(status.reasons == std::vector<std::string>{"media-low"});
    PrintDocument document{.pdf = Bytes(3'000'000, std::byte{7}), .pages = 5, .jobName = "copy 1"};
    CHECK(there->submit(document, {}) == here->submit(document, {}));
    CHECK(there->submit(document, {}) == 21'000'011);
    CHECK(there->progress({1, 5}, {}).value().pagesOut == 5);
    CHECK(there->cancel(1, {}));
    CHECK(there->cancel(2, {}) == here->cancel(2, {}));
    CHECK(there->cancel(2, {}).error().code() == "printer.no-such-job");
    CHECK(there->clearJobs({}));
}

TEST_CASE(
    "D1 a document larger than a driver is handed at once is refused before anything is sent") {
    const auto printer = openHostedPrinter(unruly("")).value();
    const PrintDocument document{.pdf = Bytes((64U << 20) + 1)};
    const auto job = printer->submit(document, {});
    REQUIRE_FALSE(job);
    CHECK(job.error().code() == "printer.format-refused");
    CHECK(printer->status({}));
}

TEST_CASE("D1 a supplier's camera shows the same from a process of its own as in ours") {
    const auto here = openVendorCamera(unruly("")).value();
    const auto there = openHostedCamera(unruly("")).value();
    CHECK(there->capabilities() == here->capabilities());
    REQUIRE(there->start({}));
    const Frame frame = there->grab({}).value();
    CHECK(frame.width == 1280);
    CHECK(frame.luma == here->grab({}).value().luma);
    CHECK(frame.row(719)[0] == 719 % 251);
    there->stop();
    CHECK(openHostedCamera(unruly("another size")).value()->grab({}).error().code() ==
          "vendor.bad-size");
}

TEST_CASE("D1 what is wrong with a module is told from its process as from ours") {
    const std::string folder = std::string(KIOSK_BINARY_DIR) + "/vendor/";
    CHECK(openHostedCardReader("/nowhere/acme.so").error() ==
          openVendorCardReader("/nowhere/acme.so").error());
    CHECK(openHostedCardReader("/dev/null").error().code() == "vendor.not-loadable");
    CHECK(openHostedCardReader(folder + "odd_VERSION.so").error() ==
          openVendorCardReader(folder + "odd_VERSION.so").error());
    CHECK(openHostedCamera(folder + "odd_ENUM.so").error() ==
          openVendorCamera(folder + "odd_ENUM.so").error());
    CHECK(openHostedCardReader(unruly(std::string(1024, 'x'))).error().code() ==
          "config.place-too-long");
    const auto odd = openHostedCardReader(folder + "odd_ENUM.so").value();
    CHECK(odd->findCard({}).error().code() == "vendor.bad-enum");
    CHECK(odd->samNumber({}).error().code() == "vendor.bad-text");
}

TEST_CASE("D1 a supplier's process is told when to stop, and is there afterwards") {
    const auto reader = openHostedCardReader(unruly("patient")).value();
    std::stop_source stop;
    std::jthread person([&] {
        std::this_thread::sleep_for(100ms); // into the call
        stop.request_stop();
    });
    const auto begun = std::chrono::steady_clock::now();
    CHECK(reader->findCard(stop.get_token()).error().code() == "reader.cancelled");
    CHECK(since(begun) < 600ms);
    CHECK(reader->cardStillThere({}) == true);
}
