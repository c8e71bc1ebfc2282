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
    signatureAdded,
    digestWeak,
    digestUnknown,
    rangeWrong,
    rangeTorn,
    rangeShared,
    rangesOverlap,
    partlyProtected,
    strangerFile,
    appendedAfterSigning,
    changedAfterSigning,
    revisedBetweenSignatures,
    dataChanged,
    dataDigestWeak,
    dataDigestUnknown,
    wrappedSignature,
    propertyUnclear,
    signatureWrong,
    signatureAlgorithmUnknown,
    signatureAlgorithmMisfit,
    signatureAlgorithmWeak,
    contentTypeWrong,
    valueUnreadable,
    valueMissing,
    versionUnknown,
    severalSigners,
    signerCertificateMissing,
    certificateUnreadable,
    sealSignatureWrong,
    sealAlgorithmUnknown,
    sealAlgorithmMisfit,
    sealAlgorithmWeak,
    makerCertificateUnreadable,
    sealCopyDiffers,
    signerNotListed,
    signerUnnamed,
    signerIssuerUnknown,
    makerIssuerUnknown,
    certificateForged,
    issuerMayNotIssue,
    extensionUnknown,
    chainWeak,
    signerMayNotSign,
    makerMayNotSign,
    sealNotValidAtSigning,
    certificateNotValidAtSigning,
    issuerNotValidAtSigning,
    makerNotValidAtMaking,
    signingTimeMissing,
    signingTimeAhead,
    timeStampWrong,
    timeStampForged,
    timeStampDisagrees,
    timeStampUnknown,
    timeStampUntrusted,
    sealEndedSince,
    certificateEndedSince,
    makerEndedSince,
};

/// The reason as a verdict shows it.
Reason reasonFor(Why why);

/// All of them, in the order of the enumeration.
std::vector<Reason> allReasons();

/// What the gravest of its reasons calls for.
NextStep nextStep(const Verdict& verdict);

/// What one layer's findings mean: a fault fails it, a doubt leaves it unknown.
LayerState stateOf(std::span<const Why> findings);

/// What the reasons together mean.
Judgement judgementFrom(std::span<const Reason> reasons);

} // namespace kiosk::verify
