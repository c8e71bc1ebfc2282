// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "screens/kit/texts.h"
#include "screens/speech/items.h"
#include "screens/speech/sentence.h"

namespace kiosk::speech {

/// Where things are at this cabinet, a sentence a language, from the board's description; what is
/// not described is not told.
struct Places {
    std::map<std::string, std::string, std::less<>> keys; ///< "键盘在屏幕右下方。"
    std::map<std::string, std::string, std::less<>> slot; ///< "出纸口在键盘右边，齐腰高。"
};

/// Decides what is said: of a screen that appears its title, what is written there and how to go
/// on; of one that changes, the change; of the focus, where it is. A pure function of views and
/// trees, one after another.
class Narrator {
public:
    /// `catalogue` outlives it.
    Narrator(const kit::Catalogue& catalogue, Places places)
        : catalogue_(catalogue), places_(std::move(places)) {}

    /// What is to be said now that the glass shows this. Nothing while speech is off.
    std::vector<Sentence> follow(const visit::VisitView& view, const kit::Node& tree);

    /// The focus has come to `node` of `tree`: its name, state, and place in a list (A28).
    std::vector<Sentence> focused(const kit::Node& tree, const kit::Node& node) const;

    /// A character was typed; where entry is masked, others hear that it was one (A33).
    Sentence typed(std::string_view character, bool masked) const;

private:
    struct Known {
        std::string screen;
        visit::Settings settings;
        bool headset = false;
        std::set<std::string> texts; ///< of all items, as compared
    };

    const kit::Texts& texts() const { return catalogue_.of(known_.settings.language); }
    Sentence own(std::string_view key, kit::Texts::Values values = {}) const;
    void tellPlace(std::vector<Sentence>& sentences,
                   const std::map<std::string, std::string, std::less<>>& place) const;
    std::vector<Sentence> wholeScreen(const std::vector<Item>& items) const;
    std::vector<Sentence> changes(const std::vector<Item>& items, const Known& before) const;
    std::vector<Sentence> adjusted(const visit::SpeechSettings& before) const;
    Sentence sentenceOf(const Item& item) const;

    const kit::Catalogue& catalogue_;
    Places places_;
    Known known_;
};

} // namespace kiosk::speech
