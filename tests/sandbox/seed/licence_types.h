// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "tests/sandbox/issuing/issuer.h"

namespace kiosk::sandbox {

enum class Type {
    businessLicence,
    foodPermit,
    residencePermit,
    drivingLicence,
    marriageCertificate,
    propertyCertificate,
    nurseCertificate
};

/// One licence type as both regions issue it.
struct TypeDescription {
    Type type;
    std::string_view name;
    Holder::Kind holderKind;
    LicenceFace::Layout layout;
    std::string_view office; ///< the issuer's name after the region's
    std::string_view serial; ///< the last three digits of the type code
};

std::span<const TypeDescription> typeDescriptions();
const TypeDescription& describe(Type type);
/// 21 characters: the defining body's credit code and three digits (GB/T 36904).
std::string typeCode(const TypeDescription& type);

} // namespace kiosk::sandbox
