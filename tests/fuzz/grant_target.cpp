// SPDX-License-Identifier: Apache-2.0
#include "firmware/licence/grant.h"
#include "firmware/verify/grant_verifier.h"
#include "tests/fuzz/input.h"

using namespace kiosk;

/// A grant that is accepted must be written back as the very text that was read, and without a
/// signer in the trust list nobody may act by it.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = toText(fuzz::input(data, size));
    const auto grant = parseGrant(text);
    if (!grant)
        return 0;
    fuzz::expectAlways(toText(*grant) == text);
    const verify::GrantVerifier nobody({});
    fuzz::expectAlways(!nobody.objection(*grant, grant->bearer, grant->from, {}).empty());
    return 0;
}
