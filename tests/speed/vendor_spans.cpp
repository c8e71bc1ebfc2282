// SPDX-License-Identifier: Apache-2.0
#include "drivers/vendor/hosted/hosted.h"
#include "tests/speed/span.h"

namespace kiosk::speed {

namespace {

using namespace drivers;

/// A module that does nothing but answer, and fill the pictures it is asked for.
constexpr const char* kModule = KIOSK_BINARY_DIR "/vendor/unruly.so";

template <auto open>
Result<Action> prepareCall() {
    return [reader = std::shared_ptr(TRY(open(kModule)))]() -> Result<> {
        TRY(reader->findCard({}));
        return {};
    };
}

template <auto open>
Result<Action> preparePicture() {
    return [camera = std::shared_ptr(TRY(open(kModule)))]() -> Result<> {
        static_cast<void>(TRY(camera->grab({})));
        return {};
    };
}

template <auto open>
Result<Action> prepareOpening() {
    return []() -> Result<> {
        static_cast<void>(TRY(open(kModule)));
        return {};
    };
}

} // namespace

std::vector<Span> vendorSpans() {
    return {{"vendor.call", "a supplier's module asked for a card, in its own process",
             prepareCall<openHostedCardReader>},
            {"vendor.call-here", "the same in this process", prepareCall<openVendorCardReader>},
            {"vendor.picture", "1280 x 720 from a supplier's module, in its own process",
             preparePicture<openHostedCamera>},
            {"vendor.picture-here", "the same in this process", preparePicture<openVendorCamera>},
            {"vendor.open", "a supplier's process started, its device opened and closed, its end",
             prepareOpening<openHostedCardReader>}};
}

} // namespace kiosk::speed
