// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kioskctl/guided_run.h"

#include <algorithm>

namespace kiosk::app {

namespace {

using staff::GuidedTest;
using Phase = staff::TestView::Phase;

std::chrono::seconds patienceWith(GuidedTest test) {
    switch (test) {
    case GuidedTest::printer:
        return GuidedRun::kForAPage;
    case GuidedTest::camera:
        return GuidedRun::kForACode;
    case GuidedTest::cardReader:
    case GuidedTest::screen:
        break;
    }
    return GuidedRun::kForAPerson;
}

} // namespace

void turn(EventLoop& loop, const Pace& pace, SteadyTime end, const std::function<bool()>& isDone) {
    while (true) {
        loop.runReady();
        const SteadyTime now = pace.clock.steady();
        if (isDone() || now >= end)
            return;
        const SteadyTime next = std::min(end, loop.nextDeadline().value_or(end));
        pace.wait(std::max(std::chrono::ceil<std::chrono::milliseconds>(next - now),
                           std::chrono::milliseconds(0)));
    }
}

GuidedRun::GuidedRun(const staff::TestPlace& place, Pace pace)
    : place_(place),
      pace_(std::move(pace)),
      tests_(place, [this](const staff::event::TestMoved& moved) { hear(moved); }) {}

Result<KioskPart> GuidedRun::carryOut(GuidedTest test) {
    test_ = test;
    failed_.reset();
    asks_ = codeSeen_ = false;
    hint_.clear();
    tests_.begin(test);
    turn(place_.loop, pace_, pace_.clock.steady() + patienceWith(test),
         [this] { return failed_ || isDone(); });
    tests_.end(test);
    letWorkersEnd();
    if (!failed_ && !isDone())
        return std::unexpected(whyNever());
    return KioskPart{failed_};
}

void GuidedRun::hear(const staff::event::TestMoved& moved) {
    if (!moved.phase) {
        failed_ = moved.phase.error();
        return;
    }
    asks_ = asks_ || *moved.phase == Phase::asking;
    codeSeen_ = codeSeen_ || moved.codeSeen;
    if (moved.picture)
        hint_ = moved.hint;
}

bool GuidedRun::isDone() const {
    return test_ == GuidedTest::camera ? codeSeen_ : asks_;
}

Error GuidedRun::whyNever() const {
    if (test_ == GuidedTest::printer)
        return {ErrorKind::timedOut, "test.no-page", Remedy::technician,
                "the page is not out, and was taken back from the printer"};
    if (test_ != GuidedTest::camera)
        return {ErrorKind::notFound, "card.none", Remedy::citizenAgain, "no card was laid"};
    if (!asks_)
        return {ErrorKind::timedOut, "test.no-picture", Remedy::technician};
    return {ErrorKind::notFound, "test.no-code", Remedy::citizenAgain,
            "the camera shows pictures and saw no code" +
                (hint_.empty() ? std::string() : ", " + hint_)};
}

/// The camera goes off and a page is taken back on their workers, before these end.
void GuidedRun::letWorkersEnd() {
    constexpr std::chrono::seconds kMost{15}; // Printer::clearJobs() takes 12
    int ended = 0;
    const std::array workers{&place_.readerWorker, &place_.camera.cameraWorker,
                             &place_.printer.worker};
    for (Worker* worker : workers)
        worker->submit(
            [this, &ended](const std::stop_token&) { place_.loop.post([&ended] { ++ended; }); });
    turn(place_.loop, pace_, pace_.clock.steady() + kMost,
         [&ended, &workers] { return ended == static_cast<int>(workers.size()); });
}

} // namespace kiosk::app
