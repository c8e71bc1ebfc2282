// SPDX-License-Identifier: Apache-2.0
#include <regex>
#include <thread>

#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "tests/support/swtpm.h"
#include "tests/unit/handout/key_folder.h"

namespace kiosk::handout {

namespace {

void write(const std::filesystem::path& file, std::string_view text) {
    REQUIRE(writeFile(file, bytesOf(text)));
}

/// Nothing, with a warning, where this machine has none to try with.
std::unique_ptr<tests::Swtpm> someTpm() {
    auto tpm = tests::Swtpm::start();
    if (tpm)
        return std::move(*tpm);
    WARN("skipped: " << tpm.error().line());
    return nullptr;
}

bool signsAsItself(const DeviceKey& key) {
    const auto signature = key.sign(bytesOf("a message"));
    return signature && hasSigned(key.publicPoint(), bytesOf("a message"), *signature);
}

} // namespace

TEST_CASE("G6 a kiosk keeps its key: the same one after every start, for its own eyes") {
    const tests::KeyFolder folder;
    const std::string name = folder.key().fingerprint();
    CHECK(folder.key().fingerprint() == name);
    CHECK(std::regex_match(name, std::regex("[0-9A-F]{4}(-[0-9A-F]{4}){4}")));
    using std::filesystem::perms;
    CHECK(std::filesystem::status(folder.file()).permissions() ==
          (perms::owner_read | perms::owner_write));
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("G6 another kiosk has another key") {
    const tests::KeyFolder one;
    const tests::KeyFolder other;
    CHECK(one.key().fingerprint() != other.key().fingerprint());
}

TEST_CASE("G6 two programs that make the key at once have one key") {
    for (int round = 0; round < 10; ++round) {
        const tests::KeyFolder folder;
        std::vector<std::string> names(4);
        {
            std::vector<std::jthread> programs;
            for (std::string& name : names)
                programs.emplace_back([&] { name = folder.key().fingerprint(); });
        }
        for (const std::string& name : names)
            CHECK(name == folder.key().fingerprint());
    }
}

TEST_CASE("G6 what is no key of this kind is said, and never replaced") {
    const tests::KeyFolder folder;
    constexpr std::string_view kOther = // Ed25519, RFC 8410 section 10.3
        "-----BEGIN PRIVATE KEY-----\n"
        "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n"
        "-----END PRIVATE KEY-----\n";
    for (const std::string_view content :
         {std::string_view(), std::string_view("no key"), kOther}) {
        write(folder.file(), content);
        const auto key = DeviceKey::openOrMake(folder.file());
        REQUIRE_FALSE(key);
        CHECK(key.error().code() == "handout.key");
        CHECK(toText(readFile(folder.file()).value()) == content);
    }
    const auto nowhere = DeviceKey::openOrMake(folder.path() / "no such folder" / kKeyFileName);
    REQUIRE_FALSE(nowhere);
    CHECK(nowhere.error().code() == "handout.key");
    CHECK_FALSE(DeviceKey::open(folder.path() / "none.pem"));
}

TEST_CASE("S3 where the board has a TPM the key is made there, and is the same after every start") {
    const auto tpm = someTpm();
    if (!tpm)
        return;
    const tests::KeyFolder folder;
    const auto made = DeviceKey::openOrMake(folder.file(), tpm->place());
    REQUIRE(made);
    CHECK(made->isInTpm());
    CHECK(signsAsItself(*made));
    tpm->cutPower();
    REQUIRE(tpm->powerOn());
    const auto again = DeviceKey::openOrMake(folder.file(), tpm->place());
    REQUIRE(again);
    CHECK(again->isInTpm());
    CHECK(again->fingerprint() == made->fingerprint());
    CHECK(signsAsItself(*again));
    CHECK(toText(readFile(folder.file()).value()).find("BEGIN PRIVATE KEY") == std::string::npos);
}

TEST_CASE("S3 a key in a file goes on being one when there is a TPM, and says so") {
    const auto tpm = someTpm();
    if (!tpm)
        return;
    const tests::KeyFolder folder;
    const std::string name = folder.key().fingerprint();
    const auto key = DeviceKey::openOrMake(folder.file(), tpm->place());
    REQUIRE(key);
    CHECK_FALSE(key->isInTpm());
    CHECK(key->fingerprint() == name);
}

TEST_CASE("S3 a TPM that is not the kiosk's, or not there, is left alone") {
    const auto tpm = someTpm();
    if (!tpm)
        return;
    tpm::Place desk = tpm->place();
    desk.isOurs = false;
    tpm::Place without = tpm->place();
    without.node = "/none";
    for (const tpm::Place& place : {desk, without}) {
        const tests::KeyFolder folder;
        const auto key = DeviceKey::openOrMake(folder.file(), place);
        REQUIRE(key);
        CHECK_FALSE(key->isInTpm());
    }
}

TEST_CASE("S3 without its TPM, or in another, a key has its name and signs nothing") {
    const auto tpm = someTpm();
    if (!tpm)
        return;
    const tests::KeyFolder folder;
    const std::string name =
        DeviceKey::openOrMake(folder.file(), tpm->place()).value().fingerprint();
    const auto other = someTpm();
    tpm->cutPower();
    for (const auto& [place, code] : {std::pair(tpm->place(), std::string("tpm.absent")),
                                      std::pair(other->place(), std::string("tpm.other"))}) {
        CAPTURE(code);
        const auto key = DeviceKey::openOrMake(folder.file(), place);
        REQUIRE(key);
        CHECK(key->fingerprint() == name); // and none was made in its place
        const auto signature = key->sign(bytesOf("a message"));
        REQUIRE_FALSE(signature);
        CHECK(signature.error().code() == code);
    }
}

TEST_CASE("S3 a TPM that is there and fails makes no key in a file") {
    const auto tpm = someTpm();
    if (!tpm)
        return;
    const tests::KeyFolder folder;
    tpm->cutPower();
    const auto key = DeviceKey::openOrMake(folder.file(), tpm->place());
    REQUIRE_FALSE(key);
    CHECK(key.error().code() == "tpm.absent");
    CHECK(std::filesystem::is_empty(folder.path()));
}

} // namespace kiosk::handout
