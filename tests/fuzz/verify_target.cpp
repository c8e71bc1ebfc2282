// SPDX-License-Identifier: Apache-2.0
#include "firmware/verify/verifier.h"
#include "tests/fuzz/input.h"
#include "tests/fuzz/loose_package.h"

using namespace kiosk;

/// The input is a sealed licence written out plainly (loose_package.h), judged by a kiosk that
/// trusts nobody: whatever it is, it is not valid.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const verify::Verifier verifier{verify::TrustList{}};
    const auto checked = verifier.check(fuzz::packed(fuzz::input(data, size)), WallTime{});
    if (checked)
        fuzz::expectAlways(checked->verdict.judgement != verify::Judgement::valid &&
                           !checked->verdict.reasons.empty());
    return 0;
}
