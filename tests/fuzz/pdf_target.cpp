// SPDX-License-Identifier: Apache-2.0
#include "firmware/verify/verifier.h"
#include "tests/fuzz/input.h"

using namespace kiosk;

/// A PDF's structure and signatures, judged by a kiosk that trusts nobody; and what two revisions
/// would be compared by.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const verify::Verifier verifier{verify::TrustList{}};
    const ByteView file = fuzz::input(data, size);
    const auto checked = verifier.checkPdf(file, WallTime{});
    if (checked)
        fuzz::expectAlways(checked->verdict.judgement != verify::Judgement::valid &&
                           !checked->verdict.reasons.empty() && !checked->file.pages.empty());
    static_cast<void>(document::pdf::shownContent(file));
    return 0;
}
