// SPDX-License-Identifier: Apache-2.0
#include "firmware/licence/base45.h"
#include "firmware/licence/copy_code.h"
#include "firmware/verify/copy_verifier.h"
#include "tests/fuzz/input.h"

using namespace kiosk;

/// A code that is accepted must be written back as the very text that was read, and without a
/// signer in the trust list nothing about it is ever believed.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = toText(fuzz::input(data, size));
    if (const auto bytes = fromBase45(text))
        fuzz::expectAlways(toBase45(*bytes) == text);
    const auto code = parseCopyCode(text);
    if (!code)
        return 0;
    fuzz::expectAlways(toText(*code) == text);
    const verify::CopySignature signature = verify::CopyVerifier({}).check(*code, {});
    fuzz::expectAlways(signature.finding == verify::CopyFinding::regionUnknown);
    return 0;
}
