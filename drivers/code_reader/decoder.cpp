// SPDX-License-Identifier: Apache-2.0
#include "drivers/code_reader/decoder.h"

#include <ZXing/ReadBarcode.h>

namespace kiosk::drivers {

namespace {

/// Larger pictures come from files alone; the decoder's own time and memory grow with them.
constexpr std::size_t kLargestFrame = 40'000'000;

/// Only QR: the library's readers for other codes read past their buffers on hostile pictures.
ZXing::DecodeHints hints() {
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::QRCode);
    hints.setTryHarder(true);
    hints.setTryDownscale(true);
    hints.setTryRotate(false); // QR is found at any angle without
    hints.setMaxNumberOfSymbols(1);
    return hints;
}

} // namespace

bool isWhole(const Frame& frame) {
    return frame.width > 0 && frame.height > 0 && frame.luma.size() <= kLargestFrame &&
           frame.luma.size() ==
               static_cast<std::size_t>(frame.width) * static_cast<std::size_t>(frame.height);
}

std::optional<Code> decode(const Frame& frame) {
    const ZXing::ImageView view(frame.luma.data(), frame.width, frame.height,
                                ZXing::ImageFormat::Lum);
    try {
        const ZXing::Result result = ZXing::ReadBarcode(view, hints());
        if (result.isValid() && !result.isPartOfSequence())
            return Code{result.text()};
    } catch (const std::exception&) { // a picture the decoder gives up on holds no code for us
    }
    return std::nullopt;
}

} // namespace kiosk::drivers
