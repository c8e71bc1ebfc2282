// SPDX-License-Identifier: Apache-2.0
#include "tests/screens/flow/script.h"

#include <algorithm>

#include "screens/kit/node.h"

namespace kiosk::flow {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kBetweenLooks{200};
constexpr int kMostLooks = 600; ///< two minutes

/// Goes through the script. Stands beside whoever uses the kiosk and writes down what is shown:
/// they go on by what they notice themselves.
class Player {
public:
    Player(bench::VirtualStage& stage, Way& way) : stage_(stage), way_(way) { note(); }

    Result<> press(const std::string& id) {
        ++seen_.presses;
        TRY(way_.press(id));
        note();
        return {};
    }

    Result<> waitFor(std::string_view screen) {
        for (int look = 0; look < kMostLooks; ++look) {
            note();
            if (way_.notices(screen))
                return {};
            TRY(way_.pass(kBetweenLooks));
        }
        return fail(ErrorKind::notFound, "flow.not-there", Remedy::configuration, screen);
    }

    /// The first of four licences that holds good; one of them is known to have expired.
    Result<std::string> validLicence() {
        seen_.licences = TRY(way_.licences());
        const auto valid = std::ranges::find(seen_.licences, "valid", &Listed::state);
        if (seen_.licences.size() != 4 || valid == seen_.licences.end() ||
            std::ranges::count(seen_.licences, "expired", &Listed::state) != 1)
            return fail(ErrorKind::notFound, "flow.not-there", Remedy::configuration,
                        "four licences");
        return valid->wish;
    }

    /// The first that holds good of those that are there, of a list as long as that.
    Result<std::string> validOf(std::size_t there, std::size_t missing) {
        seen_.licences = TRY(way_.licences());
        const auto valid = std::ranges::find(seen_.licences, "valid", &Listed::state);
        const auto lacking = std::ranges::count(seen_.licences, "missing", &Listed::state);
        if (seen_.licences.size() != there + missing || valid == seen_.licences.end() ||
            lacking != static_cast<std::ptrdiff_t>(missing))
            return fail(ErrorKind::notFound, "flow.not-there", Remedy::configuration,
                        std::to_string(seen_.licences.size()) + " licences");
        return valid->wish;
    }

    Seen seen() const { return seen_; }

    Result<Seen> resultWithSlips() {
        seen_.sheets = TRY(stage_.slips());
        return seen_;
    }

    Result<Seen> result() {
        seen_.sheets = static_cast<int>(TRY(stage_.sheets()).size());
        return seen_;
    }

private:
    void note() {
        const kit::Node& screen = stage_.screen();
        if (seen_.screens.empty() || seen_.screens.back() != screen.id)
            seen_.screens.push_back(screen.id);
        if (!screen.value.empty() &&
            std::ranges::find(seen_.steps, screen.value) == seen_.steps.end())
            seen_.steps.push_back(screen.value);
    }

    bench::VirtualStage& stage_;
    Way& way_;
    Seen seen_;
};

Result<> begin(Player& player) {
    TRY(player.press("begin"));
    return player.waitFor("identify");
}

Result<> toTheList(bench::VirtualStage& stage, Player& player) {
    TRY(begin(player));
    TRY(stage.layCard("林云舒", bench::Stage::Card::valid));
    return player.waitFor("choose");
}

/// From the start to the first licence that holds good.
Result<> lookAtALicence(bench::VirtualStage& stage, Player& player) {
    TRY(toTheList(stage, player));
    TRY(player.press(TRY(player.validLicence())));
    return player.waitFor("look");
}

Result<> callStaffForATicket(Way& way, Player& player) {
    TRY(player.press("staff"));
    TRY(player.waitFor("help"));
    TRY(player.press("print-ticket"));
    return way.pass(10s);
}

Result<Seen> takenAway(bench::VirtualStage& stage, Player& player) {
    TRY(player.waitFor("take"));
    TRY(stage.happen(bench::Happening::cardLifted));
    TRY(player.press("finish"));
    TRY(player.waitFor("start"));
    return player.result();
}

Result<Seen> printed(bench::VirtualStage& stage, Player& player) {
    TRY(player.press("print"));
    return takenAway(stage, player);
}

Result<> startOver(Player& player) {
    TRY(player.press("start-over"));
    return player.waitFor("start");
}

} // namespace

Result<Seen> printALicence(bench::VirtualStage& stage, Way& way) {
    TRY(way.come());
    Player player(stage, way);
    TRY(lookAtALicence(stage, player));
    TRY(player.press("to-purpose"));
    TRY(player.waitFor("purpose"));
    TRY(player.press("purpose.school"));
    return printed(stage, player);
}

Result<Seen> printsForAMatter(bench::VirtualStage& stage, Way& way) {
    TRY(way.come());
    Player player(stage, way);
    TRY(toTheList(stage, player));
    TRY(player.press("by-matter"));
    TRY(player.waitFor("matter"));
    TRY(player.press("matter.school-entry"));
    TRY(player.waitFor("needs"));
    TRY(player.press(TRY(player.validOf(2, 1))));
    TRY(player.waitFor("look"));
    TRY(player.press("to-purpose"));
    TRY(player.waitFor("purpose"));
    return printed(stage, player);
}

Result<Seen> findsALicence(bench::VirtualStage& stage, Way& way) {
    TRY(way.come());
    Player player(stage, way);
    TRY(toTheList(stage, player));
    TRY(player.press("for-whom"));
    TRY(player.waitFor("choose"));
    TRY(player.press("find"));
    TRY(player.waitFor("find"));
    for (const auto* key : {"key.d", "key.l", "key.y"})
        TRY(player.press(key));
    TRY(player.press(TRY(player.validOf(1, 0))));
    TRY(player.waitFor("look"));
    return player.seen();
}

Result<Seen> asksForHelp(bench::VirtualStage& stage, Way& way) {
    TRY(way.come());
    Player player(stage, way);
    TRY(lookAtALicence(stage, player));
    TRY(callStaffForATicket(way, player));
    TRY(player.press("go-on"));
    TRY(player.waitFor("look"));
    TRY(startOver(player));
    return player.resultWithSlips();
}

Result<Seen> goesOnWithStaff(bench::VirtualStage& stage, Way& way) {
    TRY(way.come());
    Player player(stage, way);
    TRY(lookAtALicence(stage, player));
    TRY(player.press("staff"));
    TRY(player.waitFor("help"));
    TRY(stage.happen(bench::Happening::attendantCardLaid));
    TRY(player.waitFor("staff-came"));
    TRY(player.press("with-staff"));
    TRY(player.waitFor("look"));
    TRY(player.press("to-purpose"));
    TRY(player.waitFor("purpose"));
    TRY(player.press("purpose.school"));
    TRY(player.press("print"));
    TRY(player.waitFor("confirm-print"));
    TRY(player.press("confirm"));
    return takenAway(stage, player);
}

Result<Seen> goesToTheWindow(bench::VirtualStage& stage, Way& way) {
    TRY(way.come());
    Player player(stage, way);
    TRY(begin(player));
    TRY(callStaffForATicket(way, player));
    TRY(startOver(player));
    return player.resultWithSlips();
}

Result<Seen> helpsARelative(bench::VirtualStage& stage, Way& way) {
    TRY(way.come());
    Player player(stage, way);
    TRY(begin(player));
    TRY(player.press("help-somebody"));
    TRY(player.waitFor("companion-card"));
    TRY(stage.layCard("欧阳䴙䴘", bench::Stage::Card::valid));
    TRY(player.waitFor("holder-card"));
    TRY(stage.layCard("林云舒", bench::Stage::Card::valid));
    TRY(player.waitFor("consent"));
    TRY(player.press("agree"));
    TRY(player.waitFor("choose"));
    TRY(startOver(player));
    return player.result();
}

} // namespace kiosk::flow
