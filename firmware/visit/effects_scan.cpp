// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/visit/effects.h"

namespace kiosk::visit {

namespace {

using drivers::Camera;
using drivers::Frame;
using drivers::FrameHint;

/// A still picture needs no more; a moving preview comes as fast as the camera gives frames.
constexpr std::chrono::milliseconds kBetweenFrames{20};

document::SharedPicture previewOf(const Frame& frame) {
    auto picture = std::make_shared<document::Picture>();
    picture->width = frame.width;
    picture->height = frame.height;
    picture->pixels.reserve(frame.luma.size());
    std::ranges::transform(frame.luma, std::back_inserter(picture->pixels), [](std::uint8_t y) {
        return 0xFF000000U | static_cast<std::uint32_t>(y) * 0x010101U;
    });
    return picture;
}

std::string hintKey(FrameHint hint) {
    return hint == FrameHint::none ? std::string() : "camera." + std::string(name(hint));
}

} // namespace

void Effects::carryOut(const command::StartCamera&) {
    cameraOn_ = true;
    at_.cameraWorker.submit([this, visit = visit_](const std::stop_token& stop) {
        const Result<> started = at_.camera.use([&](Camera& camera) { return camera.start(stop); });
        if (!started)
            return answer(visit, event::CameraFailed{started.error()});
        at_.loop.post([this, visit] {
            if (visit == visit_)
                lookThroughCamera();
        });
    });
}

void Effects::carryOut(const command::StopCamera&) {
    cameraOn_ = false;
    at_.cameraWorker.submit([this](const std::stop_token&) {
        const Result<> stopped = at_.camera.use([](Camera& camera) -> Result<> {
            camera.stop();
            return {};
        });
        static_cast<void>(stopped); // a camera that is gone is off
    });
}

void Effects::lookThroughCamera() {
    if (!cameraOn_)
        return;
    at_.cameraWorker.submit([this, visit = visit_](const std::stop_token& stop) {
        const Result<Frame> frame =
            at_.camera.use([&](Camera& camera) { return camera.grab(stop); });
        if (!frame && frame.error().remedy() != Remedy::wait)
            return answer(visit, event::CameraFailed{frame.error()});
        if (frame) {
            event::CameraLooked looked{previewOf(*frame), hintKey(drivers::hintFor(*frame)), {}};
            if (const auto code = at_.readCode(*frame))
                looked.codeText = code->text;
            answer(visit, std::move(looked));
        }
        at_.loop.post([this, visit] {
            at_.loop.after(kBetweenFrames, [this, visit] {
                if (visit == visit_)
                    lookThroughCamera();
            });
        });
    });
}

} // namespace kiosk::visit
