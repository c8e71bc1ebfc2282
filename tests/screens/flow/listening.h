// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/screens/flow/earpiece.h"
#include "tests/screens/flow/script.h"
#include "tests/screens/flow/way.h"

namespace kiosk::flow {

/// A headset and a keypad, and nothing to see: goes by what was said, word for word. No tree, no
/// view and no id reaches it; of the catalogue it knows what a person would wait for.
class Listening final : public Way {
public:
    /// `spoil` as in Earpiece.
    explicit Listening(bench::VirtualStage& stage, std::function<void(kit::Node&)> spoil = {});

    Result<> come() override;
    Result<> press(const std::string& wish) override;
    bool notices(std::string_view screen) override;
    Result<std::vector<Listed>> licences() override;
    Result<> pass(std::chrono::milliseconds time) override { return earpiece_.pass(time); }

    const speech::SpeechLog& log() const { return earpiece_.log(); }

private:
    /// What was said from this many sentences on.
    std::vector<std::string> saidSince(std::size_t first) const;
    /// Until nothing is being said.
    Result<> hearOut();
    Result<> hearOutRegions();
    std::string wordsFor(std::string_view wish) const;
    std::optional<Listed> licenceIn(const std::string& sentence) const;
    std::optional<Listed> missingIn(const std::string& sentence) const;
    Result<> goUp();

    Earpiece earpiece_;
    kit::Catalogue catalogue_; ///< what somebody who knows the kiosk expects to hear
    const kit::Texts& texts_;
    std::size_t pressed_ = 0; ///< sentences that had been said when something was last pressed
};

/// What keeps whoever listens from the end of `script` when each screen is told with the fault that
/// `spoil` makes: the error's code, or "nothing".
std::string whyNotByEar(Result<Seen> (*script)(bench::VirtualStage&, Way&),
                        std::function<void(kit::Node&)> spoil);

} // namespace kiosk::flow
