// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "firmware/base/clock.h"
#include "firmware/base/length.h"
#include "firmware/seal/der.h"
#include "firmware/seal/signature.h"

namespace kiosk::seal {

/// The picture of a seal as it is to be drawn.
struct SealPicture {
    std::string format; ///< in lower case: "png", "gif", "ofd", …
    Bytes data;
    SizeMm size;
};

/// An electronic seal (电子印章): SESeal of GM/T 0031-2014 (v1), GB/T 38540-2020 (v4) or
/// GM/T 0031-2025 (v5). Read, not believed: check `value` over `signedBytes`.
struct ElectronicSeal {
    enum class SignerList { certificates, sm3Digests };

    int version = 0;   ///< of the header: 1 (also written 2, 3), 4, 5
    std::string maker; ///< Vid: the seal system's vendor
    std::string id;
    std::string name;
    SignerList signerList = SignerList::certificates;
    std::vector<Bytes> signers; ///< who may seal with it
    WallTime madeAt;
    WallTime validFrom;
    WallTime validUntil;
    SealPicture picture;

    Bytes makerCertificate; ///< DER
    SignatureAlgorithm algorithm;
    Bytes value;
    Bytes signedBytes; ///< exactly what the maker signed

    Bytes original; ///< the whole SESeal as it arrived

    /// Whether this signer's certificate (DER) stands in the seal's list, whole or as its digest.
    bool lists(ByteView signerCertificate) const;
};

/// Reads a seal: the bytes of a Seal.esl file, or the SESeal element of a signature value. Errors:
/// "seal.der", "seal.time", "seal.version".
Result<ElectronicSeal> parseSeal(ByteView der);

} // namespace kiosk::seal
