// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "drivers/device/device.h"

namespace kiosk::drivers {

/// One picture as brightness only (codes and hints need no colour): rows top to bottom, no padding.
struct Frame {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> luma; ///< width × height

    std::span<const std::uint8_t> row(int y) const {
        return std::span(luma).subspan(static_cast<std::size_t>(y) *
                                           static_cast<std::size_t>(width),
                                       static_cast<std::size_t>(width));
    }
};

/// What a picture as a whole says to the person in front (D10).
enum class FrameHint { none, covered, dark, glare, blurred };
FrameHint hintFor(const Frame& frame);
std::string_view name(FrameHint hint); ///< "glare", as in texts

/// How bright the next pictures are to be.
enum class Exposure {
    automatic, ///< as the camera chooses, which is how it starts
    darker,    ///< one step further than now
    brighter,
};

/// What a camera with its driver can do. The conformance kit holds the driver to it.
struct CameraCapabilities {
    int width = 0; ///< of every frame; 0: each picture has a size of its own
    int height = 0;
    std::string format;           ///< on the wire, as V4L2 names it: "GREY", "MJPG"; else ""
    bool exposureControl = false; ///< the driver can be told to see a brighter or darker picture

    bool operator==(const CameraCapabilities&) const = default;
};

/// Errors: "camera.gone" (technician), "camera.silent" no frame for 2 s (technician),
/// "camera.format-unsupported" (supplier), "camera.damaged-frame" (wait: the next one may be
/// whole). Off outside a visit: nothing is captured between stop() and start().
class Camera : public Device {
public:
    static constexpr std::chrono::milliseconds kLongestCall{3000};

    virtual CameraCapabilities capabilities() const = 0;
    /// Whether it is still there and willing: asked while nobody needs it, changes nothing. At most
    /// 2 s.
    virtual Result<> check(std::stop_token stop) = 0;
    virtual Result<> start(std::stop_token stop) = 0;
    virtual void stop() = 0;
    /// The newest frame, waiting for it at most 2 s.
    virtual Result<Frame> grab(std::stop_token stop) = 0;
    /// For its counters (drivers/device/tally.h): a picture.
    static bool isUse(const Frame&) { return true; }
    /// Where capabilities() say exposureControl; else "camera.no-exposure" (supplier). A step
    /// beyond what the camera can do changes nothing and is no error. At most 1 s.
    virtual Result<> expose(Exposure exposure, std::stop_token stop);
};

} // namespace kiosk::drivers
