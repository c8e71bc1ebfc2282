// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/seal/signature.h"
#include "tests/unit/seal/vectors.h"

using namespace kiosk;
using namespace kiosk::seal;
using namespace kiosk::tests;

namespace {

const SignatureAlgorithm kSm2WithSm3{.identifier = "1.2.156.10197.1.501"};

SignatureMatch check(std::string_view certificateHex, std::string_view valueHex,
                     std::string_view message = vectors::kMessage,
                     const SignatureAlgorithm& algorithm = kSm2WithSm3) {
    return checkSignature(fromHex(certificateHex).value(), algorithm, bytesOf(message),
                          fromHex(valueHex).value());
}

/// The vector's two numbers without their wrapping: 30 46 02 21 00 r 02 21 00 s.
std::string rawValue() {
    const std::string hex(vectors::kValue);
    return hex.substr(10, 64) + hex.substr(80, 64);
}

} // namespace

TEST_CASE("V10 a signature under the default user ID matches") {
    CHECK(check(vectors::kSignerCertificate, vectors::kValue) == SignatureMatch::matches);
    CHECK(check(vectors::kSignerCertificate, vectors::kValue, vectors::kMessage,
                {.identifier = "1.2.156.10197.1.301.1"}) == SignatureMatch::matches);
}

TEST_CASE("V10 a signature under an empty user ID does not match") {
    CHECK(check(vectors::kSignerCertificate, vectors::kEmptyIdValue) == SignatureMatch::differs);
}

TEST_CASE("V10 a raw value of 64 bytes means the same as its wrapped form") {
    REQUIRE(rawValue().size() == 128);
    CHECK(check(vectors::kSignerCertificate, rawValue()) == SignatureMatch::matches);
    std::string changed = rawValue();
    changed[127] = changed[127] == '0' ? '1' : '0';
    CHECK(check(vectors::kSignerCertificate, changed) == SignatureMatch::differs);
}

TEST_CASE("V10 another message does not match") {
    CHECK(check(vectors::kSignerCertificate, vectors::kValue, "electronic Licence") ==
          SignatureMatch::differs);
}

TEST_CASE("V10 every changed byte of the value is noticed") {
    const Bytes certificate = fromHex(vectors::kSignerCertificate).value();
    const Bytes value = fromHex(vectors::kValue).value();
    for (std::size_t i = 0; i < value.size(); ++i) {
        Bytes changed = value;
        changed[i] ^= std::byte{1};
        INFO("byte " << i);
        CHECK(checkSignature(certificate, kSm2WithSm3, bytesOf(vectors::kMessage), changed) ==
              SignatureMatch::differs);
    }
}

TEST_CASE("V10 values that are no pair of numbers do not match") {
    const std::string_view value =
        GENERATE(as<std::string_view>{}, "", "00", "3000", "3006020100020100");
    CHECK(check(vectors::kSignerCertificate, value) == SignatureMatch::differs);
    CHECK(check(vectors::kSignerCertificate, std::string(128, '0')) == SignatureMatch::differs);
}

TEST_CASE("V10 an unknown algorithm is neither right nor wrong") {
    CHECK(check(vectors::kSignerCertificate, vectors::kValue, vectors::kMessage,
                {.identifier = "1.2.156.10197.1.999"}) == SignatureMatch::unknownAlgorithm);
    CHECK(check(vectors::kSignerCertificate, vectors::kValue, vectors::kMessage,
                {.identifier = kSm2WithSm3.identifier, .digest = "1.2.156.10197.1.401.2"}) ==
          SignatureMatch::unknownAlgorithm);
}

TEST_CASE("V10 the key's kind decides: another kind's algorithm is refused, not tried") {
    CHECK(check(vectors::kSignerCertificate, vectors::kValue, vectors::kMessage,
                {.identifier = "1.2.840.113549.1.1.11"}) == SignatureMatch::misfit);
    CHECK(check(vectors::kSignerCertificate, vectors::kValue, vectors::kMessage,
                {.identifier = "1.2.840.10045.4.3.2"}) == SignatureMatch::misfit);
    CHECK(check(vectors::kOtherCurveCertificate, vectors::kValue) == SignatureMatch::misfit);
    CHECK(check(vectors::kSignerCertificate, vectors::kValue, vectors::kMessage,
                {.identifier = kSm2WithSm3.identifier, .digest = "2.16.840.1.101.3.4.2.1"}) ==
          SignatureMatch::misfit);
}

TEST_CASE("V10 a damaged certificate has no key") {
    CHECK(check("3003020101", vectors::kValue) == SignatureMatch::unreadableKey);
    CHECK(check(std::string(vectors::kSignerCertificate) + "00", vectors::kValue) ==
          SignatureMatch::unreadableKey);
}
