// SPDX-License-Identifier: Apache-2.0
#include "screens/speech/narrator.h"

#include <algorithm>
#include <utility>

#include "screens/kit/focus.h"
#include "screens/speech/steps.h"

namespace kiosk::speech {
namespace {

using kit::Role;

/// A text in which only a number moves is not told each second; how far something has come is. What
/// stands in a list is the same however many are added to it.
std::string compared(const Item& item) {
    const kit::Node& node = *item.node;
    if (item.isListed && node.role == Role::button)
        return node.name + "\n" + node.value + "\n" + node.state;
    if (item.node->role != Role::text)
        return item.text;
    std::string still = item.text;
    std::erase_if(still, [](char c) { return c >= '0' && c <= '9'; });
    return still;
}

bool isClock(const Item& item) {
    return item.node->id == "time" || item.node->id == "place";
}

bool isButton(const Item& item) {
    return item.node->role == Role::button;
}

std::string number(std::size_t value) {
    return std::to_string(value);
}

void append(std::vector<Sentence>& sentences, Sentence sentence) {
    if (sentences.empty() || sentences.back().text != sentence.text)
        sentences.push_back(std::move(sentence));
}

} // namespace

Sentence Narrator::own(std::string_view key, kit::Texts::Values values) const {
    return {texts().say(key, values), texts().language()};
}

void Narrator::tellPlace(std::vector<Sentence>& sentences,
                         const std::map<std::string, std::string, std::less<>>& place) const {
    if (const auto told = place.find(texts().language()); told != place.end())
        append(sentences, {told->second, texts().language()});
}

Sentence Narrator::sentenceOf(const Item& item) const {
    Sentence sentence{item.text, item.language, item.isPrivate};
    if (item.node->state == "disabled")
        sentence.text += ", " + texts().say("speech.disabled");
    return sentence;
}

std::vector<Sentence> Narrator::follow(const visit::VisitView& view, const kit::Node& tree,
                                       const kit::Node* focus) {
    const std::vector<Item> items = itemsOf(tree);
    const Known before =
        std::exchange(known_, Known{kit::scopeName(tree), view.settings, view.headsetPlugged, {}});
    for (const Item& item : items)
        known_.texts.insert(compared(item));

    const bool pulled = before.headset && !known_.headset;
    const bool wasOn = before.settings.speech.on;
    const bool appears = !wasOn || before.screen != known_.screen ||
                         before.settings.language != known_.settings.language;
    isNews_ = appears || pulled;
    std::vector<Sentence> sentences;
    if (!view.settings.speech.on) {
        if (wasOn && pulled)
            sentences.push_back(own("speech.ended"));
        return sentences;
    }
    if (pulled)
        sentences.push_back(own("speech.pulled"));
    if (!wasOn) {
        sentences.push_back(own("speech.welcome"));
        tellPlace(sentences, places_.keys);
    }
    const auto add = [&sentences](const std::vector<Sentence>& more) {
        sentences.insert(sentences.end(), more.begin(), more.end());
    };
    if (appears) {
        add(wholeScreen(items));
        if (focus != nullptr)
            add(focused(tree, *focus));
    } else {
        add(adjusted(before.settings.speech));
        add(changes(items, before));
    }
    return sentences;
}

std::vector<Sentence> Narrator::adjusted(const visit::SpeechSettings& before) const {
    const visit::SpeechSettings& now = known_.settings.speech;
    std::vector<Sentence> sentences;
    if (before.volumeStep != now.volumeStep)
        sentences.push_back(
            own("speech.volume",
                {number(static_cast<std::size_t>(now.volumeStep - Steps::kSoftest) + 1),
                 number(kGainsDb.size())}));
    if (before.rateStep != now.rateStep)
        sentences.push_back(own("speech.rate", {std::to_string(ratePercent(now.rateStep))}));
    if (before.privateAloud != now.privateAloud && !known_.headset)
        sentences.push_back(own(now.privateAloud ? "speech.aloud.on" : "speech.aloud.off"));
    return sentences;
}

std::vector<Sentence> Narrator::wholeScreen(const std::vector<Item>& items) const {
    std::vector<Sentence> sentences;
    bool toldOfPrivate = false;
    for (const Item& item : items) {
        if ((item.inStrip && item.node->id != "steps") || isButton(item))
            continue;
        Sentence sentence = sentenceOf(item);
        if (item.isPrivate && !std::exchange(toldOfPrivate, true))
            sentence.instead = texts().say("speech.private");
        append(sentences, std::move(sentence));
    }
    if (known_.screen == "take" || known_.screen == "printing")
        tellPlace(sentences, places_.slot);
    const auto choices = std::ranges::count_if(
        items, [](const Item& item) { return item.node->touch && !item.inStrip; });
    if (choices > 0)
        sentences.push_back(own("speech.choices", {number(static_cast<std::size_t>(choices))}));
    return sentences;
}

std::vector<Sentence> Narrator::changes(const std::vector<Item>& items, const Known& before) const {
    std::vector<Sentence> sentences;
    for (const Item& item : items)
        if (!isClock(item) && !before.texts.contains(compared(item)))
            append(sentences, sentenceOf(item));
    return sentences;
}

std::vector<Sentence> Narrator::focused(const kit::Node& tree, const kit::Node& node) const {
    if (!known_.settings.speech.on)
        return {};
    const std::vector<Item> items = itemsOf(tree);
    const auto item = std::ranges::find(items, &node, &Item::node);
    if (item == items.end())
        return {};
    std::vector<Sentence> sentences{sentenceOf(*item)};
    if (item->isPrivate)
        sentences.front().instead = texts().say("speech.private");
    if (item->place)
        sentences.push_back(
            own("speech.position", {number(item->place->number), number(item->place->of)}));
    return sentences;
}

Sentence Narrator::typed(std::string_view character, bool masked) const {
    return {std::string(character), texts().language(), masked,
            masked ? texts().say("speech.character") : std::string()};
}

} // namespace kiosk::speech
