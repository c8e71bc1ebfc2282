// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "firmware/licence/licence.h"
#include "firmware/licence/metadata/stated_date.h"

namespace kiosk {

/// What a licence file says of itself, by the names of GB/T 36903. Texts are as written, "" where
/// the file says nothing. Personal data: for a visit and no longer.
struct LicenceMetadata {
    std::string name = {};       ///< CertificateName
    std::string typeName = {};   ///< CertificateTypeName
    std::string typeCode = {};   ///< CertificateTypeCode
    std::string identifier = {}; ///< CertificateIdentifier
    std::string number = {};     ///< CertificateNumber: the one printed on it
    std::string issuer = {};     ///< CertificateIssuingAuthorityName
    std::string issuerCode = {}; ///< CertificateIssuingAuthorityCode
    std::vector<Holder> holders = {};
    std::string holderCodeType = {}; ///< CertificateHolderTypeName: "公民身份号码"
    bool holdersMatch = true;        ///< as many names as codes, where there are both
    StatedDate issuedOn = {};        ///< CertificateIssuedDate
    StatedDate effectiveOn = {};     ///< CertificateEffectiveDate
    StatedDate expiresOn = {};       ///< CertificateExpiringDate
    std::string copyCause = {};      ///< CertificateCopyCause: set on annotated copies
    StatedDate copyExpiresOn = {};   ///< CertificateCopyCauseExpiringTime
    /// The type's own face fields: whatever else the file names, in the file's words.
    std::map<std::string, std::string> fields = {};

    bool operator==(const LicenceMetadata&) const = default;
};

/// Texts by name, as a document's CustomData or CustomTags give them. A name may come several
/// times: some producers tag year, month and day of one date apart.
using NamedTexts = std::multimap<std::string, std::string>;

/// CustomData wins over CustomTags, which use the Chinese names.
LicenceMetadata readMetadata(const NamedTexts& customData, const NamedTexts& customTags);

} // namespace kiosk
