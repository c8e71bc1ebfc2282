// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "tests/sandbox/issuing/keyholder.h"

namespace kiosk::sandbox {

/// One thing wrong with a SignedData, everything else being right.
enum class CmsFault {
    none,
    contentTypeDiffers, ///< the contentType attribute names another type than the content has
    contentTypeMissing, ///< no contentType attribute
    digestDiffers,      ///< the messageDigest attribute is another content's
    digestNotAnnounced, ///< the signer's digest stands not in digestAlgorithms
    digestDisagrees,    ///< the signer's digest is not the one its algorithm names
    digestUnknown,      ///< the signer's digest is one nobody knows
    versionUnknown,     ///< the SignedData is of a version nobody knows
    signerVersion,      ///< the SignerInfo is
    signerNotCarried,   ///< the certificate the signer names is not among those carried
    severalSigners,     ///< the SignerInfo twice
};

/// What goes into a SignedData (RFC 5652, GB/T 35275).
struct CmsContent {
    enum class Identifiers { gm, international };
    enum class Shape {
        attributes, ///< detached, digest and time in signed attributes
        carried,    ///< the same with the content carried along
        digestOnly, ///< no attributes, carries the data's digest and signs that
        plain,      ///< no attributes, nothing carried: signs the data itself
    };

    Identifiers identifiers = Identifiers::gm;
    Shape shape = Shape::attributes;
    Bytes data;
    std::string contentType = {}; ///< dotted OID where it is not plain data
    std::optional<WallTime> signedAt = std::nullopt;
    std::vector<Bytes> otherCertificates = {}; ///< carried before the signer's
    std::optional<SigningMethod> method = std::nullopt;
    std::string algorithm = {}; ///< what it claims where that is not the truth
    Bytes timeStamp = {};       ///< token over the value, as an unsigned attribute
    CmsFault fault = CmsFault::none;
};

Result<Bytes> makeSignedData(const CmsContent& content, const Keyholder& signer);

/// The value inside a SignedData made here: what a time stamp stamps.
Bytes signatureValueIn(ByteView signedData);

/// A time stamp token (RFC 3161) over `stamped`.
Result<Bytes> makeTimeStamp(ByteView stamped, WallTime time, const Keyholder& stamper,
                            CmsFault fault = CmsFault::none);

} // namespace kiosk::sandbox
