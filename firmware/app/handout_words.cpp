// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/handout_words.h"

#include "screens/citizen/error_words.h"

namespace kiosk::app {

handout::PaperWords handoutWordsOf(const kit::Catalogue& catalogue, const std::string& tag) {
    const kit::Texts& texts = catalogue.of({tag});
    const auto text = [&texts](std::string_view key, kit::Texts::Values values) {
        return texts.has(key) ? texts.text(key, values) : std::string();
    };
    const auto cause = [text](std::string_view code) {
        const std::string_view group = citizen::errorGroupOf(code);
        const std::string of = group.empty() ? std::string(code) : "group." + std::string(group);
        return text("error." + of + ".what", {});
    };
    return {.text = text, .cause = cause};
}

} // namespace kiosk::app
