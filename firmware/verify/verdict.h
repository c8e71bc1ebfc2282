// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/base/clock.h"
#include "firmware/document/document.h"

namespace kiosk::verify {

/// Three answers, never two: what could not be established is `cannotTell`, never `valid`.
enum class Judgement { valid, notValid, cannotTell };

/// One layer of the check, shown separately (V1).
enum class LayerState { ok, failed, unknown };

/// Why: a closed list. Each has a text, a voice and a next step in assets/texts under
/// "reason.<code>".
struct Reason {
    enum class Severity {
        note,
        doubt,
        fault
    }; ///< fault → notValid; doubt → cannotTell; note changes nothing

    std::string code;  ///< "seal.signature-wrong"
    std::string layer; ///< "references", "dataHash", "signature", …
    Severity severity = Severity::doubt;

    bool operator==(const Reason&) const = default;
};

/// What a citizen can do about a verdict that is not "valid" (V2).
enum class NextStep {
    nothing,
    askIssuer,   ///< the file is at fault: have it confirmed or issued again
    goToCounter, ///< this kiosk does not know enough; somebody at the counter may
    callStaff,   ///< this kiosk is at fault
};

/// The layers of one signature in the order they are checked. A layer that this kind of signature
/// does not have stays `unknown`, and no reason speaks of it.
struct SignatureCheck {
    std::string kind; ///< "SES v4", "CMS", "PDF CMS", "PDF SES v4", "PDF time stamp", …
    LayerState references = LayerState::unknown;
    LayerState dataHash = LayerState::unknown;
    LayerState signature = LayerState::unknown;
    LayerState sealSignature = LayerState::unknown;
    LayerState signerListed = LayerState::unknown;
    LayerState chain = LayerState::unknown;
    LayerState validAtSigning = LayerState::unknown;
    LayerState validToday = LayerState::unknown;
    std::optional<WallTime> signedAt;
    std::string signer; ///< common name in the certificate
    std::string issuer;
    std::string sealName;
};

/// What the kiosk says of a document. A verdict "notValid" is a success of verification.
struct Verdict {
    Judgement judgement = Judgement::cannotTell;
    std::vector<Reason> reasons;
    std::vector<SignatureCheck> signatures;
    WallTime checkedAt{};
};

std::string_view name(Judgement judgement);
std::string_view name(LayerState state);
std::string_view name(Reason::Severity severity);

} // namespace kiosk::verify
