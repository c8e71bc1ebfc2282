// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "screens/kit/key.h"
#include "screens/speech/narrator.h"
#include "screens/speech/speaker.h"

namespace kiosk::speech {

/// The screen, told: beside the glass in the loop between what happens and what is shown. Loop
/// thread.
///
///     narration.attend(view);                        // before it is drawn
///     narration.shown(view, tree, focus.node(tree)); // after each new tree
///     touch = narration.pressed(key);            // before the screen's own keys
///     narration.focused(tree, *focus.node(tree)); // after a key that moved it
class Narration {
public:
    Narration(Narrator narrator, Speaker& speaker)
        : narrator_(std::move(narrator)), speaker_(speaker) {}

    /// Who hears by now. A headset that was pulled is silence at once, however long the screen
    /// takes to be drawn (A32).
    void attend(const visit::VisitView& view);

    /// `focus` is of `tree`; nothing where the focus is nowhere yet.
    void shown(const visit::VisitView& view, const kit::Node& tree, const kit::Node* focus);

    /// Somebody does something: silence. The keys for loudness, rate and repeating mean something
    /// to speech, which may be a touch; the first press of `repeat` begins it (A31).
    std::optional<visit::Touch> pressed(kit::Key key);
    void touched() { speaker_.interrupt(); }

    /// The press meant this: a digit of a masked entry is told as "one character", and as itself to
    /// a headset only (A33). Nothing while speech is off.
    void answered(const visit::Touch& touch);

    /// Says where the focus is; `node` is of `tree`. Nothing while speech is off.
    void focused(const kit::Node& tree, const kit::Node& node);

    bool isOn() const { return isOn_; }

private:
    Narrator narrator_;
    Speaker& speaker_;
    bool isOn_ = false;
};

} // namespace kiosk::speech
