// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include "tests/speed/codes/code_frames.h"

namespace kiosk::speed {

/// What a reader made of one frame.
struct Seen {
    double cpuMs = 0;
    std::string text; ///< empty: nothing found
};

/// A reader of QR codes beside ours.
class FrameReader {
public:
    virtual ~FrameReader() = default;
    virtual std::string name() const = 0;
    /// What it makes of each, one after the other; nothing where it is not here.
    virtual std::optional<std::vector<Seen>> read(const std::vector<CodeFrame>& frames) = 0;
};

/// Whole pictures, every look that helps: readCode().
std::unique_ptr<FrameReader> ourReader();
/// The frames as a camera's stream: CodeSearch.
std::unique_ptr<FrameReader> ourSearch();
/// Debian's ZXing-C++ as it is, all that it offers for QR switched on.
std::unique_ptr<FrameReader> bareZxing();
/// zbar, where it was found when this was built.
std::unique_ptr<FrameReader> zbar();
/// The newest ZXing-C++ that npm gave: `zxing-wasm` in the folder KIOSK_SPEED_MODULES, under node.
/// Its name holds the version once it has read.
std::unique_ptr<FrameReader> newestZxing();

} // namespace kiosk::speed
