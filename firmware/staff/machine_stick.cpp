// SPDX-License-Identifier: Apache-2.0
#include "firmware/staff/machine_stick.h"

#include "firmware/staff/press.h"

namespace kiosk::staff {

namespace {

namespace touch = visit::touch;
using Key = touch::Staff::Key;
using Deed = StickView::Deed;
using stick::Standing;

/// How often it is asked what became of an update that was copied.
constexpr int kSecondsToUpdates = 10;

Step unchanged(state::Inside& state) {
    return {{std::move(state)}, {}};
}

/// A deed begins anew, with nothing of the last one but what was found on the stick.
void start(StickView& view, Deed deed) {
    StickView begun{.deed = deed, .history = std::move(view.history)};
    if (deed == Deed::copying) {
        begun.bundles = std::move(view.bundles);
        begun.chosen = view.chosen;
    }
    view = std::move(begun);
}

Step begun(state::Inside& state, Deed deed, std::vector<Command> commands) {
    start(state.stick, deed);
    return {{std::move(state)}, std::move(commands)};
}

std::optional<Step> exportPressed(state::Inside& state, const touch::Staff& press) {
    if (press.key != kExportKey)
        return std::nullopt;
    const auto what = press.value == static_cast<int>(stick::What::errorsOnly)
                          ? stick::What::errorsOnly
                          : stick::What::everything;
    return begun(state, Deed::exporting,
                 {command::Record{"exportToStick", state.role}, command::ExportToStick{what}});
}

/// The bundle that is asked about, where there is one.
const stick::BundleOnStick* chosenOf(const StickView& view) {
    return view.bundles && view.chosen && *view.chosen < view.bundles->size()
               ? &(*view.bundles)[*view.chosen]
               : nullptr;
}

Step copy(state::Inside& state, const stick::BundleOnStick& bundle) {
    const bool isOlder = bundle.standing == Standing::older;
    std::vector<Command> commands{
        command::Record{isOlder ? "olderAllowed" : "updateFromStick", state.role},
        command::CopyBundle{bundle, isOlder ? stick::OlderMay::yes : stick::OlderMay::no}};
    return begun(state, Deed::copying, std::move(commands));
}

std::optional<Step> answered(state::Inside& state, const touch::Staff& press) {
    const stick::BundleOnStick* bundle = chosenOf(state.stick);
    if (bundle == nullptr)
        return std::nullopt;
    // "Yes" is no word for an older one: that has a button of its own.
    const Key word = bundle->standing == Standing::older ? kOlderKey : Key::yes;
    if (press.key == word)
        return copy(state, *bundle);
    if (press.key == Key::no) {
        state.stick.chosen.reset();
        return unchanged(state);
    }
    return std::nullopt;
}

std::optional<Step> updatePressed(state::Inside& state, const touch::Staff& press) {
    if (press.key == kLookKey)
        return begun(state, Deed::looking, {command::LookAtStick{}});
    if (press.key != kChooseKey)
        return answered(state, press);
    const auto at = static_cast<std::size_t>(press.value);
    if (press.value < 0 || !state.stick.bundles || at >= state.stick.bundles->size() ||
        !mayFollow((*state.stick.bundles)[at].standing))
        return std::nullopt;
    state.stick.chosen = at;
    return unchanged(state);
}

struct Note {
    StickView& view;

    void operator()(const event::Exported& exported) const { view.exported = exported.name; }
    void operator()(const event::BundlesFound& found) const { view.bundles = found.bundles; }
    void operator()(const event::BundleCopied&) const {
        view.copied = true;
        view.bundles.reset();
        view.chosen.reset();
    }
};

std::optional<Step> deskMoves(state::Inside& state, const Event& event) {
    if (const auto* moved = std::get_if<event::StickMoved>(&event)) {
        // Needs and room are told once, with the stage they are of.
        const stick::Progress last = std::exchange(state.stick.progress, moved->progress);
        if (moved->progress.needs == 0 && last.stage == moved->progress.stage) {
            state.stick.progress.needs = last.needs;
            state.stick.progress.free = last.free;
        }
        return unchanged(state);
    }
    if (const auto* ended = std::get_if<event::StickEnded>(&event)) {
        state.stick.deed = Deed::none;
        if (ended->came)
            std::visit(Note{state.stick}, *ended->came);
        else
            state.stick.error = ended->came.error();
        if (state.stick.copied)
            state.secondsToUpdates = kSecondsToUpdates;
        return unchanged(state);
    }
    if (const auto* told = std::get_if<event::UpdatesTold>(&event)) {
        state.stick.history = told->events;
        return unchanged(state);
    }
    return std::nullopt;
}

bool isStickPage(Page page) {
    return page == Page::stick || page == Page::update;
}

} // namespace

std::optional<Step> stickMoves(state::Inside& state, const Event& event) {
    if (!isStickPage(state.page))
        return std::nullopt;
    if (auto moved = deskMoves(state, event))
        return moved;
    const touch::Staff* press = pressOf(event);
    if (press == nullptr || state.stick.deed != Deed::none)
        return std::nullopt;
    return state.page == Page::stick ? exportPressed(state, *press) : updatePressed(state, *press);
}

void beginStickPage(state::Inside& state, std::vector<Command>& commands) {
    if (state.page == Page::update)
        commands.emplace_back(command::AskUpdates{});
}

void endStickPage(state::Inside& state, std::vector<Command>& commands) {
    if (isStickPage(state.page))
        commands.emplace_back(command::EndStick{});
    state.stick = {};
    state.secondsToUpdates = 0;
}

void passStickSecond(state::Inside& state, std::vector<Command>& commands) {
    if (state.secondsToUpdates == 0 || state.stick.deed != Deed::none ||
        --state.secondsToUpdates > 0)
        return;
    commands.emplace_back(command::AskUpdates{});
    state.secondsToUpdates = kSecondsToUpdates;
}

bool isStickBusy(const State& state) {
    const auto* inside = std::get_if<state::Inside>(&state);
    return inside != nullptr && inside->stick.deed != Deed::none;
}

} // namespace kiosk::staff
