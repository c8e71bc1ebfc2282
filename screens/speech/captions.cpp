// SPDX-License-Identifier: Apache-2.0
#include "screens/speech/captions.h"

#include <algorithm>
#include <utility>

namespace kiosk::speech {
namespace {

using Sign = kit::Caption::Sign;

/// The two tones sound for less than a second; their words must be read.
constexpr std::chrono::seconds kToneReads{6};

} // namespace

std::string captionOf(const Sentence& sentence, Channel channel, const kit::Texts& texts) {
    if (!sentence.isPrivate || channel == Channel::loudspeaker)
        return sentence.text;
    return sentence.instead.empty() ? texts.text("speech.private") : sentence.instead;
}

Captions::Captions(EventLoop& loop, const kit::Catalogue& catalogue, Lines lines,
                   std::function<void()> changed)
    : loop_(loop), catalogue_(catalogue), lines_(std::move(lines)), changed_(std::move(changed)) {}

Captions::~Captions() {
    if (turn_)
        loop_.cancel(*turn_);
}

void Captions::begun(const Sentence& sentence, Channel channel, std::chrono::milliseconds length) {
    const std::string words = captionOf(sentence, channel, catalogue_.of({sentence.language}));
    show(Sign::voice, words, sentence.language, length);
}

void Captions::rang(const visit::Language& language) {
    if (now_ && now_->sign == Sign::voice)
        return;
    show(Sign::tone, catalogue_.of(language).text("caption.tone"), language.tag, kToneReads);
}

void Captions::ended() {
    if (turn_)
        loop_.cancel(*std::exchange(turn_, std::nullopt));
    left_.clear();
    set(std::nullopt);
}

/// Each line stays for its share of the sound.
void Captions::show(Sign sign, std::string_view words, const std::string& language,
                    std::chrono::milliseconds length) {
    if (turn_)
        loop_.cancel(*std::exchange(turn_, std::nullopt));
    left_ = lines_(words, language);
    std::size_t bytes = 0;
    for (const std::string& line : left_)
        bytes += line.size();
    perByte_ = std::chrono::microseconds(length) / std::max<std::size_t>(1, bytes);
    std::ranges::reverse(left_);
    next_ = {sign, {}, language};
    showLine();
}

/// The last line stays until the sound has ended: who speaks tells, tones do not.
void Captions::showLine() {
    turn_.reset();
    if (left_.empty())
        return next_.sign == Sign::tone ? ended() : void();
    next_.words = std::move(left_.back());
    left_.pop_back();
    const bool isLast = left_.empty() && next_.sign == Sign::voice;
    if (!isLast)
        turn_ =
            loop_.after(std::chrono::ceil<std::chrono::milliseconds>(perByte_ * next_.words.size()),
                        [this] { showLine(); });
    set(next_);
}

void Captions::set(std::optional<kit::Caption> caption) {
    if (now_ == caption)
        return;
    now_ = std::move(caption);
    changed_();
}

} // namespace kiosk::speech
