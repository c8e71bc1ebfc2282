// SPDX-License-Identifier: Apache-2.0
#include "firmware/verify/reasons.h"

#include <algorithm>
#include <array>

namespace kiosk::verify {

namespace {

using enum Reason::Severity;
using enum NextStep;

struct Row {
    Reason reason;
    NextStep next;
};

/// In the order of Why.
const std::array kRows{
    Row{{"unsigned", "document", doubt}, askIssuer},
    Row{{"seal.list-unreadable", "document", doubt}, goToCounter},
    Row{{"seal.description-unreadable", "document", doubt}, goToCounter},
    Row{{"seal.digest-wrong", "references", fault}, askIssuer},
    Row{{"seal.file-missing", "references", fault}, askIssuer},
    Row{{"seal.signature-added", "references", fault}, askIssuer},
    Row{{"seal.digest-weak", "references", doubt}, askIssuer},
    Row{{"seal.digest-unknown", "references", doubt}, goToCounter},
    Row{{"pdf.range-wrong", "references", fault}, askIssuer},
    Row{{"pdf.range-torn", "references", fault}, askIssuer},
    Row{{"pdf.range-shared", "references", fault}, askIssuer},
    Row{{"pdf.ranges-overlap", "references", fault}, askIssuer},
    Row{{"seal.partly-protected", "coverage", doubt}, goToCounter},
    Row{{"seal.file-outside", "coverage", note}, nothing},
    Row{{"pdf.appended", "coverage", doubt}, goToCounter},
    Row{{"pdf.changed-after-signing", "coverage", fault}, askIssuer},
    Row{{"pdf.revised", "coverage", note}, nothing},
    Row{{"seal.data-hash-wrong", "dataHash", fault}, askIssuer},
    Row{{"seal.data-digest-weak", "dataHash", doubt}, askIssuer},
    Row{{"seal.data-digest-unknown", "dataHash", doubt}, goToCounter},
    Row{{"seal.wrapped", "dataHash", fault}, askIssuer},
    Row{{"seal.property-unclear", "dataHash", doubt}, goToCounter},
    Row{{"seal.signature-wrong", "signature", fault}, askIssuer},
    Row{{"seal.algorithm-unknown", "signature", doubt}, goToCounter},
    Row{{"seal.algorithm-misfit", "signature", fault}, askIssuer},
    Row{{"seal.algorithm-weak", "signature", doubt}, askIssuer},
    Row{{"seal.content-type-wrong", "signature", fault}, askIssuer},
    Row{{"seal.malformed", "signature", doubt}, goToCounter},
    Row{{"seal.value-missing", "signature", doubt}, goToCounter},
    Row{{"seal.version", "signature", doubt}, goToCounter},
    Row{{"seal.several-signers", "signature", doubt}, goToCounter},
    Row{{"seal.signer-certificate", "signature", doubt}, goToCounter},
    Row{{"seal.certificate", "signature", doubt}, goToCounter},
    Row{{"seal.seal-signature-wrong", "sealSignature", fault}, askIssuer},
    Row{{"seal.seal-algorithm-unknown", "sealSignature", doubt}, goToCounter},
    Row{{"seal.seal-algorithm-misfit", "sealSignature", fault}, askIssuer},
    Row{{"seal.seal-algorithm-weak", "sealSignature", doubt}, askIssuer},
    Row{{"seal.maker-certificate", "sealSignature", doubt}, goToCounter},
    Row{{"seal.copy-differs", "sealSignature", note}, nothing},
    Row{{"seal.signer-not-listed", "signerListed", fault}, askIssuer},
    Row{{"seal.signer-unnamed", "chain", doubt}, goToCounter},
    Row{{"seal.chain-untrusted", "chain", doubt}, goToCounter},
    Row{{"seal.maker-untrusted", "chain", doubt}, goToCounter},
    Row{{"seal.certificate-forged", "chain", fault}, askIssuer},
    Row{{"seal.issuer-may-not-issue", "chain", doubt}, goToCounter},
    Row{{"seal.extension-unknown", "chain", doubt}, goToCounter},
    Row{{"seal.chain-weak", "chain", doubt}, askIssuer},
    Row{{"seal.signer-may-not-sign", "chain", fault}, askIssuer},
    Row{{"seal.maker-may-not-sign", "chain", fault}, askIssuer},
    Row{{"seal.expired-at-signing", "validAtSigning", fault}, askIssuer},
    Row{{"seal.certificate-expired-at-signing", "validAtSigning", fault}, askIssuer},
    Row{{"seal.issuer-expired-at-signing", "validAtSigning", fault}, askIssuer},
    Row{{"seal.maker-expired-at-making", "validAtSigning", fault}, askIssuer},
    Row{{"seal.time-missing", "validAtSigning", doubt}, goToCounter},
    Row{{"seal.clock-doubtful", "validAtSigning", doubt}, callStaff},
    Row{{"seal.time-stamp-wrong", "validAtSigning", fault}, askIssuer},
    Row{{"seal.time-stamp-forged", "validAtSigning", fault}, askIssuer},
    Row{{"seal.time-stamp-disagrees", "validAtSigning", doubt}, goToCounter},
    Row{{"seal.time-stamp-unknown", "validAtSigning", note}, nothing},
    Row{{"seal.time-stamp-untrusted", "validAtSigning", note}, nothing},
    Row{{"seal.expired", "validToday", note}, nothing},
    Row{{"seal.certificate-expired", "validToday", note}, nothing},
    Row{{"seal.maker-expired", "validToday", note}, nothing},
};

static_assert(kRows.size() == static_cast<std::size_t>(Why::makerEndedSince) + 1);

bool any(std::span<const Reason> reasons, Reason::Severity severity) {
    return std::ranges::find(reasons, severity, &Reason::severity) != reasons.end();
}

} // namespace

Reason reasonFor(Why why) {
    return kRows.at(static_cast<std::size_t>(why)).reason;
}

std::vector<Reason> allReasons() {
    std::vector<Reason> all;
    std::ranges::transform(kRows, std::back_inserter(all), &Row::reason);
    return all;
}

NextStep nextStep(const Verdict& verdict) {
    const auto gravest = std::ranges::max_element(verdict.reasons, {}, &Reason::severity);
    if (gravest == verdict.reasons.end() || gravest->severity == note)
        return nothing;
    const auto row =
        std::ranges::find(kRows, gravest->code,
                          [](const Row& each) -> const std::string& { return each.reason.code; });
    return row == kRows.end() ? goToCounter : row->next;
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
