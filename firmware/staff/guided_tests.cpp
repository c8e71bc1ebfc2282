// SPDX-License-Identifier: Apache-2.0
#include "firmware/staff/guided_tests.h"

#include "firmware/staff/page_trouble.h"
#include "firmware/visit/paper.h"
#include "firmware/visit/print_aside.h"
#include "firmware/visit/view.h"

namespace kiosk::staff {

namespace {

using printing::PrintPhase;
using printing::PrintProgress;
using Phase = TestView::Phase;

constexpr std::chrono::milliseconds kBetweenLooks{400};

Result<int> printOn(visit::Workplace& at, const std::stop_token& stop) {
    return visit::printAside(at, TRY(testPage(at.paperTexts, at.place, at.clock.wall())),
                             std::string(kTestPageName), stop);
}

} // namespace

TestPlace testPlaceOf(visit::Workplace& at) {
    return {.loop = at.loop,
            .reader = at.reader,
            .readerWorker = at.readerWorker,
            .camera = {at.loop, at.camera, at.cameraWorker, at.codeWorker, at.readCode},
            .printer = {at.printer, at.printerWorker},
            .printPage = [&at](const std::stop_token& stop) { return printOn(at, stop); }};
}

Result<document::Sheet> testPage(const visit::PaperTexts& texts, const std::string& place,
                                 WallTime now) {
    const visit::PaperWords words(texts, visit::Language{});
    return document::composeSlip(
        {.heading = words.lines("paper.test.title"),
         .lines = {words.line("paper.test.lead"), place, visit::localDateTime(now)}});
}

GuidedTests::GuidedTests(TestPlace place, Tell tell)
    : place_(std::move(place)),
      tell_(std::move(tell)),
      camera_(place_.camera, [this](const visit::Event& event) { cameraTold(event); }) {}

void GuidedTests::begin(GuidedTest test) {
    ++round_;
    switch (test) {
    case GuidedTest::cardReader:
        return lookForCard();
    case GuidedTest::printer:
        return printPage();
    case GuidedTest::camera:
        return camera_.start();
    case GuidedTest::screen:
        return;
    }
}

void GuidedTests::end(GuidedTest test) {
    ++round_;
    if (test == GuidedTest::camera)
        camera_.stop();
    if (job_)
        clearPage();
}

void GuidedTests::tell(unsigned round, event::TestMoved moved) {
    place_.loop.post([this, round, moved = std::move(moved)] {
        if (round == round_)
            tell_(moved);
    });
}

void GuidedTests::lookForCard() {
    place_.readerWorker.submit([this, round = round_](const std::stop_token& stop) {
        const auto found = place_.reader.use(stop, &drivers::CardReader::findCard);
        if (!found)
            return tell(round, {GuidedTest::cardReader, std::unexpected(found.error())});
        place_.loop.post([this, round, isThere = *found] {
            if (round != round_)
                return;
            if (isThere)
                return readCard();
            place_.loop.after(kBetweenLooks, [this, round] {
                if (round == round_)
                    lookForCard();
            });
        });
    });
}

void GuidedTests::readCard() {
    place_.readerWorker.submit([this, round = round_](const std::stop_token& stop) {
        const auto card = place_.reader.use(stop, &drivers::CardReader::readCard);
        const Result<Phase> phase =
            card ? Result<Phase>(Phase::asking) : std::unexpected(card.error());
        tell(round, {GuidedTest::cardReader, phase}); // and the card is let go here
    });
}

void GuidedTests::printPage() {
    place_.printer.worker.submit([this, round = round_](const std::stop_token& stop) {
        const auto job = place_.printPage(stop);
        if (!job)
            return tell(round, {GuidedTest::printer, std::unexpected(job.error())});
        place_.loop.post([this, round, id = *job] {
            job_ = id;
            round == round_ ? followPage({}) : clearPage();
        });
    });
}

void GuidedTests::followPage(PrintProgress before) {
    place_.loop.after(kBetweenLooks, [this, before, round = round_] {
        if (round != round_ || !job_)
            return;
        place_.printer.worker.submit(
            [this, before, round, job = *job_](const std::stop_token& stop) {
                const auto progress = place_.printer.printer.progress({job, before.pages}, stop);
                const auto status = place_.printer.printer.status(stop);
                const PrintProgress after = progress && status
                                                ? printing::advance(before, *progress, *status)
                                                : printing::giveUp(before);
                place_.loop.post([this, after, round] {
                    if (round == round_)
                        pageMoved(after);
                });
            });
    });
}

void GuidedTests::pageMoved(const PrintProgress& progress) {
    if (progress.phase == PrintPhase::printing)
        return followPage(progress);
    if (progress.phase == PrintPhase::done) {
        place_.printer.worker.submit(
            [this, job = *job_](const std::stop_token&) { place_.printer.printer.finished(job); });
        job_.reset();
        return tell_({GuidedTest::printer, Phase::asking});
    }
    clearPage(); // nothing is to come out once somebody loads paper
    tell_({GuidedTest::printer, std::unexpected(troubleAt(progress.phase))});
}

void GuidedTests::clearPage() {
    place_.printer.worker.submit([this, job = *job_](const std::stop_token& stop) {
        place_.printer.printer.letGo(job);
        static_cast<void>(place_.printer.printer.tidy(stop)); // else before the next page
    });
    job_.reset();
}

void GuidedTests::cameraTold(const visit::Event& event) {
    if (const auto* looked = std::get_if<visit::event::CameraLooked>(&event))
        tell_({.test = GuidedTest::camera,
               .phase = Phase::asking,
               .picture = looked->preview,
               .hint = looked->hint});
    else if (std::holds_alternative<visit::event::CodeSeen>(event))
        tell_({.test = GuidedTest::camera, .phase = Phase::asking, .codeSeen = true});
    else if (const auto* failed = std::get_if<visit::event::CameraFailed>(&event))
        tell_({GuidedTest::camera, std::unexpected(failed->error)});
}

} // namespace kiosk::staff
