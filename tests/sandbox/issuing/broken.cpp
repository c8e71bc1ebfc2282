// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/broken.h"

#include <array>

namespace kiosk::sandbox {

namespace {

Broken by(std::string_view reason, Fault fault) {
    return {.reason = reason, .making = {.fault = fault}};
}

/// In the order of the verifier's reasons.
const std::array kBroken{
    by("unsigned", Fault::unsealed),
    by("seal.list-unreadable", Fault::listUnreadable),
    by("seal.description-unreadable", Fault::descriptionUnreadable),
    by("seal.digest-wrong", Fault::contentChanged),
    by("seal.file-missing", Fault::fileRemoved),
    by("seal.digest-weak", Fault::digestWeak),
    by("seal.digest-unknown", Fault::digestUnknown),
    by("seal.partly-protected", Fault::templateUnprotected),
    by("seal.file-outside", Fault::strangerAdded),
    by("seal.signature-added", Fault::signatureAdded),
    by("seal.data-hash-wrong", Fault::descriptionChanged),
    by("seal.wrapped", Fault::valueMoved),
    by("seal.property-unclear", Fault::propertyUnclear),
    by("seal.signature-wrong", Fault::valueChanged),
    by("seal.algorithm-unknown", Fault::signatureUnknown),
    by("seal.malformed", Fault::valueUnreadable),
    by("seal.value-missing", Fault::valueRemoved),
    by("seal.seal-signature-wrong", Fault::sealChanged),
    by("seal.seal-algorithm-unknown", Fault::sealAlgorithmUnknown),
    by("seal.copy-differs", Fault::sealCopyDiffers),
    by("seal.signer-not-listed", Fault::signerNotListed),
    Broken{.reason = "seal.signer-unnamed", .making = {.layout = SealLayout::bareSm2}},
    by("seal.chain-untrusted", Fault::signerUntrusted),
    by("seal.maker-untrusted", Fault::makerUntrusted),
    by("seal.certificate-forged", Fault::certificateForged),
    by("seal.issuer-may-not-issue", Fault::issuerMayNotIssue),
    by("seal.signer-may-not-sign", Fault::signerMayNotSign),
    by("seal.expired-at-signing", Fault::sealExpired),
    by("seal.certificate-expired-at-signing", Fault::certificateExpired),
    by("seal.maker-expired-at-making", Fault::makerExpired),
    by("seal.time-missing", Fault::timeMissing),
    Broken{.reason = "seal.clock-doubtful", .making = {}, .signedAhead = std::chrono::hours(24)},
    by("seal.expired", Fault::sealExpired),
    by("seal.certificate-expired", Fault::certificateExpired),
};

} // namespace

std::span<const Broken> brokenLicences() {
    return kBroken;
}

} // namespace kiosk::sandbox
