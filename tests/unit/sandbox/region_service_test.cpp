// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <catch2/catch.hpp>

#include "firmware/authority/envelope.h"
#include "tests/unit/sandbox/region_testbed.h"

namespace kiosk::sandbox {

namespace {

using authority::CopyRecord;
using authority::Operation;
using authority::Request;
using namespace std::chrono_literals;

Request wish(const std::string& key) {
    return {.key = key,
            .operation = Operation::retrieveLater,
            .holderCode = people()[0].code,
            .holderName = people()[0].name,
            .pickupNumber = "4711000815",
            .note = "school",
            .copyNumber = ""};
}

} // namespace

TEST_CASE("R3 a holder's licences are found, a stranger holds none") {
    RegionTestbed bed;
    const auto licences = bed.service->search(people()[0]).value();
    REQUIRE(licences.size() == 2);
    CHECK(licences[0].typeName == "居住证");
    CHECK(licences[0].region.code == kYunzhou);
    CHECK(bed.service->search({Holder::Kind::person, "无名", "990101200001010000"})->empty());
}

TEST_CASE("R8 a region keeps every part of a licence's face, also after a restart") {
    const tests::TemporaryFolder folder;
    for (const Region& region : regions())
        for (int times = 0; times < 2; ++times) {
            RegionStore store = RegionStore::open(folder.path() / region.code, region).value();
            for (const LicenceFace& face : licencesOf(region))
                CHECK(store.licence(face.licence.identifier).value() == face);
        }
}

TEST_CASE("S7 a name that does not belong to the number is refused") {
    RegionTestbed bed;
    const auto answer = bed.service->search({Holder::Kind::person, "别人", people()[0].code});
    CHECK(answer.error().code() == "authority.refused");
    CHECK(answer.error().detail() == "11");
}

TEST_CASE("D6 a number belongs to one kind of certificate") {
    RegionTestbed bed;
    for (Holder person :
         {people()[0], people()[kCitizens], people()[kCitizens + 1], people()[kCitizens + 2]}) {
        CHECK_FALSE(bed.service->search(person)->empty());
        const bool resident = person.certificate == Holder::Certificate::residentIdCard;
        person.certificate = resident ? Holder::Certificate::permanentResidenceCard
                                      : Holder::Certificate::residentIdCard;
        CHECK(bed.service->search(person).error().detail() == "11");
    }
}

TEST_CASE("V3 a licence expires the day after its last day") {
    RegionTestbed bed;
    const auto permit = bed.service->searchBy(enterprises()[2], "G990000-2026-0002").value().at(1);
    bed.clock.setWall(std::chrono::sys_days(*permit.expiresOn) + 23h);
    CHECK(bed.service->status(permit.identifier) == LicenceState::valid);
    bed.clock.advance(1h);
    CHECK(bed.service->status(permit.identifier) == LicenceState::expired);
}

TEST_CASE("Q2 the same key gives the same copy number, also after a restart") {
    RegionTestbed bed;
    const std::string identifier = bed.first(people()[0]).identifier;
    const auto first = bed.service->reserveCopy(bed.wishFor(identifier, "key-1")).value();
    CHECK(bed.service->reserveCopy(bed.wishFor(identifier, "key-1"))->code.copyNumber ==
          first.code.copyNumber);
    bed.reopen();
    CHECK(bed.service->reserveCopy(bed.wishFor(identifier, "key-1"))->code.copyNumber ==
          first.code.copyNumber);
    CHECK(bed.service->reserveCopy(bed.wishFor(identifier, "key-2"))->code.copyNumber !=
          first.code.copyNumber);
    CHECK(bed.service->copies()->size() == 2);
    const std::string other = bed.first(people()[1]).identifier;
    CHECK(bed.service->reserveCopy(bed.wishFor(other, "key-1")).error().detail() == "130");
}

TEST_CASE("S4 copy numbers are unique, fit the printed code and name nobody") {
    RegionTestbed bed;
    const std::string identifier = bed.first(people()[0]).identifier;
    const auto copy = bed.service->reserveCopy(bed.wishFor(identifier, "key-1")).value();
    CHECK(copy.code.copyNumber.size() == 14);
    CHECK(copy.code.copyNumber.ends_with("-0001"));
    CHECK(*parseCopyCode(toText(copy.code)) == copy.code);
    CHECK(copy.code.regionCode == "990000");
    CHECK(copy.code.purposeKey == "school");
    CHECK(copy.expiresAt > bed.clock.wall());
}

TEST_CASE("a revoked licence cannot be copied") {
    RegionTestbed bed;
    const std::string identifier = bed.first(people()[0]).identifier;
    REQUIRE(bed.service->setState(identifier, LicenceState::revoked));
    CHECK(bed.service->reserveCopy(bed.wishFor(identifier, "k")).error().detail() == "120");
    CHECK(bed.service->status(identifier) == LicenceState::revoked);
    CHECK(bed.service->status("no such").error().code() == "authority.not-found");
}

TEST_CASE("R7 a printed copy is told from a reserved and a voided one") {
    RegionTestbed bed;
    const std::string identifier = bed.first(people()[0]).identifier;
    const auto copy = bed.service->reserveCopy(bed.wishFor(identifier, "key-1"))->code.copyNumber;
    CHECK(bed.service->checkCopy(copy)->state == CopyRecord::State::reserved);
    REQUIRE(bed.service->confirmCopy(copy, 2));
    REQUIRE(bed.service->confirmCopy(copy, 2));
    const auto record = bed.service->checkCopy(copy).value();
    CHECK(record.state == CopyRecord::State::printed);
    CHECK(record.holderMasked == "林*舒");
    CHECK(record.purpose == "子女入学");
    CHECK(record.printedAt == bed.clock.wall());
    REQUIRE(bed.service->confirmCopy(copy, 0));
    CHECK(bed.service->checkCopy(copy)->state == CopyRecord::State::voided);
    CHECK(bed.service->confirmCopy(copy, 1).error().detail() == "131");
    CHECK(bed.service->checkCopy("NONE-NONE-0001").error().code() == "authority.not-found");
}

TEST_CASE("Q2 a request received many times is executed once") {
    RegionTestbed bed;
    const auto sealed = authority::sealRequest(bed.service->envelopeKeyPem(), wish("key-1"));
    for (int i = 0; i < 3; ++i)
        REQUIRE(bed.service->submit(*sealed));
    const auto deliveries = bed.service->deliveries().value();
    REQUIRE(deliveries.size() == 1);
    CHECK(deliveries[0].receipts == 3);
    CHECK(deliveries[0].executions == 1);
    CHECK(deliveries[0].holderMasked == "林*舒");
    CHECK(deliveries[0].pickupNumber == "4711000815");
}

TEST_CASE("Q2 the same key with another envelope is refused") {
    RegionTestbed bed;
    const auto pem = bed.service->envelopeKeyPem();
    REQUIRE(bed.service->submit(authority::sealRequest(pem, wish("key-1")).value()));
    const auto again = bed.service->submit(authority::sealRequest(pem, wish("key-1")).value());
    CHECK(again.error().detail() == "130");
}

TEST_CASE("Q5 an envelope that was changed, or sent under another key, does not open") {
    RegionTestbed bed;
    const auto sealed =
        authority::sealRequest(bed.service->envelopeKeyPem(), wish("key-1")).value();
    auto changed = sealed;
    changed.envelope[changed.envelope.size() / 2] ^= std::byte{1};
    CHECK(bed.service->submit(changed).error().detail() == "140");
    auto moved = sealed;
    moved.key = "key-2";
    CHECK(bed.service->submit(moved).error().detail() == "140");
    const auto deliveries = bed.service->deliveries().value();
    CHECK(deliveries.size() == 2);
    for (const Delivery& delivery : deliveries)
        CHECK(delivery.executions == 0);
}

TEST_CASE("Q6 a confirmation that was queued counts the copy") {
    RegionTestbed bed;
    const auto copy =
        bed.service->reserveCopy(bed.wishFor(bed.first(people()[0]).identifier, "key-1"))
            ->code.copyNumber;
    Request confirmation = wish("key-2");
    confirmation.operation = Operation::confirmCopy;
    confirmation.copyNumber = copy;
    confirmation.pages = 1;
    const auto pem = bed.service->envelopeKeyPem();
    REQUIRE(bed.service->submit(authority::sealRequest(pem, confirmation).value()));
    CHECK(bed.service->checkCopy(copy)->state == CopyRecord::State::printed);
}

} // namespace kiosk::sandbox
