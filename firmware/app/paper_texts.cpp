// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/paper_texts.h"

namespace kiosk::app {

visit::PaperTexts paperTextsOf(const kit::Catalogue& catalogue) {
    return [&catalogue](const visit::Language& language, std::string_view key,
                        kit::Texts::Values values) {
        const kit::Texts& texts = catalogue.of(language);
        return texts.has(key) ? texts.text(key, values) : std::string();
    };
}

} // namespace kiosk::app
