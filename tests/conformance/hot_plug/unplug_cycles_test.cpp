// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <catch2/catch.hpp>
#include <malloc.h>

#include "drivers/camera/v4l2/v4l2_camera.h"
#include "drivers/card_reader/sam/sam_reader.h"
#include "drivers/device/slot.h"
#include "tests/conformance/hot_plug/news_desk.h"
#include "tests/support/emulated_camera.h"
#include "tests/support/emulated_sam_reader.h"
#include "tests/support/manual_clock.h"
#include "tests/support/sample_card.h"

using namespace kiosk;
using namespace kiosk::tests;
using namespace std::chrono_literals;
using What = drivers::DeviceNews::What;

namespace {

constexpr int kCycles = 200;
/// What libraries keep for good they have by then.
constexpr int kWarmUp = 20;
/// Of the emulated devices: their node has another number each time. A buffer or a transfer of ours
/// left behind in each cycle would be many times this.
constexpr std::size_t kHeapOfTheBed = 32 * 1024;

std::size_t openFiles() {
    const std::filesystem::directory_iterator files("/proc/self/fd");
    return static_cast<std::size_t>(std::distance(begin(files), end(files)));
}

/// What lies open and in use at one moment.
struct Holdings {
    std::size_t files = openFiles();
    std::size_t heap = mallinfo2().uordblks;
};

/// A place with its device on a clock that only the test moves, and the watch that the kiosk has.
template <typename D>
class Seat {
public:
    explicit Seat(typename drivers::Slot<D>::Open open) : slot_(std::move(open), clock_) {}

    template <typename Call>
    auto use(Call call) {
        return slot_.use({}, call);
    }
    bool works() { return use(&D::check).has_value(); }
    /// Time in which the device is away, and needed all the while.
    void passAway(std::chrono::seconds time) {
        for (auto passed = 0s; passed < time; passed += 1s) {
            clock_.advance(1s);
            REQUIRE_FALSE(works());
        }
    }
    void hear(What what) {
        REQUIRE(desk_.next(what));
        if (what == What::arrived)
            slot_.startAfresh();
    }
    /// How long after now the device works; a minute is never.
    std::chrono::milliseconds timeUntilItWorks() {
        for (auto passed = 0ms; passed < 60s; passed += 100ms) {
            if (works())
                return passed;
            clock_.advance(100ms);
        }
        return 60s;
    }

private:
    ManualClock clock_;
    NewsDesk desk_;
    drivers::Slot<D> slot_;
};

/// Pulls and plugs the device 200 times and uses it in between.
template <typename D, typename Device, typename Use>
void cycle(Seat<D>& place, Device& device, void (Device::*plug)(), Use use) {
    std::optional<Holdings> before;
    for (int cycle = 0; cycle < kCycles; ++cycle) {
        CAPTURE(cycle);
        device.unplug();
        place.hear(What::left);
        REQUIRE_FALSE(place.works());
        place.passAway(std::chrono::seconds(cycle % 7));
        (device.*plug)();
        place.hear(What::arrived);
        REQUIRE(place.timeUntilItWorks() < 3s);
        use();
        if (cycle == kWarmUp)
            before.emplace();
    }
    const Holdings after;
    CHECK(after.files == before->files);
    INFO("heap " << before->heap << " before, " << after.heap << " after");
    CHECK(after.heap < before->heap + kHeapOfTheBed);
}

} // namespace

TEST_CASE("D3 200 unplug cycles leave nothing behind, each back within 3 s") {
    SamDeviceModel model;
    EmulatedSamReader device(hotPlugBed(), model, UsbFraming::split);
    Seat<drivers::CardReader> place([]() -> Result<std::shared_ptr<drivers::CardReader>> {
        return drivers::sam::openSamUsb({.gap = 100ms, .quiet = 1ms});
    });
    REQUIRE(place.works());
    cycle(place, device, &EmulatedSamReader::plug, [&] {
        model.lay(sampleCard());
        REQUIRE(place.use(&drivers::CardReader::findCard) == true);
        REQUIRE(place.use(&drivers::CardReader::readCard) == sampleCard());
        model.lift();
    });
}

TEST_CASE("D3 a camera pulled 200 times leaves nothing behind, each back within 3 s") {
    EmulatedCamera device(hotPlugBed(), {});
    Seat<drivers::Camera> place([&]() -> Result<std::shared_ptr<drivers::Camera>> {
        return drivers::openV4l2({.path = device.path()});
    });
    REQUIRE(place.works());
    cycle(place, device, &EmulatedCamera::plugIn, [&] {
        REQUIRE(place.use(&drivers::Camera::start));
        REQUIRE(place.use(&drivers::Camera::grab));
        REQUIRE(place.use([](drivers::Camera& camera, const std::stop_token&) -> Result<> {
            camera.stop();
            return {};
        }));
    });
}
