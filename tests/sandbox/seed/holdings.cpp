// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>

#include "firmware/licence/check_characters.h"
#include "tests/sandbox/seed/licence_types.h"
#include "tests/sandbox/seed/seed.h"

namespace kiosk::sandbox {

namespace {

using std::chrono::year;
using Fields = std::vector<std::pair<std::string, std::string>>;

/// Who holds what where. `holder` counts within people() or enterprises(), by the type's kind.
struct Holding {
    std::string_view region;
    Type type;
    std::size_t holder;
    Date issuedOn;
    std::optional<Date> expiresOn;
    LicenceState state = LicenceState::valid;
};

constexpr Date kFarOff = year(2036) / 5 / 31;

// Beyond what every citizen holds.
constexpr std::array<Holding, 18> kSpecial{{
    {kYunzhou, Type::marriageCertificate, 0, year(2018) / 5 / 20, {}},
    {kHaining, Type::nurseCertificate, 0, year(2019) / 6 / 1, year(2024) / 5 / 31},
    {kYunzhou, Type::propertyCertificate, 2, year(2021) / 3 / 15, year(2081) / 3 / 14},
    {kHaining, Type::marriageCertificate, 3, year(2016) / 9 / 9, {}},
    {kYunzhou, Type::nurseCertificate, 7, year(2023) / 2 / 1, year(2033) / 1 / 31},
    {kHaining, Type::propertyCertificate, 9, year(2012) / 7 / 1, {}},
    {kYunzhou, Type::businessLicence, 0, year(2020) / 4 / 8, {}},
    {kHaining, Type::businessLicence, 1, year(2015) / 10 / 12, year(2035) / 10 / 11},
    {kYunzhou, Type::businessLicence, 2, year(2022) / 1 / 5, {}},
    {kYunzhou, Type::foodPermit, 2, year(2022) / 2 / 18, year(2027) / 2 / 17},
    {kYunzhou, Type::nurseCertificate, 14, year(2023) / 5 / 4, year(2028) / 5 / 3},
    {kHaining, Type::drivingLicence, 14, year(2021) / 8 / 16, kFarOff},
    {kYunzhou, Type::marriageCertificate, 15, year(2015) / 12 / 12, {}},
    {kHaining, Type::drivingLicence, 15, year(2022) / 3 / 7, kFarOff},
    {kYunzhou, Type::marriageCertificate, 16, year(2017) / 4 / 22, {}},
    {kHaining, Type::drivingLicence, 16, year(2019) / 10 / 8, kFarOff},
    {kYunzhou, Type::residencePermit, 17, year(2024) / 8 / 1, kFarOff},
    {kHaining, Type::drivingLicence, 17, year(2020) / 11 / 9, kFarOff},
}};

/// Every citizen has a residence permit in one region and a driving licence in the other.
std::vector<Holding> allHoldings() {
    std::vector<Holding> holdings;
    for (std::size_t person = 0; person < kCitizens; ++person) {
        holdings.push_back({kYunzhou, Type::residencePermit, person, year(2024) / 8 / 1, kFarOff});
        holdings.push_back({kHaining, Type::drivingLicence, person, year(2020) / 11 / 9, kFarOff,
                            person == 1 ? LicenceState::revoked : LicenceState::valid});
    }
    holdings.insert(holdings.end(), kSpecial.begin(), kSpecial.end());
    return holdings;
}

std::string padded(std::size_t number, int width) {
    char text[24];
    std::snprintf(text, sizeof text, "%0*zu", width, number);
    return text;
}

std::string issuerCode(const Region& region) {
    const std::string first17 = "11" + region.code + "MB0000002";
    return first17 + creditCodeCheck(first17).value();
}

std::string identifier(const std::string& type, const Region& region, std::size_t serial) {
    const std::string body =
        type + "." + issuerCode(region) + "." + "2026" + padded(serial, 7) + ".001";
    return "1.2.156.3005.2." + body + "." + licenceIdentifierCheck(body).value();
}

std::string yearOf(const Date& date) {
    return std::to_string(static_cast<int>(date.year()));
}

/// The number printed on it.
std::string numberOf(const Holding& holding, const Holder& holder, const Region& region,
                     std::size_t serial) {
    const std::string year = yearOf(holding.issuedOn);
    switch (holding.type) {
    case Type::businessLicence:
    case Type::residencePermit:
    case Type::drivingLicence:
        return holder.code;
    case Type::foodPermit:
        return "JY1" + region.code + padded(serial, 7);
    case Type::marriageCertificate:
        return "J" + region.code + "-" + year + "-" + padded(serial, 6);
    case Type::propertyCertificate:
        return "云（" + year + "）" + region.name + "不动产权第" + padded(serial, 7) + "号";
    case Type::nurseCertificate:
        return year + region.code + padded(serial, 4);
    }
    return {};
}

bool isForeigner(const Holder& holder) {
    return holder.certificate == Holder::Certificate::permanentResidenceCard;
}

Fields faceFields(Type type, const Holder& holder, const Region& region) {
    switch (type) {
    case Type::businessLicence:
        return {{"类型", "有限责任公司"},
                {"法定代表人", "林云舒"},
                {"注册资本", "人民币壹佰万元整"},
                {"住所", region.name + "浮桥街9号"},
                {"经营范围", "文化艺术交流活动策划；精密仪器研发；食品销售。（依法须经批准的项目，"
                             "经相关部门批准后方可开展经营活动）"}};
    case Type::foodPermit:
        return {{"法定代表人", "林云舒"},
                {"住所", region.name + "浮桥街9号"},
                {"经营场所", region.name + "晴川路12号1幢1层、2幢1层至3层（一址多照）"},
                {"主体业态", "食品销售经营者（网络经营）"},
                {"经营项目",
                 "预包装食品（含冷藏冷冻食品）销售；散装食品（含熟食）销售；热食类食品制售"},
                {"日常监督管理机构", region.name + "市场监管局晴川所"},
                {"投诉举报电话", "12315"},
                {"签发人", "何望舒"}};
    case Type::residencePermit:
        return {{"户籍地址", region.name + "望江里3栋204室"},
                {"居住地址", region.name + "浮桥街18号院"}};
    case Type::drivingLicence:
        return {{"国籍", isForeigner(holder) ? "外国" : "中国"},
                {"住址", region.name + "望江里3栋204室"},
                {"准驾车型", "C1"}};
    case Type::marriageCertificate:
        return {{"持证人", holder.name}, {"配偶", "江辞"}, {"登记机关", region.name + "民政局"}};
    case Type::propertyCertificate:
        return {{"共有情况", "共同共有"},
                {"坐落", region.name + "晴川路66号5幢1802室"},
                {"不动产单元号", region.code + "001002GB00003F00040005"},
                {"权利类型", "国有建设用地使用权/房屋所有权"},
                {"权利性质", "出让/市场化商品房"},
                {"用途", "城镇住宅用地/住宅"},
                {"面积", "共有宗地面积 2140.50㎡/房屋建筑面积 89.60㎡"},
                {"房屋结构", "钢筋混凝土结构"},
                {"专有建筑面积", "70.12㎡"},
                {"房屋总层数", "18"},
                {"所在层", "18"}};
    case Type::nurseCertificate:
        return {{"执业地点", region.name + "第一人民医院"}, {"职称", "护师"}};
    }
    return {};
}

LicenceFace faceOf(const Holding& holding, const Region& region, std::size_t serial) {
    const TypeDescription& type = describe(holding.type);
    const Holder holder =
        (type.holderKind == Holder::Kind::person ? people() : enterprises()).at(holding.holder);
    Licence licence;
    licence.typeCode = typeCode(type);
    licence.typeName = type.name;
    licence.identifier = identifier(licence.typeCode, region, serial);
    licence.number = numberOf(holding, holder, region, serial);
    licence.holder = holder;
    licence.region = region;
    licence.issuer = region.name + std::string(type.office);
    licence.issuedOn = holding.issuedOn;
    licence.expiresOn = holding.expiresOn;
    licence.state = holding.state;
    LicenceFace face{type.layout, std::move(licence), faceFields(holding.type, holder, region)};
    const bool ofLand = holding.type == Type::propertyCertificate;
    if (ofLand) // held by two in common
        face.coHolders = {people().at((holding.holder + 5) % kCitizens)};
    if (ofLand && region.code == kHaining) // whose land register is not on OFD yet
        face.format = LicenceFile::Format::pdf;
    return face;
}

} // namespace

std::vector<LicenceFace> licencesOf(const Region& region) {
    std::vector<LicenceFace> faces;
    for (const Holding& holding : allHoldings()) {
        if (holding.region == region.code)
            faces.push_back(faceOf(holding, region, faces.size() + 1));
    }
    return faces;
}

} // namespace kiosk::sandbox
