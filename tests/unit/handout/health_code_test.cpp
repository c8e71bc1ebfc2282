// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "firmware/handout/health_code.h"
#include "firmware/health/report.h"
#include "tests/unit/handout/code_reading.h"
#include "tests/unit/handout/key_folder.h"
#include "tests/unit/health/health_with_person.h"

namespace kiosk::handout {

namespace {

using Texts = std::vector<std::string>;

/// As much as there may be to say: a kiosk of all regions at which nothing works.
health::Health worstHealth() {
    health::Health worst = tests::soundHealth();
    for (health::Device& device : worst.devices) {
        device.state = health::DeviceWord::hardwareError;
        device.why = device.lastError =
            health::Cause("device.needs-technician", Remedy::technician);
        device.faults = 3;
    }
    worst.regions.clear();
    for (int code = 110000; code < 110000 + 34 * 10000; code += 10000)
        worst.regions.push_back(
            {health::RegionCode(std::to_string(code)),
             health::Outcome{health::Cause("authority.unreachable", Remedy::wait)}});
    return worst;
}

std::optional<tests::ReadReport> readBack(const health::Health& health, const DeviceKey& key) {
    return tests::readCodes(healthCodes(health, key).value().texts);
}

} // namespace

TEST_CASE("G6 the codes, put together, are the JSON of the report's file that they carry, signed") {
    const tests::KeyFolder folder;
    const DeviceKey key = folder.key();
    for (const health::Health& health : {tests::soundHealth(), worstHealth(), health::Health()}) {
        const auto read = readBack(health, key);
        REQUIRE(read);
        CHECK(read->json == health::forCodes(health::reportOf(health)).dump());
        CHECK(read->isSigned);
        CHECK(read->point == key.publicPoint());
    }
}

TEST_CASE("G6 of a sound kiosk three codes are enough, whatever staff tried") {
    const tests::KeyFolder folder;
    const auto read = readBack(tests::soundHealth(), folder.key());
    REQUIRE(read);
    CHECK_FALSE(nlohmann::json::parse(read->json)["facts"].contains("test"));
    CHECK(healthCodes(tests::soundHealth(), folder.key())->texts.size() <= 3);
}

TEST_CASE("G6 the codes count in any order, and twice; one that is missing is missed") {
    const tests::KeyFolder folder;
    Texts texts = healthCodes(worstHealth(), folder.key()).value().texts;
    REQUIRE(texts.size() >= 3);
    std::ranges::reverse(texts);
    texts.push_back(texts.front());
    CHECK(tests::readCodes(texts));
    Texts others = healthCodes(tests::soundHealth(), folder.key()).value().texts;
    for (std::size_t missing = 0; missing + 1 < texts.size(); ++missing) {
        Texts some = texts;
        std::erase(some, texts[missing]);
        CHECK_FALSE(tests::readCodes(some));
        some.push_back(others.front());
        CHECK_FALSE(tests::readCodes(some));
    }
}

TEST_CASE("G6 a code holds what a phone reads: few characters of the densest alphabet") {
    const tests::KeyFolder folder;
    constexpr std::string_view kDense = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    for (const health::Health& health : {tests::soundHealth(), worstHealth()}) {
        const HealthCodes codes = healthCodes(health, folder.key()).value();
        CHECK(codes.texts.size() <= kMostCodes);
        for (const std::string& text : codes.texts) {
            CHECK(text.size() <= kMostCharacters);
            CHECK(text.find_first_not_of(kDense) == std::string::npos);
            CHECK(text.starts_with("KH1/" + folder.key().fingerprint().substr(0, 4) + "/" +
                                   codes.report + "/"));
        }
    }
}

TEST_CASE("G6 no length of a report makes a code too large") {
    const tests::KeyFolder folder;
    const DeviceKey key = folder.key();
    SeededRandom random(6);
    std::string report;
    while (const auto codes = healthCodes(report += std::to_string(random.next()), key)) {
        for (const std::string& text : codes->texts)
            REQUIRE(text.size() <= kMostCharacters);
        REQUIRE(tests::readCodes(codes->texts)->json == report);
    }
    CHECK(report.size() > kMostCharacters * 4);
}

TEST_CASE("G6 a report that is too long for the codes is an error, not a part of one") {
    const tests::KeyFolder folder;
    SeededRandom random(6);
    std::string tooLong;
    for (int i = 0; i < 400; ++i)
        tooLong += std::to_string(random.next());
    const auto codes = healthCodes(tooLong, folder.key());
    REQUIRE_FALSE(codes);
    CHECK(codes.error().code() == "handout.too-long");
}

TEST_CASE("G6 a changed byte is no signed report any more, wherever it stands") {
    const tests::KeyFolder folder;
    const auto data =
        tests::dataOf(healthCodes(tests::soundHealth(), folder.key()).value().texts).value();
    CHECK(tests::readData(data)->isSigned);
    for (std::size_t at = 0; at < data.size(); at += 7) {
        Bytes changed = data;
        changed[at] ^= std::byte{1};
        const auto read = tests::readData(changed);
        CHECK((!read || !read->isSigned));
    }
}

TEST_CASE("G7 an invented person whom every input names stands in no code") {
    const tests::KeyFolder folder;
    for (const std::string_view person : tests::kPerson) {
        const auto read = readBack(tests::healthKnowing(person), folder.key());
        REQUIRE(read);
        CHECK(read->json.find(person) == std::string::npos);
        CHECK(read->json.find(health::Cause::kUnnamed) != std::string::npos);
    }
}

} // namespace kiosk::handout
