// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "firmware/verify/verdict.h"

namespace kiosk::verify {

/// Everything a verdict can rest on. A reason is added here, in the table of reasons.cpp, and in
/// assets/texts; nowhere are codes written as text.
enum class Why {
    unsignedDocument,
    signatureListUnreadable,
    descriptionUnreadable,
    fileChanged,
    fileMissing,
    digestWeak,
    digestUnknown,
    partlyProtected,
    strangerFile,
    descriptionChanged,
    signatureWrong,
    signatureAlgorithmUnknown,
    valueUnreadable,
    valueMissing,
    sealSignatureWrong,
    sealAlgorithmUnknown,
    sealCopyDiffers,
    signerNotListed,
    signerUnnamed,
    signerIssuerUnknown,
    makerIssuerUnknown,
    certificateForged,
    issuerMayNotIssue,
    signerMayNotSign,
    sealNotValidAtSigning,
    certificateNotValidAtSigning,
    makerNotValidAtMaking,
    signingTimeMissing,
    signingTimeAhead,
    sealEndedSince,
    certificateEndedSince,
};

/// The reason as a verdict shows it.
Reason reasonFor(Why why);

/// All of them, in the order of the enumeration.
std::span<const Reason> allReasons();

/// What one layer's findings mean: a fault fails it, a doubt leaves it unknown.
LayerState stateOf(std::span<const Why> findings);

/// What the reasons together mean.
Judgement judgementFrom(std::span<const Reason> reasons);

} // namespace kiosk::verify
