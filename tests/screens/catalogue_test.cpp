// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "screens/kit/catalogue/po_file.h"
#include "screens/kit/words.h"
#include "tests/screens/catalogue_lint.h"
#include "tests/screens/screen_fixture.h"

namespace kiosk::test {
namespace {

using Faults = std::vector<std::string>;

constexpr std::string_view kSourceFile = R"(
msgctxt "ui"
msgid "waiting"
msgstr "等待{0}答复"

msgctxt "ui"
msgid "start"
msgstr "开始"
)";

kit::Texts textsFrom(std::string_view content, std::string_view language) {
    auto texts = kit::Texts::from(content, assets().catalogue.languages().of(language));
    REQUIRE(texts);
    return std::move(*texts);
}

/// The faults of an English catalogue with these texts for the two keys, and what is added.
Faults faultsOf(std::string_view waiting, std::string_view start, std::string_view more = {}) {
    const std::string file = kit::format("msgctxt \"ui\"\nmsgid \"waiting\"\nmsgstr \"{}\"\n"
                                         "msgctxt \"ui\"\nmsgid \"start\"\nmsgstr \"{}\"\n{}",
                                         waiting, start, more);
    return catalogueFaults(textsFrom(file, "en"), textsFrom(kSourceFile, "zh-CN"));
}

std::string english(std::string_view pattern, kit::Values values) {
    return kit::withoutIsolates(kit::formatted(pattern, "en", values).value());
}

std::string codeOf(std::string_view po) {
    const auto entries = kit::readPo(po);
    return entries ? "read" : entries.error().code() + " " + entries.error().detail();
}

} // namespace

TEST_CASE("U9 every language has every text, in its script and with the same arguments") {
    const kit::Catalogue& catalogue = assets().catalogue;
    for (const visit::Language& language : allLanguages())
        CHECK(catalogueFaults(catalogue.of(language), catalogue.of({})) == Faults{});
}

TEST_CASE("A59 texts keep to plain words") {
    for (const visit::Language& language : allLanguages())
        CHECK(hardWords(assets().catalogue.of(language)) == Faults{});
}

TEST_CASE("A71 the lint sees a planted fault of each kind, once") {
    CHECK(faultsOf("Waiting for {0}", "Start") == Faults{});
    CHECK(faultsOf("Waiting for {0}", "Start", "msgctxt \"ui\"\nmsgid \"odd\"\nmsgstr \"Odd\"") ==
          Faults{"en nobody asks for: odd"});
    CHECK(faultsOf("Waiting for {1}", "Start") == Faults{"en other arguments: waiting"});
    CHECK(faultsOf("Waiting for {0, date}", "Start") == Faults{"en no pattern of ours: waiting"});
    CHECK(faultsOf("Waiting for {0", "Start") == Faults{"en no pattern of ours: waiting"});
    CHECK(faultsOf("Waiting for \u2068{0}\u2069", "Start") ==
          Faults{"en no pattern of ours: waiting"});
    CHECK(faultsOf("Waiting for {0}", "??") == Faults{"en damaged: start"});
    CHECK(faultsOf("Waiting for {0}", "开始") == Faults{"en not translated: start"});
    CHECK(faultsOf("Waiting for {0}", "Start 24/7") ==
          Faults{"en nothing says how to speak: start"});
    const kit::Texts source = textsFrom(kSourceFile, "zh-CN");
    const kit::Texts lacking = textsFrom("msgctxt \"ui\"\nmsgid \"start\"\nmsgstr \"Start\"", "en");
    CHECK(catalogueFaults(lacking, source) == Faults{"en missing: waiting"});
}

TEST_CASE("A59 the lint sees a hard word") {
    const auto chinese =
        textsFrom("msgctxt \"ui\"\nmsgid \"k\"\nmsgstr \"请务必携带证件\"", "zh-CN");
    CHECK(hardWords(chinese) == Faults{"zh-CN 务必: k"});
    const auto words = textsFrom("msgctxt \"ui\"\nmsgid \"k\"\nmsgstr \"Utilise a card\"", "en");
    CHECK(hardWords(words) == Faults{"en utili: k"});
}

TEST_CASE("A74 a value put into a sentence stands in a bidi isolate") {
    const kit::Texts& texts = assets().catalogue.of({"en"});
    CHECK(texts.text("waiting.region", {"云州市"}) == "Waiting for \u2068云州市\u2069");
    CHECK(texts.text("choose.until", {"2027-05-31"}) == "valid until \u20662027-05-31\u2069");
    CHECK(kit::formatted("{0, plural, one {# page} other {# pages}}", "en", {"2"}).value() ==
          "\u20662\u2069 pages");
}

TEST_CASE("A71 a pattern follows the plural rules of its language") {
    constexpr std::string_view kPages = "{0, plural, =0 {nothing} one {# page} other {{0} pages}}";
    CHECK(english(kPages, {"0"}) == "nothing");
    CHECK(english(kPages, {"1"}) == "1 page");
    CHECK(english(kPages, {"12"}) == "12 pages");
    CHECK(english(kPages, {"many"}) == "many pages");
    CHECK(kit::withoutIsolates(kit::formatted(kPages, "zh-CN", {"1"}).value()) == "1 pages");
    CHECK(english("it''s '{0}' {0}", {"x"}) == "it's {0} x");
    CHECK(english("{0} {1}", {"x"}) == "x {1}");
    CHECK(kit::formatted("{0", "en", {"x"}).error().code() == "texts.pattern");
    CHECK(kit::formatted("{name}", "en", {"x"}).error().code() == "texts.pattern");
}

TEST_CASE("A71 a catalogue is read with its contexts, line breaks and quotation marks") {
    const auto texts = textsFrom(R"(msgid ""
msgstr "Language: en\n"

# a comment
msgctxt "ui"
msgid "title"
msgstr "Print \"it\"\n"
"here"

msgctxt "say"
msgid "title"
msgstr "Print it here"

#, fuzzy
msgctxt "ui"
msgid "unsure"
msgstr "Perhaps"
)",
                                 "en");
    CHECK(texts.text("title") == "Print \"it\"\nhere");
    CHECK(texts.say("title") == "Print it here");
    CHECK(texts.brief("title") == "Print \"it\"\nhere");
    CHECK(texts.text("unsure") == "⟦unsure⟧");
}

TEST_CASE("A71 a malformed catalogue is refused with its line") {
    CHECK(codeOf("msgid \"a\"\nmsgstr \"b\"") == "read");
    const std::string endless(kit::kLongestText + 1, 'x');
    for (const auto& [content, line] : std::vector<std::pair<std::string, int>>{
             {"", 0},
             {"msgid \"a\"", 1},
             {"msgid \"a\"\nmsgid \"b\"\nmsgstr \"c\"", 2},
             {"msgstr \"b\"", 1},
             {"msgid \"a\"\nmsgctxt \"ui\"\nmsgstr \"b\"", 2},
             {"\"lost\"", 1},
             {"msgid \"a\"\nmsgstr \"b", 2},
             {"msgid \"a\"\nmsgstr \"b\\x\"", 2},
             {"msgid \"a\"\nmsgstr \"b\" c", 2},
             {"msgid \"a\"\nmsgstr \"b\\\"", 2},
             {"msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"", 2},
             {"msgid \"a\"\nmsgstr \"\xFF\"", 2},
             {"msgid \"a\"\nmsgstr \"" + endless + "\"", 2}}) {
        INFO(content);
        CHECK(codeOf(content) == "texts.unreadable line " + std::to_string(line));
    }
    const kit::LanguageFacts language{.tag = "en"};
    CHECK_FALSE(kit::Texts::from("msgctxt \"tip\"\nmsgid \"a\"\nmsgstr \"b\"", language));
    CHECK_FALSE(kit::Texts::from("msgctxt \"ui\"\nmsgid \"a\"\nmsgstr \"b\"\n"
                                 "msgctxt \"ui\"\nmsgid \"a\"\nmsgstr \"c\"",
                                 language));
}

} // namespace kiosk::test
