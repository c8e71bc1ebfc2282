// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/staff/staff_words.h"

namespace kiosk::staff::tests {

Event press(Key key, int value) {
    return visit::Touch{visit::touch::Staff{key, value}};
}

Event open(Page page) {
    return press(Key::open, static_cast<int>(page));
}

Event begin(GuidedTest test) {
    return press(Key::test, static_cast<int>(test));
}

Event known(Role role, std::chrono::seconds lockedFor) {
    return event::CardKnown{{"mark", role, lockedFor}};
}

Event judged(PinVerdict verdict) {
    return event::PinJudged{"mark", verdict};
}

Error spoilt() {
    return {ErrorKind::storage, "staff.register", Remedy::technician};
}

Walk::Walk() = default;
Walk::Walk(const Walk&) = default;
Walk& Walk::operator=(const Walk&) = default;
Walk::~Walk() = default;

Walk& Walk::go(const Event& event) {
    Step taken = step(std::move(mode), event);
    mode = std::move(taken.next);
    commands = std::move(taken.commands);
    return *this;
}

Walk& Walk::type(std::string_view digits) {
    for (const char digit : digits)
        go(press(Key::digit, digit - '0'));
    return *this;
}

Walk& Walk::wait(int seconds) {
    for (int i = 0; i < seconds; ++i)
        go(event::Second{});
    return *this;
}

Walk& Walk::comeIn(Role role) {
    return go(known(role)).type("314159").go(press(Key::enter)).go(judged({.right = true}));
}

std::string Walk::at() const {
    return std::string(name(mode.state));
}

} // namespace kiosk::staff::tests
