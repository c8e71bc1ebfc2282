// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/seed/licence_types.h"

#include <array>

#include "firmware/licence/check_characters.h"
#include "tests/sandbox/seed/seed.h"

namespace kiosk::sandbox {

namespace {

using enum Holder::Kind;
using Layout = LicenceFace::Layout;

// In the order of Type: describe() looks up by it.
constexpr std::array<TypeDescription, 7> kTypes{{
    {Type::businessLicence, "营业执照", enterprise, Layout::businessLicence, "市场监督管理局",
     "001"},
    {Type::foodPermit, "食品经营许可证", enterprise, Layout::foodPermit, "市场监督管理局", "002"},
    {Type::residencePermit, "居住证", person, Layout::residencePermit, "公安局", "011"},
    {Type::drivingLicence, "机动车驾驶证", person, Layout::drivingLicence, "公安局交通警察支队",
     "012"},
    {Type::marriageCertificate, "结婚证", person, Layout::marriageCertificate, "民政局", "021"},
    {Type::propertyCertificate, "不动产权证书", person, Layout::propertyCertificate, "自然资源局",
     "031"},
    {Type::nurseCertificate, "护士执业证书", person, Layout::plain, "卫生健康委员会", "041"},
}};

constexpr std::string_view kDefiningBody = "11990000MB0000001";

} // namespace

std::span<const TypeDescription> typeDescriptions() {
    return kTypes;
}

const TypeDescription& describe(Type type) {
    return kTypes.at(static_cast<std::size_t>(type));
}

std::string typeCode(const TypeDescription& type) {
    return std::string(kDefiningBody) + creditCodeCheck(kDefiningBody).value() +
           std::string(type.serial);
}

std::vector<authority::CatalogueEntry> licenceTypes() {
    std::vector<authority::CatalogueEntry> entries;
    for (const TypeDescription& type : kTypes)
        entries.push_back({typeCode(type), std::string(type.name), type.holderKind});
    return entries;
}

} // namespace kiosk::sandbox
