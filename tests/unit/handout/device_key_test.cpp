// SPDX-License-Identifier: Apache-2.0
#include <regex>
#include <thread>

#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "tests/unit/handout/key_folder.h"

namespace kiosk::handout {

namespace {

void write(const std::filesystem::path& file, std::string_view text) {
    REQUIRE(writeFile(file, bytesOf(text)));
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

} // namespace kiosk::handout
