// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <set>

#include "firmware/seal/certificate.h"
#include "firmware/verify/verifier.h"
#include "tests/support/sample_licences.h"

namespace kiosk::tests {

inline verify::TrustList trustIn(const SampleOffice& office) {
    return {seal::certificatesInPem(office.issuer().rootPem()).value()};
}

inline verify::Verdict verdictOn(ByteView file, const verify::TrustList& trust,
                                 WallTime now = kIssuingTime) {
    return verify::Verifier(trust).check(file, now).value().verdict;
}

/// The codes of a verdict's reasons, in their order.
inline std::vector<std::string> codes(const verify::Verdict& verdict) {
    std::vector<std::string> all;
    std::ranges::transform(verdict.reasons, std::back_inserter(all), &verify::Reason::code);
    return all;
}

using Codes = std::vector<std::string>;

} // namespace kiosk::tests
