// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/support/sample_copy_code.h"
#include "tests/unit/visit/visit_words.h"

namespace kiosk::visit::tests {

namespace {

using drivers::JobProgress;
using drivers::JobState;
using drivers::PaperState;
using kiosk::tests::sampleCopyCode;
using printing::PrintPhase;

event::PrintMoved moved(JobState state, int pagesOut, PaperState paper = PaperState::full) {
    return {JobProgress{state, pagesOut, {}},
            {.device = drivers::DeviceState::online, .paper = paper}};
}

} // namespace

TEST_CASE("S4 a copy is reserved before it is printed and reported when it is out") {
    Driver visit{state::ChoosePurpose{found(), 0, opened()}};
    visit.on(touch::Print{});
    CHECK(visit.isAt("choosePurpose")); // no purpose chosen yet
    visit.on(touch::ChoosePurpose{1}).on(touch::Print{});
    CHECK(visit.commanded<command::ReserveCopy>()->purpose.key == "bank");
    visit.on(event::CopyReserved{sampleCopyCode()});
    CHECK(visit.commanded<command::PrintCopy>()->code.copyNumber == "A7K2-93QX-0001");
    visit.on(event::JobAccepted{7});
    CHECK(visit.commanded<command::FollowJob>()->job.id == 7);
    visit.on(moved(JobState::completed, 1));
    CHECK(visit.isAt("take"));
    CHECK(visit.commanded<command::ReportCopy>()->pages == 1);
}

TEST_CASE("S4 every copy has a number of its own") {
    Driver visit{printing(1, 2)};
    visit.on(moved(JobState::completed, 1));
    CHECK(visit.commanded<command::ReportCopy>()->copyNumber == "A7K2-93QX-0001");
    CHECK(visit.commanded<command::ReserveCopy>());
    visit.on(event::CopyReserved{sampleCopyCode("A7K2-93QX-0002")}).on(event::JobAccepted{8});
    visit.on(moved(JobState::completed, 1));
    CHECK(visit.as<state::Take>().pages == 2);
    CHECK(visit.as<state::Take>().copyNumbers.size() == 2);
}

TEST_CASE("D8 paper out on page 2 keeps page 1 counted") {
    Driver visit{printing(3)};
    visit.on(moved(JobState::processing, 1));
    visit.on(moved(JobState::stopped, 1, PaperState::out));
    CHECK(visit.as<state::Printing>().progress.phase == PrintPhase::needsPaper);
    CHECK(visit.as<state::Printing>().progress.pagesOut == 1);
    visit.on(moved(JobState::processing, 0)); // a counter never runs back
    CHECK(visit.as<state::Printing>().progress.pagesOut == 1);
    CHECK(visit.as<state::Printing>().progress.phase == PrintPhase::printing);
}

TEST_CASE("U5 nobody is sent off and nothing is left while paper moves") {
    Driver visit{printing()};
    visit.on(touch::StartOver{}).on(touch::Back{}).on(event::Abandoned{});
    CHECK(visit.isAt("printing"));
    CHECK_FALSE(waitsForPerson(visit.state));
}

TEST_CASE("D8 when nobody brings paper the copy is voided") {
    Driver visit{printing(2)};
    visit.on(moved(JobState::stopped, 1, PaperState::out));
    for (int second = 0; second < 299; ++second)
        visit.on(event::Second{});
    CHECK(visit.isAt("printing"));
    visit.on(event::Second{});
    CHECK(visit.as<state::Interrupted>().error.code() == "printer.nobody-came");
    CHECK(visit.commanded<command::ReportCopy>()->pages == 0);
}

TEST_CASE("D8 a job the printer gave up voids its number") {
    Driver visit{printing()};
    visit.on(moved(JobState::aborted, 0, PaperState::jammed));
    CHECK(visit.as<state::Interrupted>().error.code() == "printer.job-failed");
    CHECK(visit.commanded<command::ReportCopy>()->pages == 0);
}

TEST_CASE("D9 a printer that vanished after the first byte is not sent the sheet again") {
    Driver visit{state::Printing{.found = found(), .opened = opened(), .copyNumbers = {"A7K2"}}};
    visit.on(event::JobAccepted{fail(ErrorKind::device, "printer.gone", Remedy::technician)});
    CHECK(visit.isAt("interrupted"));
    CHECK_FALSE(visit.commanded<command::PrintCopy>());
    CHECK(visit.commanded<command::ReportCopy>()->pages == 0);
}

TEST_CASE(
    "D9 another copy is printed only when the void of the first one cannot get lost any more") {
    Driver visit{printing(2)};
    visit.on(moved(JobState::aborted, 1));
    const std::string number = visit.commanded<command::ReportCopy>()->copyNumber;
    visit.on(touch::Print{});
    CHECK_FALSE(visit.commanded<command::ReserveCopy>());
    visit.on(event::CopyReported{number, std::unexpected(unreachable())}).on(touch::Print{});
    CHECK_FALSE(visit.commanded<command::ReserveCopy>());
    visit.on(event::CopyReported{"another", {}}).on(touch::Print{});
    CHECK_FALSE(visit.commanded<command::ReserveCopy>());
    visit.on(event::CopyReported{number, {}}).on(touch::Print{});
    CHECK(visit.commanded<command::ReserveCopy>()->purpose.key == "school");
    visit.on(event::CopyReserved{sampleCopyCode("A7K2-93QX-0002")}).on(event::JobAccepted{8});
    visit.on(moved(JobState::completed, 2));
    CHECK(visit.as<state::Take>().copyNumbers == std::vector<std::string>{"A7K2-93QX-0002"});
}

TEST_CASE("D9 a sheet that is no longer valid is not offered again") {
    Driver visit{state::Printing{.found = found(), .opened = opened(), .copyNumbers = {"A7K2"}}};
    visit.on(event::JobAccepted{
        fail(ErrorKind::integrity, "document.no-longer-valid", Remedy::attendant)});
    CHECK(visit.isAt("trouble"));
    CHECK(visit.commanded<command::ReportCopy>()->pages == 0);
}

TEST_CASE("Q4 without a reservation there is no print") {
    Driver visit{state::Printing{.found = found(), .opened = opened()}};
    visit.on(event::CopyReserved{std::unexpected(unreachable())});
    CHECK(visit.isAt("trouble"));
    CHECK_FALSE(visit.commanded<command::PrintCopy>());
    CHECK_FALSE(visit.commanded<command::ReportCopy>());
}

TEST_CASE("R6 copies stay within their limits") {
    Driver visit{state::ChoosePurpose{found(), 0, opened()}};
    visit.on(touch::ChangeCopies{-1});
    CHECK(visit.as<state::ChoosePurpose>().copies == 1);
    for (int i = 0; i < 9; ++i)
        visit.on(touch::ChangeCopies{+1});
    CHECK(visit.as<state::ChoosePurpose>().copies == kMaxCopies);
}

TEST_CASE("U6 the take screen wipes itself and once more goes back to the list") {
    Driver visit{state::Take{found(), {"A7K2"}, 1, 2}};
    visit.on(event::Second{});
    CHECK(visit.isAt("take"));
    visit.on(event::Second{});
    CHECK(visit.isAt("start"));
    CHECK(visit.commanded<command::EndVisit>());

    Driver again{state::Take{found(), {"A7K2"}, 1, 2}};
    again.on(touch::OnceMore{});
    CHECK(again.as<state::Choose>().found.licences.size() == 1);
}

} // namespace kiosk::visit::tests
