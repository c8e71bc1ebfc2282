// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <catch2/catch.hpp>

#include "firmware/licence/check_characters.h"
#include "tests/sandbox/seed/grants.h"
#include "tests/unit/sandbox/region_testbed.h"

namespace kiosk::sandbox {

namespace {

/// The number of the grant that is handed to this person, the one at `place`.
std::string numberOf(RegionTestbed& bed, std::size_t person, std::size_t place = 0) {
    return bed.service->grants(people().at(person)).value().at(place).grant.number;
}

/// A licence of the enterprise, whoever may see it.
Licence licenceOf(std::size_t enterprise, std::string_view type) {
    const auto faces = licencesOf(regions()[0]);
    const auto face = std::ranges::find_if(faces, [&](const LicenceFace& each) {
        return each.licence.holder == enterprises().at(enterprise) && each.licence.typeName == type;
    });
    REQUIRE(face != faces.end());
    return face->licence;
}

std::string fetchError(RegionTestbed& bed, const Licence& licence, const std::string& grant) {
    const auto file = bed.service->fetch({licence.identifier, kSchool, grant});
    return file ? "none" : file.error().code();
}

} // namespace

TEST_CASE("S7 R4 there is a grant of every kind, of enterprises with right codes") {
    std::vector<SeededGrant> all;
    for (const Region& region : regions())
        for (const SeededGrant& seeded : grantsOf(region)) {
            CHECK(seeded.grant.regionCode == region.code);
            all.push_back(seeded);
        }
    CHECK(all.size() >= 13);
    for (const SeededGrant& seeded : all) {
        CHECK(isCreditCode(seeded.grant.enterprise.code));
        CHECK(parseGrant(toText(seeded.grant)).value() == seeded.grant);
        CHECK(std::ranges::count(all, seeded.grant.number,
                                 [](const SeededGrant& each) { return each.grant.number; }) == 1);
    }
    for (const auto role :
         {Grant::Role::legalRepresentative, Grant::Role::manager, Grant::Role::agent})
        CHECK(std::ranges::any_of(
            all, [role](const SeededGrant& seeded) { return seeded.grant.role == role; }));
}

TEST_CASE("R4 an enterprise's licence is handed out by a grant for it, and by nothing else") {
    RegionTestbed bed;
    const Licence business = licenceOf(0, "营业执照");
    CHECK(fetchError(bed, business, numberOf(bed, 0)) == "none");
    CHECK(fetchError(bed, business, "") == "grant.missing");
    CHECK(fetchError(bed, business, "G990000-2026-9999") == "grant.missing");
    CHECK(fetchError(bed, business, numberOf(bed, 1)) == "grant.missing"); // another enterprise's
    CHECK(fetchError(bed, business, numberOf(bed, 3)) == "grant.expired");
    CHECK(fetchError(bed, business, numberOf(bed, 4)) == "grant.expired"); // not yet
    CHECK(fetchError(bed, business, numberOf(bed, 5)) == "grant.not-covered");
    CHECK(fetchError(bed, business, numberOf(bed, 7)) == "grant.revoked");
    CHECK(fetchError(bed, bed.first(people()[0]), "") == "none"); // a person's own needs none
}

TEST_CASE("R4 licences of an enterprise are listed by a grant, those it covers") {
    RegionTestbed bed;
    const Holder food = enterprises()[2];
    CHECK(bed.service->searchBy(food, numberOf(bed, 1))->size() == 2);
    CHECK(bed.service->searchBy(food, numberOf(bed, 2))->size() == 1);
    CHECK(bed.service->searchBy(enterprises()[0], numberOf(bed, 5))->empty());
    CHECK(bed.service->search(food).error().code() == "grant.missing");
    const auto entry = bed.service->grants(people()[9])->front();
    CHECK(bed.service->searchBy(entry.grant.enterprise, entry.grant.number).error().code() ==
          "grant.company-unknown");
}

TEST_CASE("R4 a copy is reserved for the purposes of the grant, and kept with it") {
    RegionTestbed bed;
    const Licence business = licenceOf(2, "营业执照");
    const std::string number = numberOf(bed, 2);
    const LicenceFile file = bed.service->fetch({business.identifier, kSchool, number}).value();
    authority::CopyWish wish{.identifier = business.identifier,
                             .purpose = kSchool,
                             .fileDigest = verify::copyDigest(file.content),
                             .key = "key-1",
                             .grantNumber = number};
    CHECK(bed.service->reserveCopy(wish).error().code() == "grant.not-covered");
    wish.purpose = {"bank", "银行开户"};
    wish.grantNumber.clear();
    CHECK(bed.service->reserveCopy(wish).error().code() == "grant.missing");
    wish.grantNumber = number;
    REQUIRE(bed.service->reserveCopy(wish));
    const Copy copy = bed.service->copies()->front();
    CHECK(copy.purpose == "银行开户");
    CHECK(copy.onBehalf == number + " 云州市晴川食品有限公司 欧**䴘 agent");
    bed.reopen();
    CHECK(bed.service->copies()->front().onBehalf == copy.onBehalf);
}

} // namespace kiosk::sandbox
