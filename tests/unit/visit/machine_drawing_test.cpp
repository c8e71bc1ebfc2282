// SPDX-License-Identifier: Apache-2.0
#include <set>

#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "firmware/base/text.h"
#include "tests/support/sample_copy_code.h"
#include "tests/unit/visit/visit_words.h"

namespace kiosk::visit::tests {

namespace {

using Edges = std::set<std::pair<std::string, std::string>>;

/// "///     start -> identify scan" in machine.h, as pairs; "any" stands for every state.
Edges drawnEdges() {
    Edges edges;
    const std::string header =
        toText(*readFile(std::string(KIOSK_SOURCE_DIR) + "/firmware/visit/machine.h"));
    for (std::string_view line : split(header, '\n')) {
        const auto arrow = line.find(" -> ");
        if (!line.starts_with("///     ") || arrow == std::string_view::npos)
            continue;
        const std::string from(trimmed(line.substr(3, arrow - 3)));
        for (std::string_view to : split(trimmed(line.substr(arrow + 4)), ' '))
            edges.emplace(from, to);
    }
    return edges;
}

std::vector<State> everyState() {
    Found gaps = found();
    gaps.gaps.push_back({kHaining, unreachable()});
    Found nothing{.holder = holder(), .gaps = gaps.gaps};
    return {state::Start{},
            state::Identify{},
            state::Searching{Found{.holder = holder()}, {kYunzhou}},
            state::Searching{nothing, {kYunzhou}},
            state::Choose{gaps},
            state::Opening{found(), 0},
            state::Look{found(), 0, opened()},
            state::ChoosePurpose{found(), 0, opened(), 0},
            printing(),
            state::Interrupted{printing(), "A7K2-93QX-0001", unreachable(), true},
            state::Take{found(), {"A7K2"}, 1, 9},
            state::OfferToKeep{nothing},
            state::OfferToKeep{gaps},
            state::Keeping{"0123456789"},
            state::Kept{"0123456789", false, 9},
            state::Scan{},
            state::CheckingCopy{{"990000", "A7K2-93QX-0001"}},
            state::CopyVerdict{},
            state::Trouble{unreachable(), true, true}};
}

std::vector<Event> everyEvent() {
    const auto down = std::unexpected(unreachable());
    return {touch::Begin{},
            touch::BeginCopyCheck{},
            touch::ListPage{},
            touch::ChooseLicence{},
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
            event::CardLaid{},
            event::CardRead{card()},
            event::CardRead{down},
            event::RegionAnswered{kYunzhou, std::vector{licence()}},
            event::RegionAnswered{kYunzhou, down},
            event::LicenceOpened{opened()},
            event::LicenceOpened{down},
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
            event::SlipPrinted{{}},
            event::CameraLooked{nullptr, {}, toText(kiosk::tests::sampleCopyCode())},
            event::CameraFailed{unreachable()},
            event::CopyChecked{{{}, authority::CopyRecord{}, {}}},
            event::CopyChecked{{{}, down, {}}},
            event::Second{},
            event::Abandoned{}};
}

/// "any -> start" means every state but the two that must not be left, and the step back from step
/// one.
bool isAnyToStart(const std::pair<std::string, std::string>& edge) {
    return edge.second == "start" && edge.first != "printing" && edge.first != "keeping";
}

} // namespace

TEST_CASE("the drawing in machine.h has just the edges the machine takes") {
    Edges taken;
    for (const State& from : everyState())
        for (const Event& event : everyEvent()) {
            const Step next = step(from, event, surroundings());
            if (next.next.index() != from.index())
                taken.emplace(name(from), name(next.next));
        }
    Edges drawn = drawnEdges();
    CHECK(drawn.erase({"any", "start"}) == 1);
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
            if (!std::holds_alternative<state::Start>(next.next) || from.index() == 0)
                continue;
            INFO(name(from));
            REQUIRE_FALSE(next.commands.empty());
            CHECK(std::holds_alternative<command::EndVisit>(next.commands.back()));
        }
}

} // namespace kiosk::visit::tests
