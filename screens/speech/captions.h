// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

#include "firmware/base/event_loop.h"
#include "screens/kit/caption.h"
#include "screens/kit/texts.h"
#include "screens/speech/sound_watch.h"

namespace kiosk::speech {

/// What is heard, as captions for whoever does not hear it (A39): line by line in time with the
/// voice, the tones that call somebody back by a sign of their own. What only a headset hears is
/// not written, but that it is said: the screen shows to everybody. Wakes the loop only while
/// something sounds. Loop thread.
class Captions final : public SoundWatch {
public:
    /// Cuts a sentence into lines of the screen it will stand on.
    using Lines = std::function<std::vector<std::string>(std::string_view words,
                                                         const std::string& language)>;

    /// `loop` and `catalogue` outlive it. `changed`: now() is another one.
    Captions(EventLoop& loop, const kit::Catalogue& catalogue, Lines lines,
             std::function<void()> changed);
    ~Captions() override;
    Captions(const Captions&) = delete;
    Captions& operator=(const Captions&) = delete;

    void begun(const Sentence& sentence, Channel channel,
               std::chrono::milliseconds length) override;
    void ended() override;
    /// The tones that call somebody back have begun; what is being said keeps its caption.
    void rang(const visit::Language& language);

    /// Of what sounds now; nothing in silence.
    const std::optional<kit::Caption>& now() const { return now_; }

private:
    void show(kit::Caption::Sign sign, std::string_view words, const std::string& language,
              std::chrono::milliseconds length);
    void showLine();
    void set(std::optional<kit::Caption> caption);

    EventLoop& loop_;
    const kit::Catalogue& catalogue_;
    Lines lines_;
    std::function<void()> changed_;
    std::vector<std::string> left_; ///< the last line first
    std::chrono::microseconds perByte_{};
    kit::Caption next_; ///< but for its words
    std::optional<kit::Caption> now_;
    std::optional<EventLoop::TimerId> turn_;
};

/// What a caption says of a sentence on this channel; `texts` are of the sentence's language.
std::string captionOf(const Sentence& sentence, Channel channel, const kit::Texts& texts);

} // namespace kiosk::speech
