// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "firmware/verify/trust_list.h"
#include "tests/unit/verify/checking.h"

using namespace kiosk;
using namespace kiosk::tests;
using verify::TrustList;

TEST_CASE("V4 every certificate file of the folder is a root, other files are not looked at") {
    const SampleOffice office;
    const SampleOffice other;
    const TemporaryFolder folder;
    REQUIRE(writeFile(folder.path() / "b.pem", bytesOf(office.issuer().rootPem())));
    REQUIRE(writeFile(folder.path() / "a.crt", bytesOf(other.issuer().rootPem())));
    REQUIRE(writeFile(folder.path() / "notes.txt", bytesOf("who is who")));
    const TrustList list = TrustList::load(folder.path()).value();
    REQUIRE(list.roots.size() == 2);
    CHECK(list.roots[0] == trustIn(other).roots.front());
    CHECK(list.roots[1] == trustIn(office).roots.front());
}

TEST_CASE("V3 a kiosk that trusts nobody says so") {
    const TemporaryFolder folder;
    CHECK(TrustList::load(folder.path()).error().code() == "trust.empty");
    CHECK(TrustList::load(folder.path() / "absent").error().code() == "trust.empty");
    CHECK(TrustList::load(folder.path()).error().remedy() == Remedy::configuration);
}

TEST_CASE("V4 a damaged root is an error that names its file") {
    const TemporaryFolder folder;
    REQUIRE(writeFile(folder.path() / "root.pem", bytesOf("-----BEGIN CERTIFICATE-----")));
    const auto error = TrustList::load(folder.path()).error();
    CHECK(error.code() == "trust.not-a-certificate");
    CHECK(error.detail() == "root.pem");
}

TEST_CASE("V4 a root too large to be one cannot be read") {
    const TemporaryFolder folder;
    REQUIRE(writeFile(folder.path() / "root.pem", Bytes((1U << 20) + 1)));
    CHECK(TrustList::load(folder.path()).error().code() == "trust.unreadable");
}
