// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/staff/machine.h"

/// Short words for tests of the staff machine.
namespace kiosk::staff::tests {

using Key = visit::touch::Staff::Key;

inline Event press(Key key, int value = 0) {
    return visit::Touch{visit::touch::Staff{key, value}};
}
inline Event open(Page page) {
    return press(Key::open, static_cast<int>(page));
}
inline Event begin(GuidedTest test) {
    return press(Key::test, static_cast<int>(test));
}
inline Event known(Role role, std::chrono::seconds lockedFor = {}) {
    return event::CardKnown{{"mark", role, lockedFor}};
}
inline Event judged(PinVerdict verdict) {
    return event::PinJudged{"mark", verdict};
}
inline Error spoilt() {
    return {ErrorKind::storage, "staff.register", Remedy::technician};
}

/// A machine that is stepped from event to event, and what its last step wants done.
struct Walk {
    Mode mode;
    std::vector<Command> commands;

    Walk& go(const Event& event) {
        Step taken = step(std::move(mode), event);
        mode = std::move(taken.next);
        commands = std::move(taken.commands);
        return *this;
    }
    Walk& type(std::string_view digits) {
        for (const char digit : digits)
            go(press(Key::digit, digit - '0'));
        return *this;
    }
    Walk& wait(int seconds) {
        for (int i = 0; i < seconds; ++i)
            go(event::Second{});
        return *this;
    }
    /// Inside, with this role.
    Walk& comeIn(Role role) {
        return go(known(role)).type("314159").go(press(Key::enter)).go(judged({.right = true}));
    }
    std::string at() const { return std::string(name(mode.state)); }
    template <typename T>
    const T& state() const {
        return std::get<T>(mode.state);
    }
    template <typename T>
    const T* command() const {
        for (const Command& each : commands)
            if (const auto* wanted = std::get_if<T>(&each))
                return wanted;
        return nullptr;
    }
};

} // namespace kiosk::staff::tests
