// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/seed/grants.h"

#include <array>
#include <cstdio>

#include "firmware/licence/check_characters.h"
#include "tests/sandbox/seed/licence_types.h"
#include "tests/sandbox/seed/seed.h"

namespace kiosk::sandbox {

namespace {

using std::chrono::year;
using enum Grant::Role;
using enum SeededGrant::Flaw;

constexpr std::string_view kUnknownFirst17 = "91990103MA9900009";
constexpr std::size_t kUnknownEnterprise = 99;

/// `bearer` and `enterprise` count within people() and enterprises().
struct Line {
    std::string_view region;
    std::size_t bearer;
    std::size_t enterprise;
    Grant::Role role;
    Date from = year(2020) / 1 / 1;
    Date until = year(2040) / 12 / 31;
    std::optional<Type> type = {}; ///< the only one
    std::string_view purpose = {}; ///< the only one
    SeededGrant::Flaw flaw = none;
    std::optional<std::size_t> givenTo = {}; ///< instead of the bearer
};

constexpr std::array<Line, 15> kLines{{
    {kYunzhou, 0, 0, legalRepresentative},
    {kYunzhou, 1, 2, manager},
    {.region = kYunzhou,
     .bearer = 2,
     .enterprise = 2,
     .role = agent,
     .type = Type::businessLicence,
     .purpose = "bank"},
    {kYunzhou, 3, 0, agent, year(2024) / 1 / 1, year(2025) / 6 / 30},
    {kYunzhou, 4, 0, agent, year(2039) / 1 / 1},
    {.region = kYunzhou, .bearer = 5, .enterprise = 0, .role = agent, .type = Type::foodPermit},
    {.region = kYunzhou, .bearer = 6, .enterprise = 0, .role = agent, .purpose = "tax"},
    {.region = kYunzhou, .bearer = 7, .enterprise = 0, .role = agent, .flaw = revoked},
    {.region = kYunzhou, .bearer = 0, .enterprise = 2, .role = agent, .givenTo = 8},
    {kYunzhou, 9, kUnknownEnterprise, agent},
    {.region = kYunzhou, .bearer = 10, .enterprise = 0, .role = agent, .flaw = changedAfterSigning},
    {kYunzhou, 11, 0, agent},
    {kYunzhou, 11, 2, manager},
    {.region = kYunzhou, .bearer = 12, .enterprise = 0, .role = agent, .flaw = ofAnotherRegion},
    {kHaining, 13, 1, legalRepresentative},
}};

Holder enterpriseOf(const Line& line) {
    if (line.enterprise != kUnknownEnterprise)
        return enterprises().at(line.enterprise);
    return {Holder::Kind::enterprise, "云州市无名商贸有限公司",
            std::string(kUnknownFirst17) + creditCodeCheck(kUnknownFirst17).value()};
}

SeededGrant grantOf(const Line& line, std::size_t serial) {
    char number[32];
    std::snprintf(number, sizeof number, "G%s-2026-%04zu", line.region.data(), serial);
    Holder bearer = people().at(line.bearer);
    bearer.certificate.reset(); // a grant names a number, not what it stands on
    SeededGrant seeded{.grant = {.number = number,
                                 .regionCode = std::string(line.region),
                                 .role = line.role,
                                 .enterprise = enterpriseOf(line),
                                 .bearer = std::move(bearer),
                                 .from = line.from,
                                 .until = line.until},
                       .givenTo = people().at(line.givenTo.value_or(line.bearer)).code,
                       .flaw = line.flaw};
    if (line.type)
        seeded.grant.typeCodes = {typeCode(describe(*line.type))};
    if (!line.purpose.empty())
        seeded.grant.purposeKeys = {std::string(line.purpose)};
    return seeded;
}

} // namespace

std::vector<SeededGrant> grantsOf(const Region& region) {
    std::vector<SeededGrant> grants;
    for (const Line& line : kLines)
        if (line.region == region.code)
            grants.push_back(grantOf(line, grants.size() + 1));
    return grants;
}

} // namespace kiosk::sandbox
