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

TEST_CASE("V4 copy signers are loaded with the same checks, and say for which region") {
    const SampleOffice office;
    const TemporaryFolder folder;
    const auto signers = folder.path() / "copy-signers";
    std::filesystem::create_directories(signers);
    REQUIRE(writeFile(folder.path() / "root.pem", bytesOf(office.issuer().rootPem())));
    CHECK(TrustList::load(folder.path())->copySigners.empty());
    const std::string pem = office.issuer().copySignerPem();
    REQUIRE(writeFile(signers / "990100-2027.pem", bytesOf(pem)));
    const TrustList list = TrustList::load(folder.path()).value();
    REQUIRE(list.copySigners.size() == 1);
    CHECK(list.roots.size() == 1);
    CHECK(list.copySigners[0].regionCode == "990100");
    CHECK(list.copySigners[0].key == office.issuer().signCopy({})->signerKey);

    for (const char* name : {"yunzhou.pem", "9901000.pem", "99010x.pem"}) {
        REQUIRE(writeFile(signers / name, bytesOf(pem)));
        CHECK(TrustList::load(folder.path()).error().code() == "trust.not-a-region");
        std::filesystem::remove(signers / name);
    }
    REQUIRE(writeFile(signers / "990101.pem", bytesOf("-----BEGIN CERTIFICATE-----")));
    CHECK(TrustList::load(folder.path()).error().code() == "trust.not-a-certificate");
}

TEST_CASE("V11 a list's name changes with what it holds") {
    const SampleOffice office;
    const TrustList list = trustIn(office);
    CHECK(list.name().size() == 9);
    CHECK(list.name() == trustIn(office).name());
    TrustList more = list;
    more.roots.push_back(more.roots.front());
    CHECK(more.name() != list.name());
    TrustList signers = list;
    signers.copySigners.push_back({"990100", {}, list.roots.front()});
    CHECK(signers.name() != list.name());
}
