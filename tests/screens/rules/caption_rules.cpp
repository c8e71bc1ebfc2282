// SPDX-License-Identifier: Apache-2.0
#include "tests/screens/rules/caption_rules.h"

#include <algorithm>

#include "screens/kit/words.h"
#include "screens/speech/narrator.h"

namespace kiosk::test {
namespace {

using kit::Node;
using Sign = kit::Caption::Sign;

class Captioning {
public:
    Captioning(const Node& screen, const visit::VisitView& view,
               const citizen::ScreenContext& context)
        : screen_(screen),
          manner_{view.settings.textSize, context.catalogue.of(view.settings.language).direction()},
          context_(context) {}

    Heard of(const speech::Sentence& sentence) const {
        const auto& texts = context_.catalogue.of({sentence.language});
        return of(sentence, Sign::voice,
                  speech::captionOf(sentence, speech::Channel::headset, texts), sentence.language);
    }
    Heard ofTones(const visit::Language& language) const {
        return of({}, Sign::tone, context_.catalogue.of(language).text("caption.tone"),
                  language.tag);
    }

private:
    Heard of(const speech::Sentence& sentence, Sign sign, const std::string& words,
             const std::string& language) const {
        Heard heard{sentence, sign, {}};
        for (const std::string& line :
             widgets::captionLines(screen_, words, language, manner_, context_.measure))
            if (auto node =
                    widgets::captionOn(screen_, {sign, line, language}, manner_, context_.measure))
                heard.captions.push_back(std::move(*node));
        return heard;
    }

    const Node& screen_;
    widgets::CaptionManner manner_;
    const citizen::ScreenContext& context_;
};

const Node* writtenIn(const Node& node) {
    const Node* found = nullptr;
    kit::walk(node, [&](const Node& inner, int) {
        if (inner.look.text && found == nullptr)
            found = &inner;
    });
    return found;
}

bool showsSign(const Node& node) {
    return !node.look.drawing.empty() || std::ranges::any_of(node.children, showsSign);
}

/// Without what a cut may take away or put in.
std::string bare(std::string_view words) {
    std::string text = kit::withoutIsolates(words);
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
    return text;
}

std::string wordsOf(const Heard& heard) {
    std::string words;
    for (const Node& caption : heard.captions)
        if (const Node* written = writtenIn(caption))
            words += written->name;
    return bare(words);
}

bool standsInLine(const std::vector<Placed>& screen, std::size_t index) {
    for (; index != 0; index = screen[index].parent)
        if (screen[screen[index].parent]->id == "top")
            return screen[index].node == &screen[screen[index].parent]->children.front();
    return false;
}

class CaptionRules {
public:
    CaptionRules(const std::vector<Placed>& screen, visit::TextSize size,
                 const kit::Catalogue& catalogue, TextRules& texts)
        : screen_(screen), size_(size), catalogue_(catalogue), texts_(texts) {}

    void check(const Heard& heard) {
        checkWords(heard);
        for (const Node& caption : heard.captions) {
            if (!showsSign(caption))
                report("no sign beside", heard);
            checkRoom(caption);
            const Findings written = texts_.broken(placed(caption), size_);
            broken_.insert(broken_.end(), written.begin(), written.end());
        }
    }
    Findings findings() && { return std::move(broken_); }

private:
    void checkWords(const Heard& heard) {
        const speech::Sentence& said = heard.sentence;
        const std::string seen = wordsOf(heard);
        if (seen.empty())
            return report("nothing is seen of", heard);
        if (heard.sign == Sign::tone)
            return;
        if (said.isPrivate && seen == bare(said.text))
            return report("everybody sees what only a headset hears:", heard);
        const std::string due = said.isPrivate ? said.instead : said.text;
        const std::string words =
            due.empty() ? catalogue_.of({said.language}).text("speech.private") : due;
        if (seen != bare(words))
            report("not all is seen of", heard);
    }
    /// Beneath a dialog only what is beneath it too may be covered.
    void checkRoom(const Node& caption) {
        if (!screen_.front()->bounds.grownBy(0.01).contains({caption.bounds.x, caption.bounds.y}))
            broken_.push_back("A39 beside the screen");
        for (std::size_t at = 0; at < screen_.size(); ++at) {
            const Node& node = *screen_[at];
            const bool isSolid = node.look.text || node.touch || !node.look.drawing.empty();
            if (isSolid && !screen_[at].beneath && !standsInLine(screen_, at) &&
                node.bounds.overlaps(caption.bounds))
                broken_.push_back(kit::format("A39 covers {}", nameOf(node)));
        }
    }
    void report(std::string_view rule, const Heard& heard) {
        broken_.push_back(kit::format(
            "A39 {} {}", rule, heard.sign == Sign::tone ? "the tones" : heard.sentence.text));
    }

    const std::vector<Placed>& screen_;
    visit::TextSize size_;
    const kit::Catalogue& catalogue_;
    TextRules& texts_;
    Findings broken_;
};

} // namespace

std::vector<Heard> heardOn(const Node& screen, visit::VisitView view,
                           const citizen::ScreenContext& context) {
    view.settings.speech.on = true;
    speech::Narrator narrator(context.catalogue, {});
    std::vector<speech::Sentence> sentences = narrator.follow(view, screen);
    kit::walk(screen, [&](const Node& node, int) {
        for (const speech::Sentence& sentence : narrator.focused(screen, node))
            if (std::ranges::find(sentences, sentence) == sentences.end())
                sentences.push_back(sentence);
    });
    const Captioning captioning(screen, view, context);
    std::vector<Heard> heard{captioning.ofTones(view.settings.language)};
    for (const speech::Sentence& sentence : sentences)
        heard.push_back(captioning.of(sentence));
    return heard;
}

Findings brokenCaptionRules(const std::vector<Placed>& screen, const std::vector<Heard>& heard,
                            visit::TextSize size, const kit::Catalogue& catalogue,
                            TextRules& texts) {
    CaptionRules rules(screen, size, catalogue, texts);
    for (const Heard& one : heard)
        rules.check(one);
    return std::move(rules).findings();
}

} // namespace kiosk::test
