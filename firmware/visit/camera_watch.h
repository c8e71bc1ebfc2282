// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/camera/camera.h"
#include "drivers/code_reader/code_reader.h"
#include "drivers/device/slot.h"
#include "firmware/base/event_loop.h"
#include "firmware/base/worker.h"
#include "firmware/visit/event.h"
#include "firmware/visit/exposure_guide.h"
#include "firmware/visit/newest.h"

namespace kiosk::visit {

/// What the watch looks with.
struct CameraParts {
    EventLoop& loop;
    drivers::Slot<drivers::Camera>& camera;
    Worker& cameraWorker; ///< grabs and shows
    Worker& codeWorker;   ///< looks for codes
    /// On the code worker.
    const std::function<std::optional<drivers::Code>(const drivers::Frame&)>& readCode;
};

/// The camera while a visit looks through it. Its picture goes to the screen as fast as frames
/// come; codes are looked for beside that, on another thread, in the newest frame there is. So a
/// decoder that takes long sees fewer frames and costs the picture nothing. Nothing is captured
/// between stop() and start(), and nothing is told that was seen before. Loop thread only.
class CameraWatch {
public:
    using Deliver = std::function<void(const Event&)>; ///< CameraLooked, CodeSeen, CameraFailed

    /// The parts outlive the watch, and the workers run no job of it after its end.
    CameraWatch(CameraParts parts, Deliver deliver) : at_(parts), deliver_(std::move(deliver)) {}

    void start();
    /// Harmless while it is off.
    void stop();

private:
    using Frames = Newest<drivers::Frame>;

    void look();
    void show(std::uint64_t turn, const std::shared_ptr<Frames>& frames, drivers::FrameHint hint,
              drivers::Frame frame);
    void expose(drivers::FrameHint hint, const std::stop_token& stop);
    void readCodes(std::uint64_t turn, Frames& frames, const std::stop_token& stop);
    void tell(std::uint64_t turn, Event event);

    CameraParts at_;
    Deliver deliver_;
    std::uint64_t turn_ = 0; ///< counts starts and stops: answers carry the number of theirs
    bool on_ = false;
    std::shared_ptr<Frames> frames_;
    ExposureGuide exposure_; ///< of this look; on the camera's worker
};

} // namespace kiosk::visit
