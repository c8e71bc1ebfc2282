// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>

#include "tests/sandbox/issuing/pdf_sealing.h"
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
    valueVersionUnknown,   ///< the value is of a layout nobody knows
    signatureUnknown,      ///< names a signature algorithm nobody knows
    signatureMisfit,       ///< names a signature algorithm that is not for the signer's key
    digestUnknown,         ///< names a digest nobody knows
    digestWeak,            ///< protected by MD5 alone
    sealChanged,           ///< the seal's own signature altered
    sealAlgorithmUnknown,  ///< the seal names a signature algorithm nobody knows
    sealAlgorithmMisfit,   ///< the seal names one that is not for its maker's key
    sealAlgorithmWeak,     ///< the seal's maker has a key too short to be safe
    sealCopyDiffers,       ///< Seal.esl is another seal than the one in the value
    signerNotListed,       ///< certified, but not in the seal's list
    signerUntrusted,       ///< certified by an issuer nobody knows
    makerUntrusted,        ///< the seal's maker is certified by an issuer nobody knows
    makerMayNotSign,       ///< the seal maker's certificate is for encryption only
    makerUnreadable,       ///< the seal maker's certificate is cut short
    issuerMayNotIssue,     ///< certified by the seal maker, who may not certify
    issuerWeak,            ///< certified by an issuer between whose key is too short to be safe
    issuerExpired,         ///< certified by an issuer between who had ended before signing
    extensionUnknown,      ///< certified with a critical extension nobody knows
    signerMayNotSign,      ///< the certificate is for encryption only
    signerUnreadable,      ///< the signer's certificate is cut short
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

/// A time stamp over the signature; what is not said is right.
struct Stamping {
    enum class Stamper {
        office,  ///< certified by the office's root
        stranger ///< by a root nobody knows
    };

    std::chrono::seconds late{0}; ///< after the time the signer states
    enum class Over { value, other } over = Over::value;
    CmsFault fault = CmsFault::none;
    Stamper stamper = Stamper::office;
    KeyKind key = KeyKind::sm2; ///< the stamper's
};

/// How a document is to be sealed; what is not said is as the best issuers do it.
struct Making {
    SealLayout layout = SealLayout::v4;
    SignerNaming naming = SignerNaming::certificate;
    Fault fault = Fault::none;
    SecondSignature second = SecondSignature::none;
    KeyKind key = KeyKind::sm2;    ///< the signer's
    CmsFault cms = CmsFault::none; ///< in SignedData only
    std::optional<Stamping> stamping = {};
};

/// How a PDF is to be sealed; what is not said is as the best issuers do it.
struct PdfMaking {
    /// What happens to the sealed file.
    enum class Afterwards {
        nothing,
        turned,           ///< its page is turned, and nobody signs that
        turnedAndStamped, ///< its page is turned under a time stamp
        turnedAndSealed,  ///< its page is turned, and the office seals again
    };

    /// What the value signs (ISO 32000-1, 12.8.3.3).
    enum class Value {
        detached, ///< the covered bytes: adbe.pkcs7.detached
        sha1,     ///< their SHA-1, carried along: adbe.pkcs7.sha1
    };

    KeyKind key = KeyKind::sm2; ///< the signer's
    Value value = Value::detached;
    PdfFault fault = PdfFault::none;
    Afterwards afterwards = Afterwards::nothing;
};

} // namespace kiosk::sandbox
