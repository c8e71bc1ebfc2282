// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/cabinet_watch.h"

#include <utility>

#include "firmware/base/log.h"

namespace kiosk::visit {

namespace {

using drivers::Auxiliaries;
using drivers::CabinetState;
using drivers::Part;

/// Between rounds that did not wait, and of a wait that counts as one: next() waits for changes,
/// but some cabinets answer at once. Short, because a headset may be pulled in it: silence has to
/// follow within 100 ms, of which sound devices take some (A32).
constexpr std::chrono::milliseconds kBetweenRounds{20};
constexpr std::chrono::milliseconds kAfterFault{1000};

bool endsRound(const Error& error) {
    return error.kind() == ErrorKind::cancelled || drivers::losesDevice(error);
}

constexpr auto capabilitiesOf = [](const Auxiliaries& cabinet, const std::stop_token&)
    -> Result<drivers::AuxiliariesCapabilities> { return cabinet.capabilities(); };

} // namespace

CabinetWatch::CabinetWatch(EventLoop& loop, const Clock& clock, Slot& cabinet, Worker& worker,
                           std::function<void(const CabinetState&)> changed)
    : loop_(loop), clock_(clock), cabinet_(cabinet), worker_(worker), changed_(std::move(changed)) {
    beginRound();
}

void CabinetWatch::show(const Lights& wanted) {
    if (wanted == wanted_)
        return;
    wanted_ = wanted;
    worker_.cancelAll(); // a light does not wait until a door opens
    beginRound();
}

void CabinetWatch::beginRound() {
    worker_.submit([this, round = ++round_, wanted = wanted_](const std::stop_token& stop) {
        loop_.post([this, round, state = watch(wanted, stop)] { endRound(round, state); });
    });
}

void CabinetWatch::endRound(unsigned round, const Result<CabinetState>& state) {
    logOnce(state);
    if (state && *state != told_) {
        told_ = *state;
        changed_(told_);
    }
    if (round != round_)
        return;
    loop_.after(state ? kBetweenRounds : kAfterFault, [this, round] {
        if (round == round_)
            beginRound();
    });
}

void CabinetWatch::logOnce(const Result<CabinetState>& state) {
    if (!state && state.error().kind() == ErrorKind::cancelled)
        return;
    const std::string code = state ? std::string() : state.error().code();
    if (code != faultLogged_ && !state)
        log::tell<"cabinet.silent">(state.error());
    faultLogged_ = code;
}

/// Until there is something the loop should know. A cabinet that answers at once would leave the
/// worker no pause: that one the loop makes.
Result<CabinetState> CabinetWatch::watch(const Lights& wanted, const std::stop_token& stop) {
    while (true) {
        const SteadyTime began = clock_.steady();
        Result<CabinetState> state = look(wanted, stop);
        const bool isNews = !state || handed_ != *state;
        const bool hasWaited = clock_.steady() - began >= kBetweenRounds;
        if (isNews || !hasWaited || stop.stop_requested()) {
            handed_ = state ? std::optional(*state) : std::nullopt;
            return state;
        }
    }
}

Result<CabinetState> CabinetWatch::look(const Lights& wanted, const std::stop_token& stop) {
    Result<CabinetState> state = ask(wanted, stop);
    known_ = state ? std::optional(*state) : std::nullopt;
    if (!state && drivers::losesDevice(state.error()))
        shown_ = {};
    return state;
}

Result<CabinetState> CabinetWatch::ask(const Lights& wanted, const std::stop_token& stop) {
    TRY(light(wanted, stop));
    if (known_ && !TRY(cabinet_.use(stop, &Auxiliaries::next)))
        return *known_;
    return cabinet_.use(stop, &Auxiliaries::state);
}

Result<> CabinetWatch::light(const Lights& wanted, const std::stop_token& stop) {
    if (shown_ == wanted)
        return {};
    const auto can = TRY(cabinet_.use(stop, capabilitiesOf));
    const auto follow = [&](Part part, drivers::FlashRate Lights::* member) -> Result<> {
        if (shown_.*member == wanted.*member)
            return {};
        const Result<> lit = can.has(part)
                                 ? cabinet_.use(stop, &Auxiliaries::set, part, wanted.*member)
                                 : Result<>();
        if (!lit && endsRound(lit.error()))
            return lit;
        if (!lit)
            log::tell<"cabinet.light-not-set">(lit.error());
        shown_.*member = wanted.*member;
        return {};
    };
    TRY(follow(Part::cardLight, &Lights::card));
    TRY(follow(Part::paperLight, &Lights::paper));
    return follow(Part::callLamp, &Lights::call);
}

} // namespace kiosk::visit
