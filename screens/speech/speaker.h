// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <optional>
#include <vector>

#include "firmware/base/event_loop.h"
#include "screens/speech/sound_watch.h"
#include "screens/speech/speech_log.h"
#include "screens/speech/synthesizer.h"

namespace kiosk::speech {

/// Says sentences one after another, the newest things first: whatever is new ends what is being
/// said (A34). What is private goes to the headset only, or where the citizen chose that (A32).
/// Loop thread.
class Speaker {
public:
    struct Manner {
        bool headset = false;      ///< one is plugged in: everything goes there
        bool privateAloud = false; ///< the citizen chose that the loudspeaker says private things
        int ratePercent = 100;
        double gainDb = 0;

        bool operator==(const Manner&) const = default;
    };

    /// All outlive the speaker, the log too, where there is one.
    Speaker(EventLoop& loop, const Clock& clock, Synthesizer& synthesizer, Outlet& outlet,
            SpeechLog* log = nullptr);
    ~Speaker();
    Speaker(const Speaker&) = delete;
    Speaker& operator=(const Speaker&) = delete;

    /// What becomes of the devices, and of what could be repeated, when all is said.
    enum class Then { listens, rests };
    void say(std::vector<Sentence> sentences, Then then = Then::listens);
    /// Says more of the same: after what is being said, which stays worth hearing.
    void add(const std::vector<Sentence>& sentences);
    /// Once more what was said last, from its beginning.
    void repeat();
    /// Somebody did something: silence.
    void interrupt();
    /// Silence, and nothing is left to repeat.
    void forget();

    /// Holds for what is said from now on. When a headset is plugged in or pulled, the sentence
    /// under way ends at once and begins anew where it may be heard.
    void setManner(const Manner& manner);
    const Manner& manner() const { return manner_; }

    bool isSpeaking() const { return current_.has_value(); }

    /// Is told what sounds from now on; outlives the speaker.
    void setWatch(SoundWatch& watch) { watch_ = &watch; }

private:
    void restart(Ending ending);
    void next();
    void sound(const Sentence& sentence, Result<Utterance> utterance);
    void heard();
    void silence(Ending ending);
    bool mayBeOverheard() const { return !manner_.headset && !manner_.privateAloud; }

    EventLoop& loop_;
    const Clock& clock_;
    Synthesizer& synthesizer_;
    Outlet& outlet_;
    SpeechLog* log_;
    SoundWatch* watch_ = nullptr;
    Manner manner_;
    Then then_ = Then::listens;
    std::vector<Sentence> last_;   ///< for repeat()
    std::deque<Sentence> waiting_; ///< the one under way is the first
    std::optional<Sentence> current_;
    std::optional<EventLoop::TimerId> end_; ///< of the sentence that sounds
};

} // namespace kiosk::speech
