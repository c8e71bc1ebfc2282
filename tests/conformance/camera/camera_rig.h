// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "drivers/camera/camera.h"
#include "tests/conformance/kit/case.h"

namespace kiosk::tests {

/// A camera module together with the world around its device: what a supplier writes to have a
/// camera judged by this suite.
class CameraRig {
public:
    virtual ~CameraRig() = default;
    virtual drivers::Camera& camera() = 0;
    /// Puts something before the camera, in the size it sends.
    virtual void show(const drivers::Frame& frame) = 0;
    virtual void unplug() = 0;
    virtual void plugIn() = 0;
    /// Opens it anew; camera() is another object afterwards.
    virtual void openAnew() = 0;
    virtual void makeSilent() = 0;
    virtual void damageFrames() = 0;
    virtual void heal() = 0;
    /// Whether the device captures, seen from its own side.
    virtual bool capturing() const = 0;
    /// Mean difference in levels that the way of transport may cause.
    virtual double tolerance() const = 0;
};

/// What every camera must do.
std::span<const Case<CameraRig>> cameraCases();

/// The size of what stands before a camera whose pictures each have their own.
inline constexpr int kRigWidth = 320;
inline constexpr int kRigHeight = 240;

} // namespace kiosk::tests
