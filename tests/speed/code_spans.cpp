// SPDX-License-Identifier: Apache-2.0
#include "drivers/code_reader/code_reader.h"
#include "tests/speed/span.h"
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

Result<Action> prepareEmpty() {
    return [frame = tests::plainFrame(1280, 720, 120)]() -> Result<> {
        static_cast<void>(drivers::readCode(frame));
        return {};
    };
}

} // namespace

std::vector<Span> codeSpans() {
    return {{"code.read", "QR code in a sharp 1280 x 720 frame", prepareClear},
            {"code.read_blurred", "the same out of focus: second looks", prepareBlurred},
            {"code.empty", "a frame without a code, as all day long", prepareEmpty}};
}

} // namespace kiosk::speed
