// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/printing/print_job.h"
#include "firmware/staff/machine.h"
#include "firmware/visit/camera_watch.h"
#include "firmware/visit/workplace.h"

namespace kiosk::staff {

/// What the tests act upon, at a kiosk that serves and at one that does not run; all of it outlives
/// them. Slots are used on the worker beside them only.
struct TestPlace {
    EventLoop& loop;
    drivers::Slot<drivers::CardReader>& reader;
    Worker& readerWorker;
    visit::CameraParts camera;
    visit::PrinterDesk printer;
    /// Hands the test page over, noted with the kiosk's own pages; returns the job's number. On the
    /// printer's worker.
    std::function<Result<int>(const std::stop_token& stop)> printPage;
};

/// Of the kiosk that serves.
TestPlace testPlaceOf(visit::Workplace& at);

/// What comes out as the printer's test page; `place` and time are on it.
Result<document::Sheet> testPage(const visit::PaperTexts& texts, const std::string& place,
                                 WallTime now);
inline constexpr std::string_view kTestPageName = "test page"; ///< as a job of the printer's

/// The kiosk's part of the guided tests: reads a card and tells nothing of it, prints a page, shows
/// what the camera sees. Whether it came out right is for a person to say. Loop thread only;
/// outlived by the place.
class GuidedTests {
public:
    using Tell = std::function<void(event::TestMoved)>;

    GuidedTests(TestPlace place, Tell tell);
    GuidedTests(const GuidedTests&) = delete;
    GuidedTests& operator=(const GuidedTests&) = delete;

    void begin(GuidedTest test);
    /// Nothing is told of it from now on, the camera is off, and no page comes out later.
    void end(GuidedTest test);

private:
    void lookForCard();
    void readCard();
    void printPage();
    void followPage(printing::PrintProgress before);
    void pageMoved(const printing::PrintProgress& progress);
    void clearPage();
    void cameraTold(const visit::Event& event);
    /// Tells it on the loop, if the test has not ended meanwhile.
    void tell(unsigned round, event::TestMoved moved);

    TestPlace place_;
    Tell tell_;
    visit::CameraWatch camera_;
    unsigned round_ = 0; ///< counts begins and ends: what came for an earlier one tells nobody
    std::optional<int> job_;
};

} // namespace kiosk::staff
