// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "drivers/camera/camera.h"

namespace kiosk::tests {

/// A camera module together with the world around its device: what the suite needs to try it. A
/// supplier's module joins with a rig of its own.
class CameraRig {
public:
    virtual ~CameraRig() = default;
    virtual drivers::Camera& camera() = 0;
    /// Puts something before the camera, in the size it sends.
    virtual void show(const drivers::Frame& frame) = 0;
    virtual void unplug() = 0;
    virtual void plugIn() = 0;
    virtual void makeSilent() = 0;
    virtual void damageFrames() = 0;
    virtual void heal() = 0;
    /// Whether the device captures, seen from its own side.
    virtual bool capturing() const = 0;
    /// Mean difference in levels that the way of transport may cause.
    virtual double tolerance() const = 0;
};

struct RigMaker {
    std::string name;
    std::function<std::unique_ptr<CameraRig>()> make;
};

/// The modules this program tries.
std::vector<RigMaker> cameraRigs();

inline constexpr int kRigWidth = 320;
inline constexpr int kRigHeight = 240;

} // namespace kiosk::tests
