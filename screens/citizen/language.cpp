// SPDX-License-Identifier: Apache-2.0

#include "screens/citizen/panels.h"
#include "screens/kit/words.h"
#include "screens/widgets/choice.h"

namespace kiosk::citizen {
namespace {

using kit::Node;

/// Named in its own script, for whoever reads no other.
widgets::Choice choiceOf(const kit::LanguageFacts& language, const Page& page) {
    return {kit::format("language.{}", language.tag),
            {language.name, language.name},
            "language",
            language.tag == page.texts.language(),
            language.tag,
            visit::touch::SetLanguage{{language.tag}}};
}

} // namespace

Node languagePanel(const Page& page) {
    const auto& languages = page.languages.all();
    std::vector<widgets::Choice> list;
    for (const kit::LanguageFacts& language : languages)
        list.push_back(choiceOf(language, page));
    Node choices =
        widgets::choiceGrid(page.design, 1, std::move(list), page.texts.text("purpose.chosen"));
    Node box = widgets::card(
        page.design, {widgets::heading(page.phrase("language.title"),
                                       page.design.text(kit::TypeRole::title, kit::ColourRole::ink,
                                                        kit::Weight::bold)),
                      std::move(choices),
                      widgets::mainButton(page.design, {"close", page.phrase("settings.done"),
                                                        "check", widgets::ButtonKind::primary,
                                                        visit::touch::ClosePanel{}})});
    box.id = "languages";
    box.role = kit::Role::dialog;
    return box;
}

} // namespace kiosk::citizen
