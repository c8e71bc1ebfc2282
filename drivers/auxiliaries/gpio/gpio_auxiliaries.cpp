// SPDX-License-Identifier: Apache-2.0
#include "drivers/auxiliaries/gpio/gpio_auxiliaries.h"

#include <algorithm>

#include "drivers/auxiliaries/auxiliaries_trouble.h"

namespace kiosk::drivers::gpio {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds kPatience{1000};
constexpr milliseconds kHalfSlow{1000}; ///< 0.5 Hz
constexpr milliseconds kHalfQuick{250}; ///< 2 Hz

std::unexpected<Error> cancelled() {
    return std::unexpected(asError(AuxiliariesTrouble::cancelled));
}

milliseconds halfPeriod(FlashRate rate) {
    return rate == FlashRate::slow ? kHalfSlow : kHalfQuick;
}

bool flashes(FlashRate rate) {
    return rate == FlashRate::slow || rate == FlashRate::quick;
}

Level opposite(Level level) {
    return level == Level::active ? Level::inactive : Level::active;
}

/// Puts an active line into the state.
void feel(CabinetState& state, const GpioLine& line) {
    switch (line.part) {
    case Part::cabinetDoor:
        state.door = CabinetDoor::open;
        break;
    case Part::tamperSensor:
        state.tamper = TamperSensor::on;
        break;
    case Part::powerSupply:
        state.power = std::max(state.power, line.power);
        break;
    case Part::headset:
        state.headset = Headset::present;
        break;
    case Part::callKey:
        state.callKey = CallKey::on;
        break;
    case Part::cardLight:
    case Part::paperLight:
    case Part::callLamp:
        break;
    }
}

} // namespace

GpioAuxiliaries::GpioAuxiliaries(std::unique_ptr<GpioLines> lines, GpioProfile profile,
                                 std::string port, const Clock& clock)
    : lines_(std::move(lines)),
      profile_(std::move(profile)),
      port_(std::move(port)),
      clock_(clock),
      known_(profile_.size()) {}

Result<std::unique_ptr<GpioAuxiliaries>> GpioAuxiliaries::open(std::unique_ptr<GpioLines> lines,
                                                               GpioProfile profile,
                                                               std::string port,
                                                               const Clock& clock) {
    std::unique_ptr<GpioAuxiliaries> cabinet(
        new GpioAuxiliaries(std::move(lines), std::move(profile), std::move(port), clock));
    TRY(cabinet->darken());
    TRY(cabinet->lookAtAll());
    return cabinet;
}

GpioAuxiliaries::~GpioAuxiliaries() {
    static_cast<void>(darken()); // lines that are gone are dark
}

DeviceIdentity GpioAuxiliaries::identity() const {
    return {.module = "gpio", .model = "", .serial = "", .firmware = "", .port = port_};
}

Result<> GpioAuxiliaries::reset(std::stop_token stop) {
    if (stop.stop_requested())
        return cancelled();
    TRY(darken());
    return lookAtAll();
}

AuxiliariesCapabilities GpioAuxiliaries::capabilities() const {
    AuxiliariesCapabilities can;
    std::ranges::transform(profile_, std::back_inserter(can.parts), &GpioLine::part);
    std::ranges::sort(can.parts);
    const auto twice = std::ranges::unique(can.parts); // two lines tell of one power supply
    can.parts.erase(twice.begin(), twice.end());
    return can;
}

Result<> GpioAuxiliaries::set(Part light, FlashRate rate, std::stop_token stop) {
    if (stop.stop_requested())
        return cancelled();
    const auto found = std::ranges::find(profile_, light, &GpioLine::part);
    if (!isLight(light) || found == profile_.end())
        return std::unexpected(asError(AuxiliariesTrouble::noSuchLight, name(light)));
    const auto line = static_cast<std::size_t>(found - profile_.begin());
    TRY(drive(line, rate == FlashRate::off ? Level::inactive : Level::active));
    known_[line].rate = rate;
    known_[line].turnsAt = clock_.steady() + halfPeriod(rate);
    return {};
}

Result<std::optional<CabinetChange>> GpioAuxiliaries::next(std::stop_token stop) {
    const SteadyTime end = clock_.steady() + kPatience;
    do {
        if (stop.stop_requested())
            return cancelled();
        if (!untold_.empty())
            return tell();
        TRY(flash());
        const std::vector<Edge> edges = TRY(lines_->waitForEdges(untilSomethingIsDue(end), stop));
        std::ranges::for_each(edges, [this](const Edge& edge) { hear(edge); });
        TRY(settle());
    } while (!untold_.empty() || clock_.steady() < end);
    TRY(findAll());
    return std::nullopt;
}

CabinetChange GpioAuxiliaries::tell() {
    const CabinetChange change = untold_.front();
    untold_.pop_front();
    state_ = change.state;
    return change;
}

Result<CabinetState> GpioAuxiliaries::state(std::stop_token stop) {
    if (stop.stop_requested())
        return cancelled();
    TRY(findAll());
    return state_;
}

/// Are they still there? A chip that is pulled need not end a wait.
Result<> GpioAuxiliaries::findAll() {
    for (std::size_t line = 0; line < profile_.size(); ++line)
        if (!isLight(profile_[line].part))
            static_cast<void>(TRY(lines_->level(line)));
    return {};
}

Result<> GpioAuxiliaries::darken() {
    for (std::size_t line = 0; line < profile_.size(); ++line)
        if (isLight(profile_[line].part)) {
            known_[line].rate = FlashRate::off;
            TRY(drive(line, Level::inactive));
        }
    return {};
}

Result<> GpioAuxiliaries::lookAtAll() {
    untold_.clear();
    for (std::size_t line = 0; line < profile_.size(); ++line) {
        known_[line].unsure.reset();
        if (!isLight(profile_[line].part))
            known_[line].level = TRY(lines_->level(line));
    }
    state_ = felt();
    heard_ = state_;
    return {};
}

Result<> GpioAuxiliaries::drive(std::size_t line, Level level) {
    TRY(lines_->drive(line, level));
    known_[line].level = level;
    return {};
}

Result<> GpioAuxiliaries::flash() {
    const SteadyTime now = clock_.steady();
    for (std::size_t line = 0; line < profile_.size(); ++line) {
        Known& light = known_[line];
        if (!flashes(light.rate) || now < light.turnsAt)
            continue;
        TRY(drive(line, opposite(light.level)));
        light.turnsAt = now + halfPeriod(light.rate);
    }
    return {};
}

void GpioAuxiliaries::hear(const Edge& edge) {
    Known& line = known_[edge.line];
    if (line.unsure && edge.at - line.unsure->at >= profile_[edge.line].debounce)
        become(edge.line, line.unsure->level);
    line.unsure = edge;
}

Result<> GpioAuxiliaries::settle() {
    for (std::size_t line = 0; line < profile_.size(); ++line) {
        std::optional<Edge>& unsure = known_[line].unsure;
        if (!unsure || clock_.steady() - unsure->at < profile_[line].debounce)
            continue;
        unsure.reset();
        become(line, TRY(lines_->level(line))); // and not the edge's, should one have been lost
    }
    return {};
}

void GpioAuxiliaries::become(std::size_t line, Level level) {
    known_[line].level = level;
    const CabinetState now = felt();
    for (const CabinetChange& change : changesBetween(heard_, now))
        untold_.push_back(change);
    heard_ = now;
}

CabinetState GpioAuxiliaries::felt() const {
    CabinetState state;
    for (std::size_t line = 0; line < profile_.size(); ++line)
        if (known_[line].level == Level::active)
            feel(state, profile_[line]);
    return state;
}

milliseconds GpioAuxiliaries::untilSomethingIsDue(SteadyTime end) const {
    SteadyTime due = end;
    for (std::size_t line = 0; line < profile_.size(); ++line) {
        if (flashes(known_[line].rate))
            due = std::min(due, known_[line].turnsAt);
        if (known_[line].unsure)
            due = std::min(due, known_[line].unsure->at + profile_[line].debounce);
    }
    return std::max(std::chrono::ceil<milliseconds>(due - clock_.steady()), milliseconds(0));
}

} // namespace kiosk::drivers::gpio
