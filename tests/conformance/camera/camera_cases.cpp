// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdlib>
#include <thread>

#include "tests/conformance/camera/camera_rig.h"

// What every camera must do, whatever drives it.

namespace kiosk::tests {

namespace {

using namespace drivers;
using namespace std::chrono_literals;

/// A picture in the size this camera sends.
Frame blank(CameraRig& rig) {
    const CameraCapabilities can = rig.camera().capabilities();
    Frame frame{.width = can.width > 0 ? can.width : kRigWidth,
                .height = can.height > 0 ? can.height : kRigHeight,
                .luma = {}};
    frame.luma.resize(static_cast<std::size_t>(frame.width) *
                      static_cast<std::size_t>(frame.height));
    return frame;
}

Frame plain(CameraRig& rig, std::uint8_t level) {
    Frame frame = blank(rig);
    frame.luma.assign(frame.luma.size(), level);
    return frame;
}

/// Brighter to the right, and a little downwards: turned, mirrored or shifted it is another.
Frame slope(CameraRig& rig) {
    constexpr int kDarkest = 20;
    constexpr int kAcross = 180;
    constexpr int kDown = 40;
    Frame frame = blank(rig);
    for (int y = 0; y < frame.height; ++y)
        for (int x = 0; x < frame.width; ++x)
            frame.luma[static_cast<std::size_t>(y * frame.width + x)] = static_cast<std::uint8_t>(
                kDarkest + x * kAcross / frame.width + y * kDown / frame.height);
    return frame;
}

Result<> hasSize(const Frame& frame, int width, int height) {
    return met(frame.width == width && frame.height == height &&
                   frame.luma.size() ==
                       static_cast<std::size_t>(width) * static_cast<std::size_t>(height),
               "a frame of " + std::to_string(frame.width) + " x " + std::to_string(frame.height) +
                   " with " + std::to_string(frame.luma.size()) + " dots came, not " +
                   std::to_string(width) + " x " + std::to_string(height));
}

Result<> looksLike(const Frame& seen, const Frame& shown, double tolerance) {
    TRY(hasSize(seen, shown.width, shown.height));
    double sum = 0;
    for (std::size_t at = 0; at < seen.luma.size(); ++at)
        sum += std::abs(int{seen.luma[at]} - int{shown.luma[at]});
    const double difference = sum / static_cast<double>(seen.luma.size());
    return met(difference <= tolerance, "the frame differs from what stands before the camera by " +
                                            std::to_string(difference) + " levels in the mean");
}

/// Shows the picture, starts, and has a first frame.
Result<Frame> started(CameraRig& rig, const Frame& picture) {
    rig.show(picture);
    TRY(succeeds("start()", rig.camera().start({})));
    return rig.camera().grab({});
}

Result<> isGone(std::string_view call, const auto& answer) {
    return failsWith(call, answer, "camera.gone", Remedy::technician);
}

Result<> saysWhoItIs(CameraRig& rig) {
    const DeviceIdentity identity = rig.camera().identity();
    return met(!identity.module.empty() && !identity.model.empty() && !identity.port.empty(),
               "module, model or port is empty");
}

Result<> keepsItsPromises(CameraRig& rig) {
    const CameraCapabilities can = rig.camera().capabilities();
    const Frame frame = TRY(started(rig, slope(rig)));
    return hasSize(frame, can.width > 0 ? can.width : frame.width,
                   can.height > 0 ? can.height : frame.height);
}

Result<> showsThePicture(CameraRig& rig) {
    return looksLike(TRY(started(rig, slope(rig))), slope(rig), rig.tolerance());
}

Result<> givesTheNewest(CameraRig& rig) {
    static_cast<void>(TRY(started(rig, plain(rig, 10))));
    rig.show(plain(rig, 200));
    const Frame frame = TRY(rig.camera().grab({}));
    return looksLike(frame, plain(rig, 200), rig.tolerance());
}

Result<> isOff(CameraRig& rig) {
    TRY(met(!rig.capturing(), "the camera captures though nobody started it"));
    return failsWith("grab() of a camera that is off", rig.camera().grab({}), "camera.off",
                     Remedy::supplier);
}

Result<> isOffOutsideAVisit(CameraRig& rig) {
    rig.show(slope(rig));
    TRY(isOff(rig));
    TRY(succeeds("start()", rig.camera().start({})));
    TRY(met(rig.capturing(), "the camera was started and does not capture"));
    rig.camera().stop();
    return isOff(rig);
}

Result<> twiceIsHarmless(CameraRig& rig) {
    rig.show(slope(rig));
    rig.camera().stop();
    for (int visit = 0; visit < 3; ++visit) {
        TRY(succeeds("start()", rig.camera().start({})));
        TRY(succeeds("start() once more", rig.camera().start({})));
        TRY(succeeds("grab()", rig.camera().grab({})));
        rig.camera().stop();
        rig.camera().stop();
    }
    return {};
}

/// The camera is off when this ends.
Result<> healsByItself(CameraRig& rig, std::string_view code, Remedy remedy) {
    rig.show(slope(rig));
    TRY(succeeds("start()", rig.camera().start({})));
    TRY(failsWith("grab()", rig.camera().grab({}), code, remedy));
    rig.heal();
    return succeeds("grab() after it healed", rig.camera().grab({}));
}

Result<> silenceHeals(CameraRig& rig) {
    rig.makeSilent();
    return healsByItself(rig, "camera.silent", Remedy::technician);
}

Result<> damageHeals(CameraRig& rig) {
    rig.damageFrames();
    return healsByItself(rig, "camera.damaged-frame", Remedy::wait);
}

Result<> goneWhileItStreams(CameraRig& rig) {
    static_cast<void>(TRY(started(rig, slope(rig))));
    TRY(succeeds("check()", rig.camera().check({})));
    rig.unplug();
    TRY(isGone("check() unplugged", rig.camera().check({})));
    TRY(isGone("grab() unplugged", rig.camera().grab({})));
    TRY(isGone("reset() unplugged", rig.camera().reset({})));
    TRY(isGone("start() unplugged", rig.camera().start({})));
    rig.plugIn();
    TRY(succeeds("reset() plugged in again", rig.camera().reset({})));
    TRY(met(!rig.capturing(), "the camera captures after a reset"));
    return looksLike(TRY(started(rig, slope(rig))), slope(rig), rig.tolerance());
}

Result<> goneWhileItIsOff(CameraRig& rig) {
    TRY(succeeds("check()", rig.camera().check({})));
    rig.unplug();
    return isGone("check() unplugged", rig.camera().check({}));
}

Result<> stopsBefore(CameraRig& rig) {
    rig.show(slope(rig));
    rig.makeSilent();
    TRY(succeeds("start()", rig.camera().start({})));
    std::stop_source stop;
    stop.request_stop();
    return failsWith("grab() asked to stop", rig.camera().grab(stop.get_token()),
                     "camera.cancelled", Remedy::wait);
}

/// What a call may go on after it was asked to stop: 200 ms, and what a busy machine adds.
constexpr auto kStopping = 600ms;

Result<> stopsMidway(CameraRig& rig) {
    rig.show(slope(rig));
    rig.makeSilent();
    TRY(succeeds("start()", rig.camera().start({})));
    std::stop_source stop;
    std::jthread person([&] {
        std::this_thread::sleep_for(100ms); // into the wait
        stop.request_stop();
    });
    TRY(inTime("grab() asked to stop after 100 ms", 100ms + kStopping,
               [&] { return rig.camera().grab(stop.get_token()); }));
    rig.heal();
    return succeeds("grab() after it healed", rig.camera().grab({}));
}

Result<> keepsDeadlines(CameraRig& rig) {
    Camera& camera = rig.camera();
    rig.show(slope(rig));
    TRY(inTime("check()", 2s, [&] { return camera.check({}); }));
    TRY(inTime("start()", 2s, [&] { return camera.start({}); }));
    TRY(inTime("grab()", 2s, [&] { return camera.grab({}); }));
    rig.makeSilent();
    // It waits 2 s for a frame; what a busy machine adds is no fault.
    TRY(inTime("grab() of a silent camera", 2500ms, [&] { return camera.grab({}); }));
    return inTime("reset()", 3s, [&] { return camera.reset({}); });
}

Result<> openingsLeaveNothing(CameraRig& rig) {
    return leavesNothing([&rig]() -> Result<> {
        rig.openAnew();
        static_cast<void>(TRY(started(rig, slope(rig))));
        rig.camera().stop();
        return {};
    });
}

constexpr auto kCameraCases = std::to_array<Case<CameraRig>>({
    {"camera.identity", "D1 a camera says which module drives it and where", saysWhoItIs},
    {"camera.capabilities", "D1 a camera keeps what its capabilities promise", keepsItsPromises},
    {"camera.picture", "D10 a frame shows what stands before the camera", showsThePicture},
    {"camera.newest", "D10 a frame is the newest, not one that waited", givesTheNewest},
    {"camera.off", "D10 the camera is off outside a visit", isOffOutsideAVisit},
    {"camera.twice", "D1 starting and stopping a camera twice is harmless", twiceIsHarmless},
    {"camera.silent", "D1 a camera that sends nothing is silent and heals by itself", silenceHeals},
    {"camera.damaged", "D1 a frame cut short is dropped and the next one taken", damageHeals},
    {"camera.gone-streaming",
     "D3 a camera pulled while it streams is gone until it is back and reset", goneWhileItStreams},
    {"camera.gone-off", "D3 a camera pulled while it is off is found to be gone", goneWhileItIsOff},
    {"camera.stop-before", "D1 a camera asked to stop beforehand does not wait", stopsBefore},
    {"camera.stop-midway", "D1 a camera asked to stop midway waits no longer", stopsMidway},
    {"camera.deadlines", "D1 every call of a camera keeps its time", keepsDeadlines},
    {"camera.openings", "D3 a camera opened again and again leaves nothing behind",
     openingsLeaveNothing},
});

} // namespace

std::span<const Case<CameraRig>> cameraCases() {
    return kCameraCases;
}

} // namespace kiosk::tests
