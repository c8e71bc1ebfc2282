// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <catch2/catch.hpp>

#include "firmware/reading/plain_reader.h"
#include "firmware/seal/certificate.h"
#include "firmware/visit/open_licence.h"
#include "tests/support/sample_licences.h"

namespace kiosk::visit::tests {

namespace {

using sandbox::LicenceFace;

/// A residence permit; two of them differ in nothing but name and number.
LicenceFace permitOf(const Holder& person) {
    LicenceFace face = kiosk::tests::sampleFace(LicenceFace::Layout::plain);
    face.licence.holder = person;
    face.licence.number = person.code;
    return face;
}

struct Opened {
    Licence licence;
    SharedLicence pictures;
};

Opened opened(const Holder& person) {
    static const kiosk::tests::SampleOffice office;
    reading::PlainReader reader(
        verify::TrustList{.roots = seal::certificatesInPem(office.issuer().rootPem()).value()});
    const LicenceFace face = permitOf(person);
    const LicenceFile file{.content =
                               office.issuer().makeOfd(face, kiosk::tests::kIssuingTime).value()};
    const auto words = privateWords(face.licence, person);
    return {face.licence, openLicence(reader, file, words, kiosk::tests::kIssuingTime).value()};
}

const Holder kSomebody{Holder::Kind::person, "单𠮷䶮", "990101198501010010"};
const Holder kOther{Holder::Kind::person, "韩知夏", "990101197203040025"};

} // namespace

TEST_CASE("R6 the covered pictures of two persons' licences are one and the same") {
    const Opened one = opened(kSomebody);
    const Opened other = opened(kOther);
    REQUIRE(one.pictures->pages.size() == one.pictures->coveredPages.size());
    const bool differAsTheyAre = one.pictures->pages[0]->pixels != other.pictures->pages[0]->pixels;
    const bool sameWhenCovered =
        one.pictures->coveredPages[0]->pixels == other.pictures->coveredPages[0]->pixels;
    CHECK(differAsTheyAre);
    CHECK(sameWhenCovered);
}

TEST_CASE("R6 covering takes what is private and leaves the rest of the page as it is") {
    const Opened one = opened(kSomebody);
    const auto& whole = one.pictures->pages[0]->pixels;
    const auto& covered = one.pictures->coveredPages[0]->pixels;
    REQUIRE(whole.size() == covered.size());
    std::size_t changed = 0;
    for (std::size_t i = 0; i < whole.size(); ++i)
        changed += whole[i] != covered[i] ? 1 : 0;
    CHECK(changed > 1000);
    CHECK(changed < whole.size() / 10);
}

TEST_CASE("R6 an enterprise's name is no secret, its number and the person in front are") {
    Licence licence = kiosk::tests::sampleFace().licence;
    const auto words = privateWords(licence, kSomebody);
    const auto has = [&](const std::string& word) { return std::ranges::count(words, word) > 0; };
    CHECK(has(licence.number));
    CHECK(has(licence.holder.code));
    CHECK(has(kSomebody.name));
    CHECK_FALSE(has(licence.holder.name));
}

TEST_CASE("R6 a foreigner's name is private in both its writings") {
    Holder foreigner = kSomebody;
    foreigner.latinName = "OAKFORD WINIFRED";
    const auto words = privateWords(kiosk::tests::sampleFace().licence, foreigner);
    CHECK(std::ranges::count(words, foreigner.latinName) == 1);
    const auto others = privateWords(kiosk::tests::sampleFace().licence, kSomebody);
    CHECK(std::ranges::count(others, "") == 0); // an empty word would cover everything
}

} // namespace kiosk::visit::tests
