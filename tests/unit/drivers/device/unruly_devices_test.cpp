// SPDX-License-Identifier: Apache-2.0
#include <future>

#include <catch2/catch.hpp>

#include "drivers/device/slot.h"
#include "firmware/base/worker.h"
#include "tests/support/manual_clock.h"
#include "tests/unit/drivers/device/unruly_devices.h"

// D3: one device's death never touches another. A kiosk's devices on real threads, one of which
// hangs, dies or lies while the others serve.

namespace kiosk::drivers {

namespace {

using namespace std::chrono_literals;
using tests::SharedTemper;
using tests::Temper;
using Mood = Temper::Mood;

constexpr CallLimits kLimits{.longest = 30ms, .afterStop = 30ms};

/// A device, its place and its worker, as the kiosk has them.
class Station {
public:
    virtual ~Station() = default;
    /// Uses the device and waits for the answer.
    virtual Result<> use() = 0;
    virtual void pluggedIn() = 0;

    Temper& temper() { return *temper_; }
    /// On the clock that the place goes by; nothing else happens meanwhile.
    void pass(std::chrono::milliseconds time) { clock_.advance(time); }

    /// Uses it until it works, for as long as the thread that hung may need to come back.
    bool comesBack() {
        const auto patience = std::chrono::steady_clock::now() + 20s;
        while (std::chrono::steady_clock::now() < patience) {
            if (use())
                return true;
            pass(1s);
            std::this_thread::yield();
        }
        return false;
    }

protected:
    SharedTemper temper_ = std::make_shared<Temper>();
    tests::ManualClock clock_;
};

template <typename D, typename Device, auto method>
class StationOf final : public Station {
public:
    ~StationOf() override { temper_->gate.open(); }
    StationOf() = default;
    StationOf(const StationOf&) = delete;
    StationOf& operator=(const StationOf&) = delete;

    Result<> use() override {
        std::promise<Result<>> answer;
        worker_.submit([&](const std::stop_token& stop) {
            const auto done = slot_.use(stop, method);
            answer.set_value(done ? Result<>() : std::unexpected(done.error()));
        });
        return answer.get_future().get();
    }
    void pluggedIn() override { slot_.startAfresh(); }

private:
    Slot<D> slot_{[temper = temper_]() -> Result<std::shared_ptr<D>> {
                      ++temper->opened;
                      TRY(temper->attached());
                      return std::make_shared<Device>(temper);
                  },
                  clock_, kLimits};
    ThreadWorker worker_;
};

struct Kiosk {
    StationOf<CardReader, tests::UnrulyReader, &CardReader::findCard> reader;
    StationOf<Printer, tests::UnrulyPrinter, &Printer::status> printer;
    StationOf<Camera, tests::UnrulyCamera, &Camera::grab> camera;
    StationOf<Auxiliaries, tests::UnrulyBoard, &Auxiliaries::next> board;
    StationOf<CodeSource, tests::UnrulyScanner, &CodeSource::next> scanner;

    std::array<Station*, 5> stations{&reader, &printer, &camera, &board, &scanner};

    /// Do all but the one serve, every time?
    bool othersServe(const Station* one) {
        for (int time = 0; time < 50; ++time)
            for (Station* station : stations)
                if (station != one && !station->use())
                    return false;
        return true;
    }
};

/// Runs a test for each of the devices as the unruly one.
template <typename Test>
void forEach(Test test) {
    for (const std::size_t which : {0U, 1U, 2U, 3U, 4U}) {
        INFO("device " << which);
        Kiosk kiosk;
        Station& one = *kiosk.stations.at(which);
        REQUIRE(one.use());
        test(kiosk, one);
    }
}

std::string codeOf(const Result<>& answer) {
    return answer ? "works" : answer.error().code();
}

} // namespace

TEST_CASE("D3 a device that hangs is given up, the others serve, and it is back when it can") {
    forEach([](Kiosk& kiosk, Station& one) {
        one.temper().gate.shut();
        one.temper().mood = Mood::hangs;
        CHECK(codeOf(one.use()) == "device.hung");
        CHECK(kiosk.othersServe(&one));
        one.pass(1h);
        CHECK(codeOf(one.use()) == "device.hung"); // no second thread is lost to it
        CHECK(one.temper().opened == 1);
        one.temper().mood = Mood::well;
        one.temper().gate.open();
        CHECK(one.comesBack());
        CHECK(one.temper().opened == 2);
    });
}

TEST_CASE("D3 a device that hangs is opened again when it is plugged in anew") {
    forEach([](Kiosk&, Station& one) {
        one.temper().gate.shut();
        one.temper().mood = Mood::hangs;
        REQUIRE(codeOf(one.use()) == "device.hung");
        one.temper().mood = Mood::well;
        one.pluggedIn();
        CHECK(codeOf(one.use()) == "works");
    });
}

TEST_CASE("D3 a device that hangs does not hold up the program's end") {
    forEach([](Kiosk&, Station& one) {
        one.temper().gate.shut();
        one.temper().mood = Mood::hangs;
        CHECK(codeOf(one.use()) == "device.hung");
    }); // returned: nobody waited for the gate
}

TEST_CASE("D3 a device that dies is looked for while the others serve") {
    forEach([](Kiosk& kiosk, Station& one) {
        one.temper().mood = Mood::gone;
        CHECK(codeOf(one.use()) == "unruly.gone");
        CHECK(kiosk.othersServe(&one));
        CHECK(codeOf(one.use()) == "unruly.gone");
        one.temper().mood = Mood::well;
        one.pass(2s);
        CHECK(codeOf(one.use()) == "works");
    });
}

TEST_CASE("D3 a device that lies about being well ends with the technician, and the others serve") {
    forEach([](Kiosk& kiosk, Station& one) {
        one.temper().mood = Mood::lies;
        for (int use = 0; use < 1000; ++use) {
            static_cast<void>(one.use());
            one.pass(100ms);
        }
        CHECK(codeOf(one.use()) == "device.needs-technician");
        CHECK(one.temper().resets == 2);
        CHECK(one.temper().opened == 1 + 3);
        CHECK(kiosk.othersServe(&one));
    });
}

} // namespace kiosk::drivers
