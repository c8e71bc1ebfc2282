// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/camera_watch.h"

#include "firmware/visit/preview.h"

namespace kiosk::visit {

namespace {

using drivers::Camera;
using drivers::Frame;
using drivers::FrameHint;

/// With the wait for a camera's next frame this comes to its own 30 a second, and to fewer than 50
/// where the picture stands still.
constexpr std::chrono::milliseconds kBetweenFrames{20};

std::string hintKey(FrameHint hint) {
    return hint == FrameHint::none ? std::string() : "camera." + std::string(name(hint));
}

} // namespace

void CameraWatch::start() {
    on_ = true;
    ++turn_;
    frames_ = std::make_shared<Frames>();
    at_.cameraWorker.submit([this, turn = turn_](const std::stop_token& stop) {
        exposure_ = {};
        const Result<> started = at_.camera.use(stop, &Camera::start);
        if (!started)
            return tell(turn, event::CameraFailed{started.error()});
        at_.loop.post([this, turn] {
            if (turn == turn_)
                look();
        });
    });
}

void CameraWatch::stop() {
    if (!on_)
        return;
    on_ = false;
    ++turn_;
    at_.cameraWorker.submit([this](const std::stop_token& stop) {
        const Result<> stopped =
            at_.camera.use(stop, [](Camera& camera, const std::stop_token&) -> Result<> {
                camera.stop();
                return {};
            });
        static_cast<void>(stopped); // a camera that is gone is off
    });
}

void CameraWatch::look() {
    at_.cameraWorker.submit([this, turn = turn_, frames = frames_](const std::stop_token& stop) {
        Result<Frame> frame = at_.camera.use(stop, &Camera::grab);
        if (!frame && frame.error().remedy() != Remedy::wait)
            return tell(turn, event::CameraFailed{frame.error()});
        if (frame) {
            const FrameHint hint = drivers::hintFor(*frame);
            show(turn, frames, hint, std::move(*frame));
            expose(hint, stop);
        }
        at_.loop.post([this, turn] {
            at_.loop.after(kBetweenFrames, [this, turn] {
                if (turn == turn_)
                    look();
            });
        });
    });
}

/// On the camera's worker.
void CameraWatch::show(std::uint64_t turn, const std::shared_ptr<Frames>& frames, FrameHint hint,
                       Frame frame) {
    tell(turn, event::CameraLooked{previewOf(frame), hintKey(hint)});
    if (frames->put(std::move(frame)))
        at_.codeWorker.submit(
            [this, turn, frames](const std::stop_token& stop) { readCodes(turn, *frames, stop); });
}

/// On the camera's worker. A camera without such a knob goes on as it chooses.
void CameraWatch::expose(FrameHint hint, const std::stop_token& stop) {
    if (const auto step = exposure_.heed(hint))
        static_cast<void>(at_.camera.use(stop, &Camera::expose, *step));
}

/// On the code worker, until no frame has come since the last look.
void CameraWatch::readCodes(std::uint64_t turn, Frames& frames, const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        const std::optional<Frame> frame = frames.take();
        if (!frame)
            return;
        if (const auto code = at_.readCode(*frame))
            tell(turn, event::CodeSeen{code->text});
    }
}

void CameraWatch::tell(std::uint64_t turn, Event event) {
    at_.loop.post([this, turn, event = std::move(event)] {
        if (turn == turn_)
            deliver_(event);
    });
}

} // namespace kiosk::visit
