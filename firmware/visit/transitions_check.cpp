// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/transitions.h"

namespace kiosk::visit {

namespace {

/// A second or two: long enough to be read once the picture is good again.
constexpr int kLooksToForgetHint = 40;

Step codeSeen(state::Scan state, const std::string& text) {
    const Result<CopyCode> code = parseCopyCode(text);
    if (!code) {
        state.hint = code.error().code();
        state.looksSinceHint = 0;
        return stay(std::move(state));
    }
    return {state::CheckingCopy{*code}, {command::StopCamera{}, command::CheckCopy{*code}}};
}

} // namespace

Step toScan() {
    return {state::Scan{}, {command::StartCamera{}}};
}

Step fromScan(state::Scan state, const Event& event, const Surroundings&) {
    if (const auto* looked = is<event::CameraLooked>(event)) {
        state.preview = looked->preview;
        if (!looked->hint.empty()) {
            state.hint = looked->hint;
            state.looksSinceHint = 0;
        } else if (++state.looksSinceHint >= kLooksToForgetHint) {
            state.hint.clear();
        }
        return stay(std::move(state));
    }
    if (const auto* seen = is<event::CodeSeen>(event))
        return codeSeen(std::move(state), seen->text);
    if (const auto* failed = is<event::CameraFailed>(event))
        return toTrouble(failed->error, false);
    if (touched<touch::Back>(event) != nullptr)
        return toStart();
    return stay(std::move(state));
}

Step fromCheckingCopy(state::CheckingCopy state, const Event& event) {
    if (const auto* checked = is<event::CopyChecked>(event);
        checked != nullptr && checked->copyNumber == state.code.copyNumber)
        return stay(state::CopyVerdict{std::move(state.code), checked->answer});
    if (touched<touch::Back>(event) != nullptr)
        return toScan();
    return stay(std::move(state));
}

Step fromCopyVerdict(state::CopyVerdict state, const Event& event) {
    if (touched<touch::Back>(event) != nullptr || touched<touch::OnceMore>(event) != nullptr ||
        touched<touch::Retry>(event) != nullptr)
        return toScan();
    return stay(std::move(state));
}

} // namespace kiosk::visit
