// SPDX-License-Identifier: Apache-2.0
#include "screens/speech/speaker.h"

#include <utility>

#include "firmware/base/log.h"
#include "screens/kit/texts.h"

namespace kiosk::speech {
namespace {

constexpr std::chrono::milliseconds kBetweenSentences{200};

} // namespace

Speaker::Speaker(EventLoop& loop, const Clock& clock, Synthesizer& synthesizer, Outlet& outlet,
                 SpeechLog* log)
    : loop_(loop), clock_(clock), synthesizer_(synthesizer), outlet_(outlet), log_(log) {}

Speaker::~Speaker() {
    silence(Ending::action);
}

void Speaker::say(std::vector<Sentence> sentences, Then then) {
    if (sentences.empty())
        return;
    then_ = then;
    last_ = std::move(sentences);
    restart(Ending::newSpeech);
}

void Speaker::add(const std::vector<Sentence>& sentences) {
    if (!current_)
        return say(sentences);
    waiting_.insert(waiting_.end(), sentences.begin(), sentences.end());
    last_.insert(last_.end(), sentences.begin(), sentences.end());
}

void Speaker::repeat() {
    restart(Ending::action);
}

void Speaker::restart(Ending ending) {
    silence(ending);
    waiting_.assign(last_.begin(), last_.end());
    next();
}

void Speaker::interrupt() {
    silence(Ending::action);
    waiting_.clear();
}

void Speaker::forget() {
    interrupt();
    last_.clear();
    outlet_.rest();
}

void Speaker::setManner(const Manner& manner) {
    const Manner before = std::exchange(manner_, manner);
    const bool moved = before.headset != manner.headset;
    const bool revoked = before.privateAloud && !manner.privateAloud;
    if (!current_ || !(moved || revoked))
        return;
    silence(Ending::headsetMoved);
    next();
}

/// Says the first that waits and may be heard.
void Speaker::next() {
    while (!waiting_.empty()) {
        Sentence sentence = waiting_.front();
        const bool overheard = sentence.isPrivate && mayBeOverheard();
        if (overheard)
            sentence.text = sentence.instead;
        if (!sentence.text.empty() && isSpoken(sentence.language)) {
            sentence.isPrivate = sentence.isPrivate && !overheard;
            current_ = sentence;
            synthesizer_.begin(sentence, manner_.ratePercent,
                               [this, sentence](Result<Utterance> utterance) {
                                   sound(sentence, std::move(utterance));
                               });
            return;
        }
        waiting_.pop_front();
    }
}

void Speaker::sound(const Sentence& sentence, Result<Utterance> utterance) {
    if (!utterance) { // one that cannot be said must not keep the others back
        log::tell<"speech.not-said">(utterance.error());
        return heard();
    }
    if (!utterance->form.unread.empty())
        log::tell<"speech.characters-unread">(utterance->form.unread.size());
    const Channel channel = manner_.headset ? Channel::headset : Channel::loudspeaker;
    outlet_.play(channel, utterance->sound, manner_.gainDb);
    if (watch_ != nullptr)
        watch_->begun(sentence, channel, lengthOf(utterance->sound));
    if (log_ != nullptr)
        log_->push_back({.text = kit::withoutIsolates(sentence.text),
                         .words = joined(utterance->form.runs),
                         .language = sentence.language,
                         .channel = channel,
                         .isPrivate = sentence.isPrivate,
                         .ratePercent = manner_.ratePercent,
                         .gainDb = manner_.gainDb,
                         .begun = clock_.steady()});
    end_ = loop_.after(lengthOf(utterance->sound) + kBetweenSentences, [this] {
        end_.reset();
        if (log_ != nullptr)
            log_->back().ended = clock_.steady();
        heard();
    });
}

void Speaker::heard() {
    current_.reset();
    if (!waiting_.empty())
        waiting_.pop_front();
    next();
    if (!current_ && watch_ != nullptr)
        watch_->ended();
    if (!current_ && then_ == Then::rests)
        forget();
}

void Speaker::silence(Ending ending) {
    if (!current_)
        return;
    current_.reset();
    synthesizer_.cancel();
    if (watch_ != nullptr)
        watch_->ended();
    if (!end_)
        return;
    loop_.cancel(*std::exchange(end_, std::nullopt));
    outlet_.stop();
    if (log_ != nullptr) {
        log_->back().ended = clock_.steady();
        log_->back().ending = ending;
    }
}

} // namespace kiosk::speech
