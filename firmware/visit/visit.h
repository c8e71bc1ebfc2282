// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/visit/effects.h"
#include "firmware/visit/lights.h"
#include "firmware/visit/machine.h"
#include "firmware/visit/view.h"
#include "firmware/visit/ways_in.h"

namespace kiosk::visit {

/// One kiosk's visits, one after the other: holds the state, runs the machine, keeps a person's
/// settings and asks who has gone quiet. Loop thread only.
class Visit {
public:
    /// `changed` is called after anything the view depends on has changed.
    Visit(Workplace& workplace, Surroundings surroundings, std::function<void()> changed);
    Visit(const Visit&) = delete;
    Visit& operator=(const Visit&) = delete;

    void touch(const Touch& touch);
    /// Somebody touched the glass or used a key without pressing anything: they are still there.
    void stirred();
    /// One of the two switches was used (A27).
    void switchUsed();
    VisitView view() const;
    const State& state() const { return state_; }

    /// The hand scanner has read something; heeded where a code is looked for.
    void codeScanned(const std::string& text);

    /// Whether a staff card means something now: staff were called, or look on.
    bool heedsStaffCards() const;
    /// A card was laid where the staff lay theirs: whoever was called has come, or whoever looked
    /// on leaves. An error where the card opens nothing.
    void staffCardLaid(const Result<std::string>& role);

    /// What works right now has changed (Q7).
    void setServices(Services services);
    /// The cabinet stands like this from now on. Its call key is a press of "call staff"; a headset
    /// begins speech by being plugged in and ends it by being pulled, unless a key asked for it.
    void setCabinet(const drivers::CabinetState& cabinet);
    /// This lies there and waits to be taken. On the start screen it is told, with a sound now and
    /// then for a minute.
    void setLeftBehind(const LeftBehind& left);
    /// What the lights of the cabinet are to show now.
    Lights lights() const;
    /// Said on the start screen until somebody begins, at most for ten minutes (D9).
    void tellInterrupted(const InterruptedCopy& copy);

private:
    void apply(const Event& event);
    /// Settings, staff call and the idle question: true when the touch was one of these.
    bool handledHere(const Touch& touch);
    void keepTime();
    void passSecond();
    bool isStill() const;
    bool isMadeTheirs() const;
    Settings untouchedSettings() const;
    bool headsetIn() const { return surroundings_.cabinet.headset == drivers::Headset::present; }
    void headsetMoved();
    void countIdleSecond();
    void countCallSecond();
    void countReminderSecond();
    void carryOut(const Command& command);
    void noteCall();
    void lookAtClock();
    bool asksWhetherStillThere() const;
    int idleQuestionAfter() const;
    void knowPerson(const Event& event);
    void resetSettings();
    /// What depends on the settings, after they have changed.
    void followSettings();
    void endOfVisit();

    const Clock& clock_;
    EventLoop& loop_;
    RandomSource& random_;
    Surroundings surroundings_;
    std::function<void()> changed_;
    Effects effects_;
    State state_;
    Settings settings_;
    WaysIn ways_{settings_};
    bool staffCalled_ = false;
    int secondsCalled_ = 0;
    int idleSeconds_ = 0;
    int secondsReminding_ = 0;
    int reminders_ = 0;
    std::optional<EventLoop::TimerId> timer_;
    bool countsSeconds_ = false; ///< what the timer is for
};

} // namespace kiosk::visit
