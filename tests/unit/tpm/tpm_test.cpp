// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/seal/digest.h"
#include "firmware/tpm/tpm.h"
#include "tests/unit/tpm/some_tpm.h"

namespace kiosk::tpm {

namespace {

Bytes digestOf(std::string_view text) {
    return seal::digest(seal::DigestAlgorithm::sha256, bytesOf(text));
}

} // namespace

TEST_CASE("S3 a TPM makes keys that only sign and cannot leave it, each another one") {
    const auto tpm = someTpm();
    if (!tpm)
        return;
    const Transport at = tpm->place().transport;
    const auto one = makeSigner(at);
    const auto other = makeSigner(at);
    REQUIRE(one);
    REQUIRE(other);
    const auto point = pointOf(*one); // which looks at what it may do
    REQUIRE(point);
    CHECK(point->size() == 65);
    CHECK(*point != pointOf(*other).value());
    const auto signature = sign(*one, digestOf("a message"), at);
    REQUIRE(signature);
    CHECK(signature->size() == 64);
}

TEST_CASE("S3 nothing stays loaded in a TPM, however often it is asked") {
    const auto tpm = someTpm();
    if (!tpm)
        return;
    const auto key = makeSigner(tpm->place().transport);
    REQUIRE(key);
    for (int i = 0; i < 12; ++i) // it has room for three
        REQUIRE(sign(*key, digestOf("again"), tpm->place().transport));
}

TEST_CASE("S3 a key works after its TPM was without power, and in no other TPM") {
    const auto tpm = someTpm();
    if (!tpm)
        return;
    const auto key = makeSigner(tpm->place().transport);
    REQUIRE(key);
    tpm->cutPower();
    const auto dark = sign(*key, digestOf("x"), tpm->place().transport);
    REQUIRE_FALSE(dark);
    CHECK(dark.error().code() == "tpm.absent");
    CHECK(dark.error().remedy() == Remedy::technician);
    REQUIRE(tpm->powerOn());
    CHECK(sign(*key, digestOf("x"), tpm->place().transport));

    const auto other = someTpm();
    const auto foreign = sign(*key, digestOf("x"), other->place().transport);
    REQUIRE_FALSE(foreign);
    CHECK(foreign.error().code() == "tpm.other");
    CHECK(foreign.error().remedy() == Remedy::technician);
}

TEST_CASE("S3 a sealed key that somebody changed is refused by its TPM") {
    const auto tpm = someTpm();
    if (!tpm)
        return;
    const auto key = makeSigner(tpm->place().transport);
    REQUIRE(key);
    for (std::size_t at = 0; at < key->privatePart.size(); at += 13) {
        CAPTURE(at);
        KeyBlob changed = *key;
        changed.privatePart[at] ^= std::byte{1};
        CHECK_FALSE(sign(changed, digestOf("x"), tpm->place().transport));
    }
}

TEST_CASE("S3 where there is no TPM that is said, and who must act") {
    const auto made =
        makeSigner({kernelTransport().library, kernelTransport().init, "/dev/null/none"});
    REQUIRE_FALSE(made);
    CHECK(made.error().code() == "tpm.absent");
    CHECK(made.error().remedy() == Remedy::technician);
}

} // namespace kiosk::tpm
