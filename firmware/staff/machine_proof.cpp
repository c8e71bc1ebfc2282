// SPDX-License-Identifier: Apache-2.0
#include "firmware/staff/machine_proof.h"

#include "firmware/staff/press.h"

namespace kiosk::staff {

namespace {

using Key = visit::touch::Staff::Key;

Step with(state::Inside& state, ProofView view, std::vector<Command> commands = {}) {
    state.proof = std::move(view);
    state.leaf = 0;
    return {{std::move(state)}, std::move(commands)};
}

/// Of another question: what it was made for is shown no more.
std::optional<Step> typed(state::Inside& state, const visit::touch::Staff& press) {
    ProofView view = state.proof;
    constexpr int kDigits = 10;
    if (press.key == Key::digit && press.value >= 0 && press.value < kDigits &&
        view.challenge.size() < kMostProofDigits)
        view.challenge += static_cast<char>('0' + press.value);
    else if (press.key == Key::erase && !view.challenge.empty())
        view.challenge.pop_back();
    view.error.reset();
    return with(state, std::move(view));
}

std::optional<Step> pressed(state::Inside& state, const visit::touch::Staff& press) {
    const ProofView& view = state.proof;
    if (press.key == Key::no && !view.pictures.empty())
        return with(state, {});
    if (view.isMaking || !view.pictures.empty())
        return std::nullopt;
    if (press.key == Key::digit || press.key == Key::erase)
        return typed(state, press);
    if (press.key != Key::enter || !view.canEnter())
        return std::nullopt;
    const std::string challenge = view.challenge;
    return with(state, {.challenge = challenge, .isMaking = true}, {command::Prove{challenge}});
}

/// An answer to another question than the page's is nobody's here.
std::optional<Step> answered(state::Inside& state, const event::Proved& proved) {
    ProofView view = state.proof;
    if (!view.isMaking || proved.challenge != view.challenge)
        return std::nullopt;
    view.isMaking = false;
    if (proved.made) {
        view.fingerprint = proved.made->fingerprint;
        view.pictures = proved.made->pictures;
    } else {
        view.error = proved.made.error();
    }
    return with(state, std::move(view));
}

} // namespace

std::optional<Step> proofMoves(state::Inside& state, const Event& event) {
    if (state.page != Page::proof)
        return std::nullopt;
    if (const auto* proved = std::get_if<event::Proved>(&event))
        return answered(state, *proved);
    const auto* press = pressOf(event);
    return press == nullptr ? std::nullopt : pressed(state, *press);
}

} // namespace kiosk::staff
