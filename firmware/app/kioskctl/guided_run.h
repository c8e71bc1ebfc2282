// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/staff/guided_tests.h"

namespace kiosk::app {

/// How time passes for what kioskctl does at the devices.
struct Pace {
    const Clock& clock;
    /// Waits until something is posted to the loop, and no longer than this.
    std::function<void(std::chrono::milliseconds atMost)> wait;
};

/// Turns the loop until it is done or that time has come.
void turn(EventLoop& loop, const Pace& pace, SteadyTime end, const std::function<bool()>& isDone);

/// What the kiosk's own part of a guided test came to. Knows nothing of whose card it was.
struct KioskPart {
    std::optional<Error> failed{}; ///< none: it is for a person to judge
};

/// One guided test without the kiosk's screen: the same that the staff's page has done
/// (firmware/staff). The place's loop is turned here and belongs to this thread.
class GuidedRun {
public:
    GuidedRun(const staff::TestPlace& place, Pace pace);
    GuidedRun(const GuidedRun&) = delete;
    GuidedRun& operator=(const GuidedRun&) = delete;

    /// How long somebody may take to lay a card or to hold a code, and a page to come out.
    static constexpr std::chrono::seconds kForAPerson{60};
    static constexpr std::chrono::seconds kForACode{20};
    static constexpr std::chrono::seconds kForAPage{120};

    /// Does the kiosk's part and lets go of the device. Whoever stands at a terminal does not see
    /// the camera's picture: it has done its part when it has seen a code. Errors, of which no
    /// result is made, as the times above are over: "card.none" and "test.no-code" (citizenAgain),
    /// "test.no-picture" and "test.no-page" (technician).
    Result<KioskPart> carryOut(staff::GuidedTest test);

private:
    void hear(const staff::event::TestMoved& moved);
    bool isDone() const;
    Error whyNever() const;
    void letWorkersEnd();

    const staff::TestPlace& place_;
    Pace pace_;
    staff::GuidedTests tests_;
    staff::GuidedTest test_ = staff::GuidedTest::cardReader;
    std::optional<Error> failed_;
    bool asks_ = false;
    bool codeSeen_ = false;
    std::string hint_; ///< what is wrong with the camera's picture: "camera.dark"
};

} // namespace kiosk::app
