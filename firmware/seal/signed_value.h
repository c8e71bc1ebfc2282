// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "firmware/base/clock.h"
#include "firmware/seal/electronic_seal.h"

namespace kiosk::seal {

/// What a signature value says, whatever its shape: a SignedValue.dat of an OFD package or the
/// Contents of a PDF's signature. "The data" is what it was made for: the bytes of Signature.xml,
/// or those a PDF's ByteRange names. Read, not believed.
struct SignedValue {
    enum class Form {
        ses,        ///< a seal: GM/T 0031, GB/T 38540
        signedData, ///< CMS, or its GM profile GB/T 35275
        bareSm2,    ///< r and s alone: the signer is not named
    };
    /// Whether the signed attributes of CMS agree with what they go with (RFC 5652, 5.3).
    enum class Attributes { absent, consistent, contentTypeWrong, messageDigestWrong };

    Form form = Form::ses;
    int version = 0; ///< of the seal structure: 1, 4, 5; 0 for the other forms
    std::optional<ElectronicSeal> seal;
    std::optional<WallTime> signedAt; ///< as the signer states it
    /// The data's digest as signed, or the data itself carried along. Nothing where the value signs
    /// the data directly.
    std::optional<Bytes> dataHash;
    std::optional<DigestAlgorithm> dataDigest; ///< of dataHash; nothing for what nobody here knows
    std::string property;    ///< SES: the package path of Signature.xml, or a vendor's JSON with it
    Bytes signerCertificate; ///< DER; empty in the bare form
    std::vector<Bytes> otherCertificates; ///< CMS: carried along, perhaps the signer's issuers
    SignatureAlgorithm algorithm;
    Bytes value;
    Bytes signedBytes; ///< exactly what was signed; empty where that is the data

    std::string contentType;      ///< CMS: dotted OID of what is signed
    std::optional<Bytes> content; ///< CMS: carried along
    Attributes attributes = Attributes::absent;
    Bytes timeStamp; ///< a time stamp token over this value (RFC 3161, GM/T 0033); empty where none

    ByteView messageFor(ByteView data) const { return signedBytes.empty() ? data : signedBytes; }
};

/// "SES v4", "CMS", "SM2 value".
std::string formName(const SignedValue& value);

/// Tells the three families apart by their first inner element and reads them strictly. Errors:
/// "seal.der", "seal.time", "seal.version" and those of parseSignedData().
Result<SignedValue> parseSignedValue(ByteView der);

} // namespace kiosk::seal
