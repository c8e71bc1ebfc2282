// SPDX-License-Identifier: Apache-2.0
#include "tests/screens/flow/script.h"

#include <algorithm>

#include "screens/kit/node.h"

namespace kiosk::flow {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kBetweenLooks{200};
constexpr int kMostLooks = 600; ///< two minutes

/// Goes through the script and notes what it sees.
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
            if (stage_.screen().id == screen)
                return {};
            TRY(stage_.pass(kBetweenLooks));
        }
        return fail(ErrorKind::notFound, "flow.not-there", Remedy::configuration, screen);
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

/// The first licence of the list that holds good.
Result<std::string> validLicence(const kit::Node& screen) {
    std::string id;
    int listed = 0;
    int expired = 0;
    kit::walk(screen, [&](const kit::Node& node, int) {
        if (!node.id.starts_with("licence."))
            return;
        ++listed;
        expired += node.state == "expired" ? 1 : 0;
        if (id.empty() && node.state == "valid")
            id = node.id;
    });
    if (listed != 4 || expired != 1 || id.empty())
        return fail(ErrorKind::notFound, "flow.not-there", Remedy::configuration, "four licences");
    return id;
}

} // namespace

Result<Seen> printALicence(bench::VirtualStage& stage, Way& way) {
    Player player(stage, way);
    TRY(player.press("begin"));
    TRY(player.waitFor("identify"));
    TRY(stage.layCard("林云舒", bench::Stage::Card::valid));
    TRY(player.waitFor("choose"));
    const std::string licence = TRY(validLicence(stage.screen()));
    TRY(player.press(licence));
    TRY(player.waitFor("look"));
    TRY(player.press("to-purpose"));
    TRY(player.waitFor("purpose"));
    TRY(player.press("purpose.school"));
    TRY(player.press("print"));
    TRY(player.waitFor("take"));
    TRY(stage.happen(bench::Happening::cardLifted));
    TRY(player.press("finish"));
    TRY(player.waitFor("start"));
    return player.result();
}

} // namespace kiosk::flow
