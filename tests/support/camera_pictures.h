// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/camera/v4l2/luma.h"

namespace kiosk::tests {

/// A frame in which every pixel says where it stands, so that a swapped row or column shows.
drivers::Frame gradientFrame(int width, int height);

/// Mean absolute difference in levels; 255 when the sizes differ.
double meanDifference(const drivers::Frame& a, const drivers::Frame& b);

/// A baseline grey JPEG file of the frame.
Bytes jpegOf(const drivers::Frame& frame);

/// The bytes a camera sends for this frame in its own size: the reverse of lumaOf().
Bytes packed(const drivers::Frame& frame, drivers::v4l2::PixelFormat format);

/// What V4L2 calls "bytesperline" of such a picture without padding; 0 for mjpg.
int bytesPerLine(int width, drivers::v4l2::PixelFormat format);

/// The frame scaled into width × height with its proportions kept, on a grey ground.
drivers::Frame fitted(const drivers::Frame& frame, int width, int height);

} // namespace kiosk::tests
