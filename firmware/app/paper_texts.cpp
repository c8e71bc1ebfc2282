// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/paper_texts.h"

#include "screens/kit/texts.h"

namespace kiosk::app {

Result<visit::PaperTexts> loadPaperTexts(const std::filesystem::path& assets) {
    const auto catalogue =
        std::make_shared<const kit::Catalogue>(TRY(kit::Catalogue::load(assets / "texts")));
    return [catalogue](const visit::Language& language, std::string_view key,
                       kit::Texts::Values values) {
        const kit::Texts& texts = catalogue->of(language);
        // Paper has one reading direction: the isolates between the words would only be ballast.
        return texts.has(key) ? kit::withoutIsolates(texts.text(key, values)) : std::string();
    };
}

} // namespace kiosk::app
