// SPDX-License-Identifier: Apache-2.0
#include "tests/screens/screen_fixture.h"

#include <stdexcept>

#include "screens/kit/words.h"
#include "screens/staff/screen.h"

namespace kiosk::test {

kit::Assets& assets() {
    static kit::Assets loaded = [] {
        auto result = kit::Assets::load(KIOSK_SOURCE_DIR "/assets", kit::Board{});
        if (!result)
            throw std::runtime_error(result.error().line());
        return std::move(*result);
    }();
    return loaded;
}

citizen::ScreenContext context() {
    kit::Assets& all = assets();
    return {all.board, all.catalogue, all.themes, *all.typesetter};
}

std::vector<visit::Language> allLanguages() {
    std::vector<visit::Language> languages;
    for (const kit::LanguageFacts& language : assets().catalogue.languages().all())
        languages.push_back({language.tag});
    return languages;
}

std::vector<Setting> allSettings() {
    std::vector<Setting> settings;
    for (const visit::Language& language : allLanguages())
        for (int size = 0; size < 4; ++size)
            for (int theme = 0; theme < 4; ++theme) {
                const visit::Settings one{language, visit::TextSize(size), visit::Theme(theme)};
                settings.push_back(
                    {one, kit::format("{} {} {}", language.tag, kit::name(one.textSize),
                                      kit::name(one.theme))});
            }
    return settings;
}

citizen::BuiltScreen build(const ExampleView& example, const visit::Settings& settings,
                           const citizen::ScreenContext& context) {
    const visit::VisitView view = withSettings(example.view, settings);
    return example.staff ? staff_screens::buildAndFit(*example.staff, view, context)
                         : citizen::buildAndFit(view, context);
}

} // namespace kiosk::test
