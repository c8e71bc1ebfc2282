// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "firmware/base/text.h"
#include "firmware/licence/check_characters.h"
#include "tests/sandbox/seed/seed.h"

namespace kiosk::sandbox {

namespace {

std::vector<Licence> held(const Holder& holder) {
    std::vector<Licence> licences;
    for (const Region& region : regions()) {
        for (const LicenceFace& face : licencesOf(region)) {
            if (face.licence.holder == holder)
                licences.push_back(face.licence);
        }
    }
    return licences;
}

} // namespace

TEST_CASE("S7 invented holders have numbers with right checks in divisions that do not exist") {
    REQUIRE(people().size() >= 12);
    REQUIRE(enterprises().size() >= 3);
    for (const Holder& person : people()) {
        const bool ofForm2017 = person.code.size() == 15;
        CHECK((ofForm2017 || isCitizenNumber(person.code)));
        CHECK((ofForm2017 || person.code.starts_with("99") || person.code.starts_with("98")));
        CHECK(isValidUtf8(person.name));
    }
    for (const Holder& enterprise : enterprises())
        CHECK(isCreditCode(enterprise.code));
}

TEST_CASE("U8 some names need characters beyond the basic plane") {
    const auto rare = [](const Holder& holder) {
        return std::ranges::any_of(codePoints(holder.name), [](char32_t c) { return c > 0xFFFF; });
    };
    CHECK(std::ranges::count_if(people(), rare) >= 3);
    CHECK(std::ranges::count_if(enterprises(), rare) >= 1);
}

TEST_CASE("R3 every person holds licences in both regions, one person four with one expired") {
    for (const Holder& person : people()) {
        std::set<std::string> found;
        for (const Licence& licence : held(person))
            found.insert(licence.region.code);
        CHECK(found.size() == 2);
    }
    const auto four = held(people()[0]);
    CHECK(four.size() == 4);
    const Date today = std::chrono::year(2026) / 11 / 23;
    CHECK(std::ranges::count_if(
              four, [&](const Licence& l) { return l.expiresOn && *l.expiresOn < today; }) == 1);
}

TEST_CASE("S7 every licence has an identifier of its own with a right check character") {
    std::set<std::string> identifiers;
    for (const Region& region : regions()) {
        for (const LicenceFace& face : licencesOf(region)) {
            CHECK(isLicenceIdentifier(face.licence.identifier));
            CHECK(face.licence.typeCode.size() == 21);
            CHECK_FALSE(face.licence.number.empty());
            CHECK_FALSE(face.fields.empty());
            CHECK(identifiers.insert(face.licence.identifier).second);
        }
    }
}

} // namespace kiosk::sandbox
