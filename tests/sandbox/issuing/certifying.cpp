// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/certifying.h"

namespace kiosk::sandbox {

namespace {

using namespace std::chrono_literals;
using Role = Subject::Role;

/// By a root made for the occasion, whom nobody can know.
Result<Keyholder> certifyUntrusted(const Subject& whom) {
    Subject root = whom;
    root.role = Role::root;
    root.commonName = "外来根证书";
    return TRY(Keyholder::makeRoot(root)).certify(whom);
}

bool needsIssuerBetween(Fault fault) {
    return fault == Fault::issuerWeak || fault == Fault::issuerExpired;
}

bool needsOtherSigner(const Making& making) {
    using enum Fault;
    const Fault fault = making.fault;
    return making.key != KeyKind::sm2 || needsIssuerBetween(fault) || fault == signerNotListed ||
           fault == signerMayNotSign || fault == certificateExpired || fault == signerUntrusted ||
           fault == issuerMayNotIssue || fault == extensionUnknown;
}

} // namespace

Subject subject(const Region& region, const std::string& what, Role role,
                const Validity& validity) {
    return {.organisation = region.name + "证照管理局",
            .commonName = region.name + what,
            .role = role,
            .validFrom = validity.from,
            .validUntil = validity.until};
}

Result<Keyholder> Certifying::issuerBetween(Fault fault, WallTime signedAt) const {
    Subject between = subject(region, "中间证书", Role::root, validity);
    if (fault == Fault::issuerWeak)
        between.key = KeyKind::rsa1024;
    if (fault == Fault::issuerExpired)
        between.validUntil = signedAt - 24h;
    return root.certify(between);
}

Result<std::optional<Certifying::Signer>> Certifying::signerFor(const Making& making,
                                                                WallTime signedAt) const {
    const Fault fault = making.fault;
    if (!needsOtherSigner(making))
        return std::nullopt;
    Subject other = subject(region, "另一签发", Role::signer, validity);
    other.key = making.key;
    if (fault == Fault::signerMayNotSign)
        other.role = Role::cipher;
    if (fault == Fault::certificateExpired)
        other.validUntil = signedAt - 24h;
    if (fault == Fault::extensionUnknown)
        other.criticalExtension = "1.2.156.999.7";
    if (needsIssuerBetween(fault)) {
        const Keyholder between = TRY(issuerBetween(fault, signedAt));
        return Signer{TRY(between.certify(other)), {between.certificate()}};
    }
    if (fault == Fault::issuerMayNotIssue)
        return Signer{TRY(maker.certify(other)), {}};
    if (fault == Fault::signerUntrusted)
        return Signer{TRY(certifyUntrusted(other)), {}};
    return Signer{TRY(root.certify(other)), {}};
}

Result<std::optional<Keyholder>> Certifying::makerFor(Fault fault) const {
    Subject other = subject(region, "另一印章制作", Role::signer, validity);
    switch (fault) {
    case Fault::makerUntrusted:
        return TRY(certifyUntrusted(other));
    case Fault::makerExpired:
        other.validUntil = validity.from + 1h;
        break;
    case Fault::makerMayNotSign:
        other.role = Role::cipher;
        break;
    case Fault::sealAlgorithmWeak:
        other.key = KeyKind::rsa1024;
        break;
    default:
        return std::nullopt;
    }
    return TRY(root.certify(other));
}

Result<Keyholder> Certifying::stamperFor(const Stamping& stamping) const {
    Subject stamper = subject(region, "时间戳", Role::stamper, validity);
    stamper.key = stamping.key;
    return stamping.stamper == Stamping::Stamper::office ? root.certify(stamper)
                                                         : certifyUntrusted(stamper);
}

} // namespace kiosk::sandbox
