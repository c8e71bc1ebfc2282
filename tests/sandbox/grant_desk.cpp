// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/grant_desk.h"

#include <algorithm>

#include "firmware/authority/json_dialect.h"
#include "firmware/licence/check_characters.h"

namespace kiosk::sandbox {

namespace {

namespace dialect = authority::dialect;
using Flaw = SeededGrant::Flaw;

constexpr std::chrono::hours kChinaStandardTime{8};

std::unexpected<Error> refuse(int status) {
    return std::unexpected(dialect::refusal(status));
}

/// Signed, and then perhaps spoilt.
Result<Grant> handedOut(const GrantSigning& sign, const SeededGrant& seeded) {
    Grant grant = seeded.grant;
    if (seeded.flaw == Flaw::ofAnotherRegion)
        grant.regionCode = "980000";
    Grant result = TRY(sign(std::move(grant)));
    if (seeded.flaw == Flaw::changedAfterSigning)
        result.until += std::chrono::years(1);
    return result;
}

} // namespace

GrantDesk::GrantDesk(const Region& region, const Clock& clock, GrantSigning sign)
    : grants_(grantsOf(region)), clock_(clock), sign_(std::move(sign)) {}

Result<std::vector<authority::GrantEntry>> GrantDesk::handedTo(const Holder& person) const {
    std::vector<authority::GrantEntry> entries;
    for (const SeededGrant& seeded : grants_)
        if (seeded.givenTo == person.code)
            entries.push_back({TRY(handedOut(sign_, seeded)), seeded.flaw == Flaw::revoked});
    return entries;
}

const SeededGrant* GrantDesk::numbered(const std::string& number) const {
    const auto found = std::ranges::find(grants_, number,
                                         [](const SeededGrant& each) { return each.grant.number; });
    return found == grants_.end() ? nullptr : &*found;
}

Result<const SeededGrant*> GrantDesk::find(const std::string& number,
                                           const std::string& enterpriseCode) const {
    const SeededGrant* seeded = numbered(number);
    if (seeded == nullptr || seeded->grant.enterprise.code != enterpriseCode)
        return refuse(dialect::kGrantMissing);
    if (seeded->flaw == Flaw::revoked)
        return refuse(dialect::kGrantWithdrawn);
    const Date today(std::chrono::floor<std::chrono::days>(clock_.wall() + kChinaStandardTime));
    if (today < seeded->grant.from || seeded->grant.until < today)
        return refuse(dialect::kGrantOutOfTime);
    return seeded;
}

std::string GrantDesk::record(const std::string& number) const {
    const SeededGrant* seeded = numbered(number);
    if (seeded == nullptr)
        return {};
    const Grant& grant = seeded->grant;
    return grant.number + " " + grant.enterprise.name + " " + maskedName(grant.bearer.name) + " " +
           std::string(name(grant.role));
}

} // namespace kiosk::sandbox
