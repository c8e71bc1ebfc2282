// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "tests/sandbox/issuing/ses_writer.h"

namespace kiosk::sandbox {

/// One thing done wrong while or after sealing. Everything else about the document stays right, so
/// that a check can be seen to notice just this.
enum class Fault {
    none,
    unsealed,              ///< no signature at all
    contentChanged,        ///< a value on the page altered after sealing
    fileRemoved,           ///< a protected file taken out
    descriptionChanged,    ///< Signature.xml altered after signing
    descriptionUnreadable, ///< Signature.xml is no XML
    listUnreadable,        ///< Signatures.xml is no XML
    valueChanged,          ///< the signature value altered
    valueUnreadable,       ///< SignedValue.dat cut short
    valueRemoved,          ///< SignedValue.dat taken out
    signatureUnknown,      ///< names a signature algorithm nobody knows
    digestUnknown,         ///< names a digest nobody knows
    digestWeak,            ///< protected by MD5 alone
    sealChanged,           ///< the seal's own signature altered
    sealAlgorithmUnknown,  ///< the seal names a signature algorithm nobody knows
    sealCopyDiffers,       ///< Seal.esl is another seal than the one in the value
    signerNotListed,       ///< certified, but not in the seal's list
    signerUntrusted,       ///< certified by an issuer nobody knows
    makerUntrusted,        ///< the seal's maker is certified by an issuer nobody knows
    issuerMayNotIssue,     ///< certified by the seal maker, who may not certify
    signerMayNotSign,      ///< the certificate is for encryption only
    certificateForged,     ///< the signer's certificate altered after certifying
    timeMissing,           ///< says nothing of when it was signed
    certificateExpired,    ///< ended before signing
    sealExpired,           ///< ended before signing
    makerExpired,          ///< the seal maker's certificate ended before the seal was made
    templateUnprotected,   ///< a shown file left out of the digest list
    strangerAdded,         ///< a file nothing shows, added after sealing
    signatureAdded,        ///< a second signature although the first protects the list of them
    valueMoved,            ///< the value names another Signature.xml
    propertyUnclear,       ///< the value names none
};

/// A further signature over the first, as two-step issuing makes it.
enum class SecondSignature {
    none,
    covering, ///< lists everything, the first signature too
    partial,  ///< leaves out a shown file that the first one lists
};

/// How a document is to be sealed; what is not said is as the best issuers do it.
struct Making {
    SealLayout layout = SealLayout::v4;
    SignerNaming naming = SignerNaming::certificate;
    Fault fault = Fault::none;
    SecondSignature second = SecondSignature::none;
    KeyKind key = KeyKind::sm2; ///< the signer's
    /// Makes a time stamp token, as SignedContent::stamp has it.
    std::function<Result<Bytes>(ByteView)> stamp = {};
};

} // namespace kiosk::sandbox
