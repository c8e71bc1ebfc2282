// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <catch2/catch.hpp>

#include "firmware/licence/copy_code.h"
#include "tests/support/sample_copy_code.h"

namespace kiosk {

namespace {

using tests::sampleCopyCode;

std::string errorOf(std::string_view text) {
    const auto code = parseCopyCode(text);
    return code ? "none" : code.error().code();
}

} // namespace

TEST_CASE("R7 a copy's code reads back to the same copy") {
    const CopyCode code = sampleCopyCode();
    CHECK(*parseCopyCode(toText(code)) == code);
    CHECK(toText(code).starts_with("LK2:990000:A7K2-93QX-0001:11990000MB0000001X001:SCHOOL:"));
    CHECK(toText(code).starts_with(signedText(code)));
    CHECK(toText(code).size() - signedText(code).size() == 96);
}

TEST_CASE("R7 a code is in the characters a QR packs closest") {
    constexpr std::string_view kAlphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    const std::string text = toText(sampleCopyCode());
    CHECK(std::ranges::all_of(
        text, [&](char c) { return kAlphanumeric.find(c) != std::string_view::npos; }));
    CHECK(text.size() == 178); // as the README and the sheet's layout have it
}

TEST_CASE("V2 any other text is not a licence code") {
    for (const char* text : {"", "LK", "LK2", "LK2:", "LKX:990000", "https://example.org/",
                             "lk2:990000:A7K2-93QX-0001"})
        CHECK(errorOf(text) == "code.not-a-licence-code");
}

TEST_CASE("V2 a code of another form is said to be one") {
    CHECK(errorOf("LK1:990000:A7K2-93QX-0001:7") == "code.unknown-version");
    CHECK(errorOf("LK3:whatever comes next") == "code.unknown-version");
}

TEST_CASE("R7 a code that is not whole is read again, not guessed at") {
    const std::string text = toText(sampleCopyCode());
    for (std::size_t size = 5; size < text.size(); ++size)
        CHECK(errorOf(text.substr(0, size)) == "code.misread");
    CHECK(errorOf(text + "0") == "code.misread");
    CopyCode wrong = sampleCopyCode();
    wrong.regionCode = "99000X";
    CHECK(errorOf(toText(wrong)) == "code.misread");
    wrong = sampleCopyCode("SHORT");
    CHECK(errorOf(toText(wrong)) == "code.misread");
    wrong = sampleCopyCode();
    wrong.purposeKey = "a purpose of many words";
    CHECK(errorOf(toText(wrong)) == "code.misread");
}

TEST_CASE("R7 keys a code can carry are small letters, digits and dashes") {
    for (const char* key : {"school", "a", "sixteen-letters-", "7"})
        CHECK(isPurposeKey(key));
    for (const char* key : {"", "School", "seventeen-letters", "two words", "子女入学"})
        CHECK_FALSE(isPurposeKey(key));
    std::string text = toText(sampleCopyCode());
    text.replace(text.find("SCHOOL"), 6, "school");
    CHECK(errorOf(text) == "code.misread");
}

TEST_CASE("R7 one changed character is never the same code") {
    const std::string text = toText(sampleCopyCode());
    for (std::size_t i = 4; i < text.size(); ++i) {
        std::string changed = text;
        changed[i] = changed[i] == '7' ? '5' : '7';
        if (const auto code = parseCopyCode(changed))
            CHECK(toText(*code) == changed);
    }
}

} // namespace kiosk
