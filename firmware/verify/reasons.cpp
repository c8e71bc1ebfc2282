// SPDX-License-Identifier: Apache-2.0
#include "firmware/verify/reasons.h"

#include <algorithm>
#include <array>

namespace kiosk::verify {

namespace {

using enum Reason::Severity;

/// In the order of Why.
const std::array kReasons{
    Reason{"unsigned", "document", doubt},
    Reason{"seal.list-unreadable", "document", doubt},
    Reason{"seal.description-unreadable", "document", doubt},
    Reason{"seal.digest-wrong", "references", fault},
    Reason{"seal.file-missing", "references", fault},
    Reason{"seal.signature-added", "references", fault},
    Reason{"seal.digest-weak", "references", doubt},
    Reason{"seal.digest-unknown", "references", doubt},
    Reason{"pdf.range-wrong", "references", fault},
    Reason{"pdf.range-torn", "references", fault},
    Reason{"pdf.range-shared", "references", fault},
    Reason{"pdf.ranges-overlap", "references", fault},
    Reason{"seal.partly-protected", "coverage", doubt},
    Reason{"seal.file-outside", "coverage", note},
    Reason{"pdf.appended", "coverage", doubt},
    Reason{"pdf.changed-after-signing", "coverage", fault},
    Reason{"pdf.revised", "coverage", note},
    Reason{"seal.data-hash-wrong", "dataHash", fault},
    Reason{"seal.data-digest-weak", "dataHash", doubt},
    Reason{"seal.data-digest-unknown", "dataHash", doubt},
    Reason{"seal.wrapped", "dataHash", fault},
    Reason{"seal.property-unclear", "dataHash", doubt},
    Reason{"seal.signature-wrong", "signature", fault},
    Reason{"seal.algorithm-unknown", "signature", doubt},
    Reason{"seal.algorithm-misfit", "signature", fault},
    Reason{"seal.algorithm-weak", "signature", doubt},
    Reason{"seal.content-type-wrong", "signature", fault},
    Reason{"seal.malformed", "signature", doubt},
    Reason{"seal.value-missing", "signature", doubt},
    Reason{"seal.version", "signature", doubt},
    Reason{"seal.several-signers", "signature", doubt},
    Reason{"seal.signer-certificate", "signature", doubt},
    Reason{"seal.certificate", "signature", doubt},
    Reason{"seal.seal-signature-wrong", "sealSignature", fault},
    Reason{"seal.seal-algorithm-unknown", "sealSignature", doubt},
    Reason{"seal.seal-algorithm-misfit", "sealSignature", fault},
    Reason{"seal.seal-algorithm-weak", "sealSignature", doubt},
    Reason{"seal.maker-certificate", "sealSignature", doubt},
    Reason{"seal.copy-differs", "sealSignature", note},
    Reason{"seal.signer-not-listed", "signerListed", fault},
    Reason{"seal.signer-unnamed", "chain", doubt},
    Reason{"seal.chain-untrusted", "chain", doubt},
    Reason{"seal.maker-untrusted", "chain", doubt},
    Reason{"seal.certificate-forged", "chain", fault},
    Reason{"seal.issuer-may-not-issue", "chain", doubt},
    Reason{"seal.extension-unknown", "chain", doubt},
    Reason{"seal.chain-weak", "chain", doubt},
    Reason{"seal.signer-may-not-sign", "chain", fault},
    Reason{"seal.maker-may-not-sign", "chain", fault},
    Reason{"seal.expired-at-signing", "validAtSigning", fault},
    Reason{"seal.certificate-expired-at-signing", "validAtSigning", fault},
    Reason{"seal.issuer-expired-at-signing", "validAtSigning", fault},
    Reason{"seal.maker-expired-at-making", "validAtSigning", fault},
    Reason{"seal.time-missing", "validAtSigning", doubt},
    Reason{"seal.clock-doubtful", "validAtSigning", doubt},
    Reason{"seal.time-stamp-wrong", "validAtSigning", fault},
    Reason{"seal.time-stamp-forged", "validAtSigning", fault},
    Reason{"seal.time-stamp-disagrees", "validAtSigning", doubt},
    Reason{"seal.time-stamp-unknown", "validAtSigning", note},
    Reason{"seal.time-stamp-untrusted", "validAtSigning", note},
    Reason{"seal.expired", "validToday", note},
    Reason{"seal.certificate-expired", "validToday", note},
    Reason{"seal.maker-expired", "validToday", note},
};

static_assert(kReasons.size() == static_cast<std::size_t>(Why::makerEndedSince) + 1);

bool any(std::span<const Reason> reasons, Reason::Severity severity) {
    return std::ranges::find(reasons, severity, &Reason::severity) != reasons.end();
}

} // namespace

Reason reasonFor(Why why) {
    return kReasons.at(static_cast<std::size_t>(why));
}

std::span<const Reason> allReasons() {
    return kReasons;
}

LayerState stateOf(std::span<const Why> findings) {
    std::vector<Reason> reasons;
    std::ranges::transform(findings, std::back_inserter(reasons), reasonFor);
    if (any(reasons, fault))
        return LayerState::failed;
    return any(reasons, doubt) ? LayerState::unknown : LayerState::ok;
}

Judgement judgementFrom(std::span<const Reason> reasons) {
    if (any(reasons, fault))
        return Judgement::notValid;
    return any(reasons, doubt) ? Judgement::cannotTell : Judgement::valid;
}

} // namespace kiosk::verify
