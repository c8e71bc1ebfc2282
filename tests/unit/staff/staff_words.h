// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/staff/machine.h"

/// Short words for tests of the staff machine.
namespace kiosk::staff::tests {

using Key = visit::touch::Staff::Key;

Event press(Key key, int value = 0);
Event open(Page page);
Event begin(GuidedTest test);
Event known(Role role, std::chrono::seconds lockedFor = {});
Event judged(PinVerdict verdict);
Error spoilt();

/// A machine that is stepped from event to event, and what its last step wants done. Nothing of it
/// is inline: each test would be compiled with all states, events and commands in it.
struct Walk {
    Walk();
    Walk(const Walk&);
    Walk& operator=(const Walk&);
    ~Walk();

    Mode mode;
    std::vector<Command> commands;

    Walk& go(const Event& event);
    Walk& type(std::string_view digits);
    Walk& wait(int seconds);
    Walk& comeIn(Role role); ///< inside, with this role
    std::string at() const;  ///< the state's name
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
