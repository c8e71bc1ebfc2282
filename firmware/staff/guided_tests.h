// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/printing/print_job.h"
#include "firmware/staff/machine.h"
#include "firmware/staff/staff_place.h"
#include "firmware/visit/camera_watch.h"

namespace kiosk::staff {

/// The kiosk's part of the guided tests: reads a card and tells nothing of it, prints a page, shows
/// what the camera sees. Whether it came out right is for a person to say. Loop thread only;
/// outlived by the place.
class GuidedTests {
public:
    using Tell = std::function<void(event::TestMoved)>;

    GuidedTests(StaffPlace& place, Tell tell);
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

    StaffPlace& place_;
    Tell tell_;
    visit::CameraWatch camera_;
    unsigned round_ = 0; ///< counts begins and ends: what came for an earlier one tells nobody
    std::optional<int> job_;
};

} // namespace kiosk::staff
