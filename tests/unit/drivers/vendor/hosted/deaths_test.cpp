// SPDX-License-Identifier: Apache-2.0
#include <future>

#include <catch2/catch.hpp>

#include "drivers/device/slot.h"
#include "drivers/vendor/hosted/hosted.h"
#include "firmware/base/worker.h"
#include "tests/support/manual_clock.h"
#include "tests/unit/drivers/vendor/hosted/unruly.h"

// D3: a supplier's module that crashes, hangs or lies costs its own device only. A kiosk's three
// devices, each a module in a process of its own, behind the slots and workers that the kiosk has.

using namespace kiosk;
using namespace kiosk::drivers;
using namespace std::chrono_literals;
using kiosk::tests::unruly;

namespace {

/// A device as the kiosk has it: it is opened in the manner that is set.
template <typename D>
class Station {
public:
    using Open = Result<std::unique_ptr<D>> (*)(const std::string&);

    explicit Station(Open open)
        : slot_([this, open]() -> Result<std::shared_ptr<D>> { return open(unruly(manner)); },
                clock_, CallLimits{.longest = D::kLongestCall}) {}

    template <typename Call>
    Result<> use(Call call) {
        std::promise<Result<>> answer;
        worker_.submit([&](const std::stop_token& stop) {
            const auto done = slot_.use(stop, call);
            answer.set_value(done ? Result<>() : std::unexpected(done.error()));
        });
        return answer.get_future().get();
    }
    std::string says(auto call) {
        const auto answer = use(call);
        return answer ? "works" : answer.error().code();
    }

    void pass(std::chrono::milliseconds time) { clock_.advance(time); }

    std::string manner; ///< of the next opening

private:
    tests::ManualClock clock_;
    Slot<D> slot_;
    ThreadWorker worker_;
};

struct Kiosk {
    Station<CardReader> reader{openHostedCardReader};
    Station<Printer> printer{openHostedPrinter};
    Station<Camera> camera{openHostedCamera};

    std::string readerSays() { return reader.says(&CardReader::findCard); }
    std::string printerSays() { return printer.says(&Printer::status); }
    std::string cameraSays() { return camera.says(&Camera::grab); }
};

using Says = std::string (Kiosk::*)();

/// Has one device live in a manner, sees how that ends while the others serve, and that it is back
/// a second later, when its process is a good one.
template <typename D>
void checkDeath(const char* manner, const char* expected, Station<D> Kiosk::* station, Says one,
                std::array<Says, 2> others) {
    INFO(manner);
    Kiosk kiosk;
    (kiosk.*station).manner = manner;
    CHECK((kiosk.*one)() == expected);
    for (int time = 0; time < 5; ++time)
        for (const Says other : others)
            CHECK((kiosk.*other)() == "works");
    CHECK((kiosk.*one)() == expected); // not opened again at once
    (kiosk.*station).manner.clear();
    (kiosk.*station).pass(1s);
    CHECK((kiosk.*one)() == "works");
}

void checkDeathOfEach(const char* manner, const char* expected) {
    checkDeath(manner, expected, &Kiosk::reader, &Kiosk::readerSays,
               {&Kiosk::printerSays, &Kiosk::cameraSays});
    checkDeath(manner, expected, &Kiosk::printer, &Kiosk::printerSays,
               {&Kiosk::readerSays, &Kiosk::cameraSays});
    checkDeath(manner, expected, &Kiosk::camera, &Kiosk::cameraSays,
               {&Kiosk::readerSays, &Kiosk::printerSays});
}

} // namespace

TEST_CASE("D3 a vendor's module that crashes costs its own device only") {
    for (const char* manner : {"crash", "kill", "exit"})
        checkDeathOfEach(manner, "device.died");
}

TEST_CASE("D3 a vendor's module that hangs costs its own device only, and no thread") {
    for (const char* manner : {"hang", "freeze"})
        checkDeathOfEach(manner, "device.hung");
}

TEST_CASE("D3 a vendor's module that lies costs its own device only") {
    for (const char* manner : {"lie", "long lie", "empty lie", "deaf"})
        checkDeathOfEach(manner, "device.died");
}

TEST_CASE("D3 a vendor's module that only reports a fault keeps its process and is reset") {
    Kiosk kiosk;
    kiosk.reader.manner = "fault";
    CHECK(kiosk.readerSays() == "reader.self-test");
    kiosk.reader.manner = "crash"; // would be the manner of another process
    CHECK(kiosk.readerSays() == "reader.self-test");
    CHECK(kiosk.reader.says(&CardReader::cardStillThere) == "works");
}

TEST_CASE("D3 a vendor's module that dies again and again is left to the technician") {
    Station<CardReader> reader{openHostedCardReader};
    reader.manner = "crash";
    std::vector<std::string> said;
    for (int second = 0; second < 120; ++second) {
        said.push_back(reader.says(&CardReader::findCard));
        reader.pass(1s);
    }
    CHECK(said.front() == "device.died");
    CHECK(said.back() == "device.needs-technician");
    reader.manner = "crash at once";
    reader.pass(10min);
    CHECK(reader.says(&CardReader::findCard) == "device.died");
    CHECK(reader.says(&CardReader::findCard) == "device.needs-technician");
}

TEST_CASE("D9 a printer's process that dies while it is handed a document may have printed it") {
    const auto printer = openHostedPrinter(unruly("dies printing")).value();
    const auto job = printer->submit({.pdf = toBytes("%PDF"), .jobName = "copy"}, {});
    REQUIRE_FALSE(job);
    CHECK(job.error() ==
          Error(ErrorKind::timedOut, "device.died", Remedy::technician, "signal KILL"));
    CHECK(printer->status({}) == std::unexpected(job.error()));
}
