// SPDX-License-Identifier: Apache-2.0
#include "tests/screens/flow/earpiece.h"

#include "tests/screens/flow/way.h"
#include "tests/support/overheard.h"

namespace kiosk::flow {

using namespace std::chrono_literals;

Earpiece::Sound Earpiece::quickSound(EventLoop&) {
    return {std::make_unique<tests::QuickVoice>(KIOSK_SOURCE_DIR "/assets/speech"),
            std::make_unique<tests::NotedOutlet>()};
}

Earpiece::Earpiece(bench::VirtualStage& stage, const MakeSound& makeSound,
                   std::function<void(kit::Node&)> spoil)
    : stage_(stage),
      spoil_(std::move(spoil)),
      catalogue_(kit::Catalogue::load(KIOSK_SOURCE_DIR "/assets/texts").value()),
      loop_(stage.clock()),
      sound_(makeSound(loop_)),
      speaker_(loop_, stage.clock(), *sound_.voice, *sound_.outlet, &log_),
      narration_({catalogue_, {}}, speaker_) {
    stage_.watchScreens([this](const kit::Node& screen) { tell(screen); });
}

Earpiece::~Earpiece() {
    stage_.watchScreens({});
}

void Earpiece::tell(const kit::Node& screen) {
    const visit::VisitView view = stage_.view();
    tree_ = screen;
    if (spoil_)
        spoil_(tree_);
    focus_.setStops(view.settings.speech.on ? kit::FocusStops::everything
                                            : kit::FocusStops::targets);
    focus_.follow(tree_);
    narration_.shown(view, tree_, focus_.node(tree_));
}

Result<> Earpiece::pass(std::chrono::milliseconds time) {
    TRY(stage_.pass(time));
    loop_.runReady();
    return {};
}

Result<> Earpiece::strike(kit::Key key) {
    TRY(pass(kBetweenPresses));
    auto touch = narration_.pressed(key);
    if (!touch)
        touch = focus_.feed({key, stage_.clock().steady()}, tree_);
    if (touch)
        stage_.visit().touch(*touch);
    else
        stage_.visit().stirred();
    if (const kit::Node* node = focus_.node(tree_); node && !touch && kit::movesFocus(key))
        narration_.focused(tree_, *node);
    return pass(0ms);
}

} // namespace kiosk::flow
