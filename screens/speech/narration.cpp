// SPDX-License-Identifier: Apache-2.0
#include "screens/speech/narration.h"

#include "screens/speech/steps.h"

namespace kiosk::speech {

namespace touch = visit::touch;

void Narration::attend(const visit::VisitView& view) {
    const visit::SpeechSettings& speech = view.settings.speech;
    if (isOn_ && !speech.on)
        speaker_.forget(); // what was said to one person is not repeated to the next
    speaker_.setManner({.headset = view.headsetPlugged,
                        .privateAloud = speech.privateAloud,
                        .ratePercent = ratePercent(speech.rateStep),
                        .gainDb = gainDb(speech.volumeStep)});
}

void Narration::shown(const visit::VisitView& view, const kit::Node& tree, const kit::Node* focus) {
    attend(view);
    isOn_ = view.settings.speech.on;
    std::vector<Sentence> sentences = narrator_.follow(view, tree, focus);
    if (isOn_ && !narrator_.isNews())
        speaker_.add(sentences);
    else
        speaker_.say(std::move(sentences), isOn_ ? Speaker::Then::listens : Speaker::Then::rests);
}

std::optional<visit::Touch> Narration::pressed(kit::Key key) {
    if (key == kit::Key::repeat) {
        if (!isOn_)
            return touch::SetSpeech{true};
        speaker_.repeat();
        return std::nullopt;
    }
    speaker_.interrupt();
    if (!isOn_)
        return std::nullopt;
    if (key == kit::Key::volumeUp || key == kit::Key::volumeDown)
        return touch::ChangeVolume{key == kit::Key::volumeUp ? 1 : -1};
    if (key == kit::Key::faster || key == kit::Key::slower)
        return touch::ChangeSpeechRate{key == kit::Key::faster ? 1 : -1};
    return std::nullopt;
}

void Narration::answered(const visit::Touch& touch) {
    const auto* press = std::get_if<touch::Staff>(&touch);
    if (isOn_ && press != nullptr && press->key == touch::Staff::Key::digit)
        speaker_.say({narrator_.typed(std::to_string(press->value), true)});
}

void Narration::focused(const kit::Node& tree, const kit::Node& node) {
    speaker_.say(narrator_.focused(tree, node));
}

} // namespace kiosk::speech
