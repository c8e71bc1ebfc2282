// SPDX-License-Identifier: Apache-2.0
#include <functional>
#include <set>

#include <catch2/catch.hpp>

#include "firmware/licence/check_characters.h"
#include "firmware/licence/metadata/quality.h"

namespace kiosk {

namespace {

using namespace std::chrono_literals;

constexpr Date kToday = 2026y / 11 / 25;

/// In order in every respect: all codes are public examples, the person is invented.
LicenceMetadata sound() {
    return {.typeCode = "11100000000013338W011",
            .identifier =
                "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U",
            .issuerCode = "11430000006122244L",
            .holders = {{Holder::Kind::person, "林云舒", "932682198501010017"}},
            .issuedOn = {StatedDate::Kind::day, 2023y / 1 / 5},
            .expiresOn = {StatedDate::Kind::day, 2033y / 1 / 4}};
}

std::string numbered(const std::string& first17) {
    return first17 + *citizenNumberCheck(first17);
}

/// One rule broken, and what is found then.
struct Broken {
    Quality expected;
    std::function<void(LicenceMetadata&)> breakIt;
};

std::function<void(LicenceMetadata&)> holderCode(std::string code,
                                                 Holder::Kind kind = Holder::Kind::person) {
    return [=](LicenceMetadata& metadata) { metadata.holders = {{kind, "林云舒", code}}; };
}

std::function<void(LicenceMetadata&)> holderName(const char* name) {
    return [=](LicenceMetadata& metadata) { metadata.holders.front().name = name; };
}

std::function<void(LicenceMetadata&)> identifier(std::string text, std::string typeCode = "") {
    return [=](LicenceMetadata& metadata) {
        metadata.identifier = text;
        metadata.typeCode = typeCode;
    };
}

std::vector<Broken> identifierRules() {
    using enum Quality;
    return {{identifierMissing, identifier("")},
            {identifierMalformed, identifier("1.2.156.3005.2.7")},
            {identifierCheckVariant,
             identifier("1.2.156.3005.2.11100000MB03271699022.11370000MB2852565A."
                        "301213AF0610489FBEC46E8AB9C5C25F.001.T")},
            {identifierCheckWrong, identifier("1.2.156.3005.2.11100000000013338W011."
                                              "11430000006122244L.20230000403.001.V")},
            {identifierTypeDiffers, identifier(sound().identifier, "11100000MB03271699022")},
            {typeCodeMalformed, [](LicenceMetadata& m) { m.identifier.clear(), m.typeCode = "7"; }},
            {issuerCodeOther, [](LicenceMetadata& m) { m.issuerCode = "340100"; }},
            {creditCodeCheckWrong, [](LicenceMetadata& m) { m.issuerCode = "11430000006122244A"; }},
            {creditCodeBodyCheckWrong, [](LicenceMetadata& m) {
                 m.issuerCode = "11430000006122245";
                 m.issuerCode += *creditCodeCheck(m.issuerCode);
             }}};
}

std::vector<Broken> holderRules() {
    using enum Quality;
    return {{holderMissing, [](LicenceMetadata& m) { m.holders.clear(); }},
            {holderNameUnencoded, holderName("王\uE863")},
            {holderNameUnencoded, holderName("王?")},
            {holderNameUnencoded, holderName("王〓")},
            {holderNameNewest, holderName("温\U0002EBF0")},
            {holderNameNewest, holderName("温\U00031350")},
            {holderCodeMissing, holderCode("")},
            {holderCodeUnknown, holderCode("???")},
            {holderCodeUnknown, holderCode("???", Holder::Kind::enterprise)},
            {holderCountsDiffer, [](LicenceMetadata& m) { m.holdersMatch = false; }},
            {identityNumberCheckWrong, holderCode("932682198501010018")},
            {identityNumberDateUnreal, holderCode(numbered("93268219850230001"))},
            {identityNumberDateAhead, holderCode(numbered("93268220270101001"))},
            {identityNumberOldForm, holderCode("000000850101001")},
            {divisionUnknown, holderCode(numbered("00000019850101001"))}};
}

std::vector<Broken> dateRules() {
    using enum Quality;
    const auto date = [](StatedDate LicenceMetadata::* field, StatedDate value) {
        return [=](LicenceMetadata& metadata) { metadata.*field = value; };
    };
    const StatedDate tomorrow{StatedDate::Kind::day, 2026y / 11 / 26};
    const StatedDate longAgo{StatedDate::Kind::day, 1999y / 1 / 1};
    const StatedDate unreadable{StatedDate::Kind::unreadable};
    return {{dateUnreadable, date(&LicenceMetadata::issuedOn, unreadable)},
            {dateUnreadable, date(&LicenceMetadata::effectiveOn, unreadable)},
            {dateUnreadable, date(&LicenceMetadata::expiresOn, unreadable)},
            {dateAhead, date(&LicenceMetadata::issuedOn, tomorrow)},
            {datesOutOfOrder, date(&LicenceMetadata::expiresOn, longAgo)}};
}

std::vector<Broken> allRules() {
    std::vector<Broken> rules = identifierRules();
    std::ranges::move(holderRules(), std::back_inserter(rules));
    std::ranges::move(dateRules(), std::back_inserter(rules));
    return rules;
}

std::set<Quality> foundIn(const LicenceMetadata& metadata) {
    std::set<Quality> found;
    for (const QualityFinding& finding : judgeQuality(metadata, kToday))
        found.insert(finding.code);
    return found;
}

} // namespace

TEST_CASE("S7 data in order give no finding") {
    CHECK(judgeQuality(sound(), kToday).empty());
    LicenceMetadata open = sound();
    open.expiresOn = {StatedDate::Kind::openEnd};
    CHECK(judgeQuality(open, kToday).empty());
    open.holders.front().name = "单𠮷䶮·周𪚥";
    open.issuedOn.day = kToday;
    CHECK(judgeQuality(open, kToday).empty());
}

TEST_CASE("S7 each rule broken is found, and every code has a rule") {
    std::set<Quality> reached;
    for (const Broken& broken : allRules()) {
        LicenceMetadata metadata = sound();
        broken.breakIt(metadata);
        INFO(name(broken.expected));
        CHECK(foundIn(metadata).contains(broken.expected));
        reached.insert(broken.expected);
    }
    for (const Quality code : allQualities()) {
        INFO(name(code));
        CHECK(reached.contains(code));
    }
}

TEST_CASE("S7 every code has a name of its own") {
    std::set<std::string_view> names;
    for (const Quality code : allQualities())
        CHECK(names.insert(name(code)).second);
    CHECK(names.size() == 23);
}

TEST_CASE("S7 a finding names the field and never the value") {
    LicenceMetadata metadata = sound();
    metadata.holders.front().code = "932682198501010018";
    const auto findings = judgeQuality(metadata, kToday);
    REQUIRE(findings.size() == 1);
    CHECK(findings.front() ==
          QualityFinding{Quality::identityNumberCheckWrong, "CertificateHolderCode"});
    CHECK(severityOf(findings.front().code) == QualityFinding::Severity::advice);
    CHECK(name(QualityFinding::Severity::advice) == "advice");
    CHECK(name(QualityFinding::Severity::note) == "note");
}

TEST_CASE("S7 what one province computes otherwise and old codes are notes, not advice") {
    using enum Quality;
    for (const Quality code : {identifierCheckVariant, issuerCodeOther, creditCodeBodyCheckWrong,
                               divisionUnknown, holderCodeUnknown, identityNumberOldForm})
        CHECK(severityOf(code) == QualityFinding::Severity::note);
}

} // namespace kiosk
