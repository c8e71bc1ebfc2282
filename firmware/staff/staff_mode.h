// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/staff/card_watch.h"
#include "firmware/staff/fact_desk.h"
#include "firmware/staff/guided_tests.h"
#include "firmware/staff/handout_desk.h"
#include "firmware/staff/machine.h"
#include "firmware/staff/soak.h"
#include "firmware/staff/stick_desk.h"

namespace kiosk::staff {

/// Staff mode of one kiosk: holds the machine's state, carries its commands out, counts its
/// seconds. Loop thread only.
class StaffMode {
public:
    /// `changed` is called after anything the view depends on has changed.
    StaffMode(StaffPlace place, std::function<void()> changed);
    StaffMode(const StaffMode&) = delete;
    StaffMode& operator=(const StaffMode&) = delete;

    /// Begins to look for staff cards.
    void begin() { cards_.begin(); }

    bool isOn() const { return staff::isOn(mode_); }
    /// Only while it is on.
    StaffView view() const { return viewOf(mode_); }
    /// Set: the screen asks whether somebody is still there.
    std::optional<int> askedSecondsLeft() const { return staff::askedSecondsLeft(mode_); }

    void touch(const visit::Touch& touch) { apply(touch); }
    /// The visit went on: where it serves somebody, staff mode ends.
    void followVisit();

private:
    void apply(const Event& event);
    void run(const Command& command);
    void carryOut(const command::JudgePin& judge);
    void carryOut(const command::GatherFacts&) { facts_.gather(); }
    void carryOut(const command::BeginTest& begin) { tests_.begin(begin.test); }
    void carryOut(const command::EndTest& end) { tests_.end(end.test); }
    void carryOut(const command::KeepResult& keep);
    void carryOut(const command::BeginSoak& begin);
    void carryOut(const command::EndSoak& end) { soak_.end(end.why); }
    void soakMoved(const SoakReport& report);
    void carryOut(const command::MakeHandout& make) { handouts_.make(make.health); }
    void carryOut(const command::Prove& prove) { handouts_.prove(prove.challenge); }
    void carryOut(const command::PrintHandout& print) { handouts_.print(print.handout); }
    void carryOut(const command::SaveHandout& save) { handouts_.save(save.handout); }
    void carryOut(const command::ExportToStick& what) { sticks_.exportTo(what.what); }
    void carryOut(const command::LookAtStick&) { sticks_.look(); }
    void carryOut(const command::CopyBundle& copy) { sticks_.copy(copy.bundle, copy.older); }
    void carryOut(const command::AcceptPart& accept);
    void carryOut(const command::AskUpdates&) { sticks_.askUpdates(); }
    void carryOut(const command::EndStick&) { sticks_.end(); }
    void carryOut(const command::Record& record) const;
    void keepTime();

    StaffPlace place_;
    std::function<void()> changed_;
    Mode mode_;
    FactDesk facts_;
    GuidedTests tests_;
    Soak soak_;
    Role soakedBy_ = Role::technician; ///< whose word began it
    std::string soakEndsAt_;
    HandoutDesk handouts_;
    StickDesk sticks_;
    CardWatch cards_;
    std::optional<EventLoop::TimerId> second_;
};

} // namespace kiosk::staff
