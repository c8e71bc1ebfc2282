// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/visit/visit_event.h"

namespace kiosk::visit {

/// The ways to use the kiosk: what somebody has changed about the screens, what lies open on top
/// of them, and what they have been offered. Nobody is offered the same thing twice, and nothing
/// changes without their pressing it. Loop thread only.
class WaysIn {
public:
    /// `settings` outlives the ways.
    explicit WaysIn(Settings& settings) : settings_(settings) {}

    /// False where the touch is about something else.
    bool handle(const Touch& touch);

    /// The card laid shows somebody of this age: from sixty on they are asked whether they want
    /// the elder version.
    void ageKnown(int years);
    /// Another screen: what was open on the one before does not lie on it. An offer does.
    void stepTaken();
    /// A switch was used: the first time, what the two do is shown.
    void switchUsed();
    /// A card was laid that could not be read, and nobody had asked for one.
    void cardNotRead();
    /// The next person finds everything as it was (A12).
    void reset();

    Panel panel() const { return panel_; }

private:
    void setVersion(Version version);
    void setSize(TextSize size);
    void offer(Panel panel, bool& offered);

    Settings& settings_;
    Panel panel_ = Panel::none;
    bool offeredElder_ = false;
    bool offeredLowReach_ = false;
};

/// How old somebody born then is today, in whole years.
int ageOn(Date today, Date birth);

} // namespace kiosk::visit
