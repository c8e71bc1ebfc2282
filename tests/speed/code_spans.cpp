// SPDX-License-Identifier: Apache-2.0
#include "drivers/code_reader/code_search.h"
#include "firmware/visit/preview.h"
#include "tests/speed/span.h"
#include "tests/support/clutter.h"
#include "tests/support/code_pictures.h"
#include "tests/support/sample_copy_code.h"

namespace kiosk::speed {

namespace {

using tests::CodePicture;

const std::string kText = toText(tests::sampleCopyCode());

Result<> expectCode(const drivers::Frame& frame) {
    const auto code = drivers::readCode(frame);
    if (!code || code->text != kText)
        return fail(ErrorKind::internal, "speed.code-not-read", Remedy::supplier);
    return {};
}

Result<Action> prepare(CodePicture how) {
    how.width = 1280;
    how.height = 720;
    return [frame = tests::drawCode(kText, how)] { return expectCode(frame); };
}

Result<Action> prepareClear() {
    return prepare({.degrees = 17});
}

Result<Action> prepareBlurred() {
    return prepare({.modulePixels = 3, .degrees = 17, .blurPixels = 1.2});
}

constexpr int kFramesOfStream = 30;

/// A second of a stream, as the visit looks at it.
Result<> search(const drivers::Frame& frame) {
    drivers::CodeSearch search;
    for (int i = 0; i < kFramesOfStream; ++i)
        static_cast<void>(search.look(frame));
    return {};
}

Result<Action> prepareEmpty() {
    return [frame = tests::groundFrame(1280, 720)] { return search(frame); };
}

/// What the decoder would take for each of them.
Result<Action> prepareDecodedEmpty() {
    return [frame = tests::groundFrame(1280, 720)]() -> Result<> {
        for (int i = 0; i < kFramesOfStream; ++i)
            static_cast<void>(drivers::decode(frame));
        return {};
    };
}

/// What the camera's own worker does with each frame besides grabbing it.
Result<Action> preparePreview() {
    return [frame = tests::clutterFrame(1280, 720, 1)]() -> Result<> {
        static_cast<void>(drivers::hintFor(frame));
        if (visit::previewOf(frame)->pixels.empty())
            return fail(ErrorKind::internal, "speed.no-preview", Remedy::supplier);
        return {};
    };
}

} // namespace

std::vector<Span> codeSpans() {
    return {{"code.read", "QR code in a sharp 1280 x 720 frame", prepareClear},
            {"code.read_blurred", "the same out of focus: second looks", prepareBlurred},
            {"camera.preview", "a 1280 x 720 frame made ready for the viewfinder, and its hint",
             preparePreview},
            {"code.empty", "30 cluttered frames without a code, as all day long", prepareEmpty},
            {"code.empty_decoded", "the same 30, each one decoded", prepareDecodedEmpty}};
}

} // namespace kiosk::speed
