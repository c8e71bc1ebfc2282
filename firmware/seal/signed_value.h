// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "firmware/base/clock.h"
#include "firmware/seal/electronic_seal.h"

namespace kiosk::seal {

/// What a SignedValue.dat says, whatever its shape. Read, not believed.
struct SignedValue {
    enum class Form {
        ses,          ///< a seal: GM/T 0031, GB/T 38540
        gmSignedData, ///< GB/T 35275, the GM profile of CMS
        bareSm2,      ///< r and s alone: the signer is not named
    };

    Form form = Form::ses;
    int version = 0; ///< of the seal structure: 1, 4, 5; 0 for the other forms
    std::optional<ElectronicSeal> seal;
    std::optional<WallTime> signedAt; ///< as the signer states it
    /// SM3 of the Signature.xml this value was made for. The bare form has none: its `signedBytes`
    /// are that file itself, to be put in by the caller.
    std::optional<Bytes> dataHash;
    std::string property;    ///< SES: the package path of that file, or a vendor's JSON with it
    Bytes signerCertificate; ///< DER; empty in the bare form
    std::string algorithm;   ///< dotted OID
    Bytes value;
    Bytes signedBytes; ///< exactly what was signed
};

/// "SES v4", "CMS", "SM2 value".
std::string formName(const SignedValue& value);

/// Tells the three families apart by their first inner element and reads them strictly. Errors:
/// "seal.der", "seal.time", "seal.version", "seal.signed-data".
Result<SignedValue> parseSignedValue(ByteView der);

} // namespace kiosk::seal
