// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/camera/simulated/simulated_camera.h"
#include "firmware/visit/camera_watch.h"
#include "firmware/visit/preview.h"
#include "tests/support/code_pictures.h"
#include "tests/support/manual_clock.h"

namespace kiosk::visit::tests {

namespace {

using drivers::Frame;
using kiosk::tests::ManualClock;
using kiosk::tests::plainFrame;

/// A thread that is busy with something else until it is let go on.
class HeldWorker final : public Worker {
public:
    void submit(Job job) override { jobs_.push_back(std::move(job)); }
    void cancelAll() override { jobs_.clear(); }

    std::size_t waiting() const { return jobs_.size(); }
    void goOn() {
        for (Job& job : std::exchange(jobs_, {}))
            job({});
    }

private:
    std::vector<Job> jobs_;
};

constexpr std::chrono::milliseconds kFramePeriod{33};
constexpr std::chrono::seconds kDecoderTakes{1};

/// A camera with 30 frames a second, each brighter than the one before, and a decoder of a second.
struct Scene {
    ManualClock clock;
    EventLoop loop{clock};
    std::shared_ptr<drivers::SimulatedCamera> device = std::make_shared<drivers::SimulatedCamera>();
    drivers::Slot<drivers::Camera> slot{[this] { return device; }, clock};
    InlineWorker cameraWorker;
    HeldWorker codeWorker;
    std::vector<int> decoded; ///< the brightness of each frame it was given
    std::function<std::optional<drivers::Code>(const Frame&)> readCode =
        [this](const Frame& frame) {
            clock.advance(kDecoderTakes);
            decoded.push_back(frame.luma.front());
            return std::optional(drivers::Code{"seen"});
        };
    int pictures = 0;
    std::vector<std::string> codes;
    CameraWatch watch{{loop, slot, cameraWorker, codeWorker, readCode}, [this](const Event& event) {
                          pictures += std::holds_alternative<event::CameraLooked>(event) ? 1 : 0;
                          if (const auto* seen = std::get_if<event::CodeSeen>(&event))
                              codes.push_back(seen->text);
                      }};
    int shown = 0;

    void run(std::chrono::milliseconds time) {
        const SteadyTime end = clock.steady() + time;
        while (clock.steady() < end) {
            device->show(plainFrame(64, 48, shown++));
            clock.advance(kFramePeriod);
            loop.runReady();
        }
    }
};

} // namespace

TEST_CASE("D10 a decoder of a second leaves the preview its 25 frames a second") {
    Scene scene;
    scene.watch.start();
    scene.run(std::chrono::seconds(2));
    CHECK(scene.pictures >= 50);
    CHECK(scene.decoded.empty());
    CHECK(scene.codeWorker.waiting() == 1);
    scene.codeWorker.goOn();
    scene.loop.runReady();
    CHECK(scene.decoded == std::vector{scene.shown - 1});
    CHECK(scene.codes == std::vector<std::string>{"seen"});
    scene.run(std::chrono::seconds(1));
    CHECK(scene.pictures >= 75);
    CHECK(scene.codeWorker.waiting() == 1);
}

TEST_CASE("D10 the camera is off after the look, and what was seen before is not told") {
    Scene scene;
    scene.watch.start();
    scene.run(kFramePeriod);
    CHECK(scene.device->capturing());
    scene.watch.stop();
    CHECK_FALSE(scene.device->capturing());
    const int pictures = scene.pictures;
    scene.codeWorker.goOn();
    scene.run(std::chrono::seconds(1));
    CHECK(scene.codes.empty());
    CHECK(scene.pictures == pictures);
}

TEST_CASE("D10 looking again after work was called off finds codes again") {
    Scene scene;
    scene.watch.start();
    scene.run(kFramePeriod);
    scene.codeWorker.cancelAll();
    scene.watch.stop();
    scene.watch.start();
    scene.run(kFramePeriod);
    scene.codeWorker.goOn();
    scene.loop.runReady();
    CHECK(scene.codes.size() == 1);
}

TEST_CASE("D10 a dark picture is lit by the camera, and the next look begins anew") {
    Scene scene;
    Frame dim = plainFrame(64, 48, 30);
    dim.luma[0] = 60;
    std::fill(dim.luma.begin() + 64, dim.luma.begin() + 192, std::uint8_t{60});
    const auto see = [&] {
        for (int i = 0; i < 40; ++i) {
            scene.device->show(dim);
            scene.clock.advance(kFramePeriod);
            scene.loop.runReady();
        }
    };
    scene.watch.start();
    see();
    CHECK(scene.device->grab({})->luma.front() == 120);
    scene.watch.stop();
    scene.watch.start();
    scene.loop.runReady();
    CHECK(scene.device->grab({})->luma.front() == 60);
}

TEST_CASE("a wide frame is shown smaller, every pixel of it in the mean") {
    Frame frame = plainFrame(1280, 720, 100);
    frame.luma[0] = 140;
    const auto preview = previewOf(frame);
    CHECK(preview->width == 640);
    CHECK(preview->height == 360);
    CHECK(preview->pixels.size() == 640 * 360);
    CHECK(preview->pixels[0] == 0xFF6E6E6E);
    CHECK(preview->pixels[1] == 0xFF646464);
}

TEST_CASE("a narrow frame is shown as it is, the strangest without harm") {
    CHECK(previewOf(plainFrame(640, 480, 7))->width == 640);
    CHECK(previewOf(plainFrame(1, 1, 7))->pixels == std::vector<std::uint32_t>{0xFF070707});
    CHECK(previewOf(plainFrame(5000, 2, 7))->height == 1);
    CHECK(previewOf({})->pixels.empty());
}

} // namespace kiosk::visit::tests
