// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "firmware/base/length.h"
#include "tests/sandbox/issuing/cms_writer.h"

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
    std::string algorithm = {};  ///< what the seal claims to be made with where it is not the truth
    Bytes makerCertificate = {}; ///< what it carries where that is not the maker's
};

/// SESeal: the seal with its maker's signature, as in a Seal.esl file.
Result<Bytes> makeSeal(const SealContent& content, const Keyholder& maker);

/// In what a signature value differs from an issuer's usual one.
struct ValueManner {
    std::string algorithm = {}; ///< what it claims to be made with where it is not the truth
    int version = 0;            ///< what it claims to be where that is not its layout
    Bytes certificate = {};     ///< what it carries where that is not the signer's
    /// Makes the token over the value (v4, v5) or over the data's digest (v1); none where empty.
    std::function<Result<Bytes>(ByteView)> stamp = {};
    // In SignedData only:
    CmsFault cms = CmsFault::none;
    std::vector<Bytes> issuers = {}; ///< carried along
};

/// The certificate that a seal or a value carries: the holder's, unless another is claimed.
Bytes carriedCertificate(const Bytes& claimed, const Keyholder& holder);

/// What goes into a signature value.
struct SignedContent {
    SealLayout layout = SealLayout::v4;
    Bytes seal;                       ///< SESeal; unused without one
    Bytes description;                ///< the bytes of Signature.xml
    std::string path;                 ///< of Signature.xml in the package, with its leading slash
    std::optional<WallTime> signedAt; ///< nothing: the value does not say
    ValueManner manner = {};
};

/// The bytes of SignedValue.dat.
Result<Bytes> makeSignedValue(const SignedContent& content, const Keyholder& signer);

} // namespace kiosk::sandbox
