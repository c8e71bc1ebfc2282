// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "firmware/base/files.h"
#include "screens/citizen/error_words.h"
#include "screens/kit/texts.h"

namespace kiosk::handout {

namespace {

constexpr const char* kFile = KIOSK_SOURCE_DIR "/assets/health-page/kiosk_words.js";

bool isTold(std::string_view key) {
    for (const std::string_view group :
         {"staff.ready.", "staff.part.", "staff.who.", "staff.bring."})
        if (key.starts_with(group))
            return true;
    return key.starts_with("error.") && key.ends_with(".what");
}

nlohmann::ordered_json textsOf(const kit::Catalogue& catalogue, const std::string& tag) {
    nlohmann::ordered_json texts;
    const kit::Texts& all = catalogue.of({tag});
    for (const std::string& key : all.keys())
        if (isTold(key))
            texts[key] = all.pattern(key, kit::TextUse::ui);
    return texts;
}

/// As the page has them: what the catalogues say, by the same keys.
std::string kioskWords() {
    const auto catalogue = kit::Catalogue::load(KIOSK_SOURCE_DIR "/assets/texts").value();
    nlohmann::ordered_json all;
    for (const auto& [code, group] : citizen::groupedErrors())
        all["groups"][std::string(code)] = group;
    for (const std::string tag : {"zh-CN", "en"})
        all["texts"][tag] = textsOf(catalogue, tag);
    return "// SPDX-License-Identifier: Apache-2.0\n"
           "// Made from assets/texts: KIOSK_UPDATE_WORDS=1 unit_health_page\n"
           "const KIOSK_WORDS = " +
           all.dump(1) + ";\n";
}

} // namespace

TEST_CASE("G6 the phone's page says a cause in the words of the kiosk's screens") {
    if (std::getenv("KIOSK_UPDATE_WORDS") != nullptr)
        REQUIRE(writeFile(kFile, bytesOf(kioskWords())));
    CHECK(toText(readFile(kFile).value()) == kioskWords());
}

} // namespace kiosk::handout
