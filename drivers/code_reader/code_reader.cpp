// SPDX-License-Identifier: Apache-2.0
#include "drivers/code_reader/code_reader.h"

#include <ZXing/ReadBarcode.h>

#include "drivers/code_reader/enhance.h"
#include "drivers/code_reader/finder.h"

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

std::optional<Code> readPlain(const Frame& frame) {
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

bool isWhole(const Frame& frame) {
    return frame.width > 0 && frame.height > 0 && frame.luma.size() <= kLargestFrame &&
           frame.luma.size() ==
               static_cast<std::size_t>(frame.width) * static_cast<std::size_t>(frame.height);
}

/// What a second look costs is spent only where something like a code stands: an empty picture is
/// the ordinary case all day long.
std::optional<Code> readWithRetries(const Frame& frame) {
    using Enhancement = Frame (*)(const Frame&);
    constexpr Enhancement kLadder[] = {smoothed, sharpened, enlarged};
    for (const Enhancement enhance : kLadder) {
        if (auto code = readPlain(enhance(frame)))
            return code;
    }
    return std::nullopt;
}

} // namespace

std::optional<Code> readCode(const Frame& frame) {
    if (!isWhole(frame))
        return std::nullopt;
    if (auto code = readPlain(frame))
        return code;
    const FinderTraces traces = findFinderTraces(frame);
    std::optional<Code> code;
    if (traces.darkOnLight)
        code = readWithRetries(frame);
    if (!code && traces.lightOnDark)
        code = readPlain(inverted(frame));
    return code;
}

} // namespace kiosk::drivers
