// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/licence/check_characters.h"
#include "firmware/licence/grant.h"

using namespace kiosk;

namespace {

Grant sample() {
    Grant grant{
        .number = "G990000-2026-0001",
        .regionCode = "990000",
        .role = Grant::Role::manager,
        .enterprise = {Holder::Kind::enterprise, "云州市浮梦文化有限公司",
                       "91990101MA9900001" + std::string(1, *creditCodeCheck("91990101MA9900001"))},
        .bearer = {Holder::Kind::person, "单 𠮷䶮", "990102198506140031"},
        .typeCodes = {"11990000MB0000001X001", "11990000MB0000001X002"},
        .purposeKeys = {"bank"},
        .from = std::chrono::year(2026) / 1 / 1,
        .until = std::chrono::year(2027) / 2 / 28};
    grant.signerKey.fill(std::byte{0xAB});
    grant.signature.fill(std::byte{0x5C});
    return grant;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    return text.replace(text.find(what), what.size(), with);
}

} // namespace

TEST_CASE("R4 a grant reads back as it was written") {
    CHECK(parseGrant(toText(sample())).value() == sample());
    Grant all = sample();
    all.typeCodes.clear();
    all.purposeKeys.clear();
    CHECK(toText(all).find("types=*\npurposes=*") != std::string::npos);
    CHECK(parseGrant(toText(all)).value() == all);
}

TEST_CASE("R4 what is not written as a grant is none") {
    const std::string text = toText(sample());
    const std::pair<std::string_view, std::string_view> kDamages[] = {
        {"LG1", "LG2"},
        {"role=manager", "role=owner"},
        {"from=2026-01-01", "from=2026-02-30"},
        {"until=2027-02-28", "until=2027-2-28"},
        {"signer=abab", "signer=ABAB"},
        {"signature=5c", "signature="},
        {"number=G990000-2026-0001", "number=G1"},
        {"types=", "typen="},
        {"purposes=bank", "purposes=bank "},
        {"\nuntil", "\n\nuntil"},
    };
    for (const auto& [what, with] : kDamages) {
        CAPTURE(what, with);
        CHECK(parseGrant(replaced(text, what, with)).error().code() == "grant.garbled");
    }
    CHECK_FALSE(parseGrant(text + "\n"));
    CHECK_FALSE(parseGrant(""));
    for (std::size_t length = 0; length < text.size(); length += 7)
        CHECK_FALSE(parseGrant(text.substr(0, length)));
}

TEST_CASE("R4 a grant that names nobody, or too much, is none though it is written as one") {
    const auto isRead = [](auto change) {
        Grant grant = sample();
        change(grant);
        return parseGrant(toText(grant)).has_value();
    };
    CHECK(isRead([](Grant& g) { g.number = std::string(32, 'G'); }));
    CHECK_FALSE(isRead([](Grant& g) { g.number = std::string(33, 'G'); }));
    CHECK(isRead([](Grant& g) { g.number = std::string(8, 'G'); }));
    CHECK_FALSE(isRead([](Grant& g) { g.number = std::string(7, 'G'); }));
    CHECK_FALSE(isRead([](Grant& g) { g.enterprise.name.clear(); }));
    CHECK_FALSE(isRead([](Grant& g) { g.bearer.name.clear(); }));
    for (const auto list : {&Grant::typeCodes, &Grant::purposeKeys}) {
        CHECK(isRead([list](Grant& g) { (g.*list).assign(32, "bank"); }));
        CHECK_FALSE(isRead([list](Grant& g) { (g.*list).assign(33, "bank"); }));
        CHECK_FALSE(isRead([list](Grant& g) { g.*list = {"bank", ""}; }));
    }
}

TEST_CASE("R4 a name cannot bring a line of its own into a grant") {
    Grant grant = sample();
    grant.bearer.name = "林\nuntil=2099-12-31";
    CHECK_FALSE(parseGrant(toText(grant)));
}

TEST_CASE("R4 a grant without a scope covers everything, with one only that") {
    Grant grant = sample();
    CHECK(coversType(grant, "11990000MB0000001X001"));
    CHECK_FALSE(coversType(grant, "11990000MB0000001X011"));
    CHECK(coversPurpose(grant, "bank"));
    CHECK_FALSE(coversPurpose(grant, "school"));
    grant.typeCodes.clear();
    grant.purposeKeys.clear();
    CHECK(coversType(grant, "11990000MB0000001X011"));
    CHECK(coversPurpose(grant, "school"));
}
