// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

#include "screens/kit/focus.h"
#include "screens/speech/narration.h"
#include "tests/bench/virtual_stage.h"

namespace kiosk::flow {

/// What a kiosk gives to somebody who does not see it: its keypad, and what it says. Voice, focus
/// and keys are joined as in the kiosk's own loop.
class Earpiece {
public:
    /// What sentences become and where they come out; the loop is the one that is passed.
    struct Sound {
        std::unique_ptr<speech::Synthesizer> voice;
        std::unique_ptr<speech::Outlet> outlet;
    };
    using MakeSound = std::function<Sound(EventLoop&)>;
    /// A voice without sound, at once.
    static Sound quickSound(EventLoop&);

    /// `spoil` plants a fault into each screen before it is told.
    explicit Earpiece(bench::VirtualStage& stage, const MakeSound& makeSound = quickSound,
                      std::function<void(kit::Node&)> spoil = {});
    ~Earpiece();
    Earpiece(const Earpiece&) = delete;
    Earpiece& operator=(const Earpiece&) = delete;

    /// Presses a key, long after the one before.
    Result<> strike(kit::Key key);
    Result<> pass(std::chrono::milliseconds time);
    const speech::SpeechLog& log() const { return log_; }

private:
    void tell(const kit::Node& screen);

    bench::VirtualStage& stage_;
    std::function<void(kit::Node&)> spoil_;
    kit::Catalogue catalogue_;
    EventLoop loop_;
    Sound sound_;
    speech::SpeechLog log_;
    speech::Speaker speaker_;
    speech::Narration narration_;
    kit::Node tree_;
    kit::Focus focus_;
};

} // namespace kiosk::flow
