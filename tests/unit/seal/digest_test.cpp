// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/seal/running_digest.h"

using namespace kiosk;
using namespace kiosk::seal;

TEST_CASE("V10 SM3 of abc is the standard's example") { // GB/T 32905-2016, A.1
    CHECK(toHex(sm3(bytesOf("abc"))) ==
          "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
}

TEST_CASE("V10 SM3 of 64 characters is the standard's second example") { // A.2
    CHECK(toHex(sm3(bytesOf("abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd"))) ==
          "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
}

TEST_CASE("digests are known by identifier and by name in any case") {
    CHECK(digestAlgorithm("1.2.156.10197.1.401") == DigestAlgorithm::sm3);
    CHECK(digestAlgorithm("sm3") == DigestAlgorithm::sm3);
    CHECK(digestAlgorithm("SHA256") == DigestAlgorithm::sha256);
    CHECK(digestAlgorithm("sha1") == DigestAlgorithm::sha1);
    CHECK(digestAlgorithm("MD5") == DigestAlgorithm::md5);
}

TEST_CASE("V10 keyed SM3 and unheard-of names are unknown, never taken for SM3") {
    CHECK_FALSE(digestAlgorithm("1.2.156.10197.1.401.2"));
    CHECK_FALSE(digestAlgorithm(""));
    CHECK_FALSE(digestAlgorithm("SM33"));
}

TEST_CASE("each digest has its own length, and the weak ones are called weak") {
    CHECK(digest(DigestAlgorithm::sha256, {}).size() == 32);
    CHECK(digest(DigestAlgorithm::sha1, {}).size() == 20);
    CHECK(toHex(digest(DigestAlgorithm::md5, bytesOf("abc"))) ==
          "900150983cd24fb0d6963f7d28e17f72");
    CHECK(isCollisionResistant(DigestAlgorithm::sm3));
    CHECK(isCollisionResistant(DigestAlgorithm::sha256));
    CHECK_FALSE(isCollisionResistant(DigestAlgorithm::sha1));
    CHECK_FALSE(isCollisionResistant(DigestAlgorithm::md5));
}

TEST_CASE("the digest of what comes piece by piece is that of the whole") {
    for (const auto algorithm : {DigestAlgorithm::sha256, DigestAlgorithm::sm3}) {
        RunningDigest running(algorithm);
        for (const std::string_view piece : {"a", "", "bc"})
            running.add(bytesOf(piece));
        CHECK(running.end() == digest(algorithm, bytesOf("abc")));
        CHECK(running.end().empty()); // there is none after its end
    }
}
