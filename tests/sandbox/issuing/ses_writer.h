// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "firmware/base/length.h"
#include "tests/sandbox/issuing/keyholder.h"

namespace kiosk::sandbox {

/// The structures a signature value may have in the field.
enum class SealLayout {
    v1,           ///< GM/T 0031-2014
    v4,           ///< GB/T 38540-2020
    v5,           ///< GM/T 0031-2025
    gmSignedData, ///< GB/T 35275, signed attributes, no seal
    bareSm2,      ///< r and s alone
};

/// How a seal names who may use it.
enum class SignerNaming { certificate, digest };

/// What goes into an electronic seal.
struct SealContent {
    SealLayout layout = SealLayout::v4;
    SignerNaming naming = SignerNaming::certificate;
    std::string id;
    std::string name;
    Bytes signerCertificate; ///< the one in its list
    WallTime madeAt;
    WallTime validFrom;
    WallTime validUntil;
    Bytes picture; ///< PNG
    SizeMm size;
    std::string algorithm = {}; ///< what the seal claims to be made with where it is not the truth
};

/// SESeal: the seal with its maker's signature, as in a Seal.esl file.
Result<Bytes> makeSeal(const SealContent& content, const Keyholder& maker);

/// What goes into a signature value.
struct SignedContent {
    SealLayout layout = SealLayout::v4;
    Bytes seal;                       ///< SESeal; unused without one
    Bytes description;                ///< the bytes of Signature.xml
    std::string path;                 ///< of Signature.xml in the package, with its leading slash
    std::optional<WallTime> signedAt; ///< nothing: the value does not say
    std::string algorithm = {}; ///< what the value claims to be made with where it is not the truth
    /// Makes the token over the value (v4, v5) or over the data's digest (v1); none where empty.
    std::function<Result<Bytes>(ByteView)> stamp = {};
};

/// The bytes of SignedValue.dat.
Result<Bytes> makeSignedValue(const SignedContent& content, const Keyholder& signer);

} // namespace kiosk::sandbox
