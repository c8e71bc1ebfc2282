// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/seal/signature.h"
#include "tests/sandbox/issuing/keyholder.h"

namespace kiosk::tests {

inline const WallTime kHoldersTime = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);

/// What is not said of a subject: an invented office whose certificate holds a year to both sides.
inline sandbox::Subject named(sandbox::Subject subject) {
    subject.organisation = "云州市";
    if (subject.commonName.empty())
        subject.commonName = "云州市测试";
    if (subject.validFrom == WallTime{})
        subject.validFrom = kHoldersTime - std::chrono::days(365);
    if (subject.validUntil == WallTime{})
        subject.validUntil = kHoldersTime + std::chrono::days(365);
    return subject;
}

inline sandbox::Keyholder selfSigned(const sandbox::Subject& subject) {
    return sandbox::Keyholder::makeRoot(named(subject)).value();
}

inline sandbox::Keyholder certified(const sandbox::Keyholder& issuer,
                                    const sandbox::Subject& subject) {
    return issuer.certify(named(subject)).value();
}

inline sandbox::Keyholder root(const std::string& name = "云州市根") {
    return selfSigned({.commonName = name, .role = sandbox::Subject::Role::root});
}

} // namespace kiosk::tests
