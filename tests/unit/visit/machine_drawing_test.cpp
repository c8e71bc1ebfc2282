// SPDX-License-Identifier: Apache-2.0
#include <set>

#include <catch2/catch.hpp>

#include "tests/support/drawn_machine.h"
#include "tests/support/sample_copy_code.h"
#include "tests/unit/visit/visit_words.h"

namespace kiosk::visit::tests {

namespace {

using Edges = std::set<std::pair<std::string, std::string>>;

/// What one name of the drawing stands for.
std::set<std::string> namesOf(std::string_view drawn) {
    if (drawn != "personal" && drawn != "any")
        return {std::string(drawn)};
    std::set<std::string> names;
    for (const State& state : drawn == "any" ? everyState() : personalStates())
        names.emplace(name(state));
    names.erase("help");
    names.erase("outOfService");
    return names;
}

/// These two are said of every state, and looked at apart.
bool isSaidOfAny(std::string_view from, std::string_view to) {
    return from == "any" && (to == "start" || to == "outOfService");
}

/// The arrows drawn in machine.h; "any" stands for every state,
/// "personal" for each that belongs to somebody.
Edges drawnEdges() {
    Edges edges;
    for (const auto& [from, to] :
         kiosk::tests::drawnArrows(KIOSK_SOURCE_DIR "/firmware/visit/machine.h"))
        for (const std::string& each : isSaidOfAny(from, to) ? std::set{from} : namesOf(from))
            for (const std::string& other : namesOf(to))
                edges.emplace(each, other);
    return edges;
}

std::vector<Event> everyEvent() {
    const auto down = std::unexpected(unreachable());
    return {touch::Begin{},
            touch::BeginCopyCheck{},
            touch::ListPage{},
            touch::ChooseLicence{},
            touch::Find{},
            touch::Typing{},
            touch::OpenMatters{},
            touch::ChooseMatter{},
            touch::ChooseMatter{1},
            touch::ShowAll{},
            touch::SwitchSubject{},
            touch::LookPage{},
            touch::ToggleNumber{},
            touch::GoToPurpose{},
            touch::ChoosePurpose{},
            touch::ChangeCopies{},
            touch::Print{},
            touch::OnceMore{},
            touch::Finish{},
            touch::Keep{},
            touch::Retry{},
            touch::Back{},
            touch::StartOver{},
            touch::CallStaff{},
            touch::GoOn{},
            touch::PrintTicket{},
            touch::FirstGoesOn{},
            touch::NewPerson{},
            touch::HelpSomebody{},
            touch::Agree{},
            touch::Decline{},
            event::CardLaid{},
            event::CardRead{card()},
            event::CardRead{otherCard()},
            event::CardRead{down},
            event::RegionAnswered{kYunzhou, std::vector{licence()}},
            event::RegionAnswered{kYunzhou, down},
            event::GrantsAnswered{kYunzhou, std::vector<Company>{}},
            event::GrantsAnswered{kYunzhou, down},
            event::HelpAllowed{{}},
            event::HelpAllowed{down},
            event::ConsentRecorded{{}},
            event::ConsentRecorded{down},
            event::LicenceOpened{opened(), licence().identifier},
            event::LicenceOpened{down, licence().identifier},
            event::CopyReserved{kiosk::tests::sampleCopyCode()},
            event::CopyReserved{down},
            event::JobAccepted{7},
            event::JobAccepted{down},
            event::JobAccepted{std::unexpected(
                Error{ErrorKind::integrity, "document.no-longer-valid", Remedy::attendant})},
            event::PrintMoved{drivers::JobProgress{drivers::JobState::completed, 1, {}}, {}},
            event::PrintMoved{down, {}},
            event::CopyReported{"A7K2-93QX-0001", {}},
            event::RequestKept{{}},
            event::RequestKept{down},
            event::SlipMoved{printing::PrintPhase::done},
            event::TicketMoved{printing::PrintPhase::done},
            event::Stirred{},
            event::CodeSeen{toText(kiosk::tests::sampleCopyCode())},
            event::CameraFailed{unreachable()},
            event::CopyChecked{{{}, authority::CopyRecord{}, {}}, "A7K2-93QX-0001"},
            event::CopyChecked{{{}, down, {}}, "A7K2-93QX-0001"},
            event::StaffCardLaid{std::string("attendant")},
            event::StaffCardLaid{down},
            event::CabinetChanged{},
            event::Second{},
            event::Abandoned{}};
}

/// The edges of each state and event, the cabinet standing like this.
Edges takenEdges(const drivers::CabinetState& cabinet) {
    Surroundings around = surroundings();
    around.cabinet = cabinet;
    Edges taken;
    for (const char* staffBeside : {"", "attendant"}) {
        around.staffBeside = staffBeside;
        for (const State& from : everyState())
            for (const Event& event : everyEvent()) {
                const Step next = step(from, event, around);
                if (next.next.index() != from.index())
                    taken.emplace(name(from), name(next.next));
            }
    }
    return taken;
}

/// "any -> start" means every state but the two that must not be left, and the step back from step
/// one.
bool isAnyToStart(const std::pair<std::string, std::string>& edge) {
    return edge.second == "start" && edge.first != "printing" && edge.first != "keeping";
}

} // namespace

TEST_CASE("the drawing in machine.h has just the edges the machine takes") {
    Edges taken = takenEdges({});
    Edges drawn = drawnEdges();
    CHECK(drawn.erase({"any", "start"}) == 1);
    CHECK(drawn.erase({"any", "outOfService"}) == 1); // cabinet_test.cpp
    CHECK(drawn.erase({"help", "start"}) == 1);
    std::erase_if(taken, isAnyToStart);
    for (const auto& [from, to] : taken)
        CHECK(drawn.contains({from, to}));
    for (const auto& edge : drawn) {
        INFO(edge.first << " -> " << edge.second);
        CHECK(taken.contains(edge));
    }
}

TEST_CASE("U6 every way to the start ends the visit") {
    for (const State& from : everyState())
        for (const Event& event : everyEvent()) {
            const Step next = step(from, event, surroundings());
            if (!std::holds_alternative<state::Start>(next.next) ||
                std::holds_alternative<state::Start>(underneath(from)))
                continue;
            INFO(name(from));
            REQUIRE_FALSE(next.commands.empty());
            CHECK(std::holds_alternative<command::EndVisit>(next.commands.back()));
        }
}

} // namespace kiosk::visit::tests
