// SPDX-License-Identifier: Apache-2.0
// The kiosk's whole program on its start screen, beside a browser that shows the same as a page.
#include <nlohmann/json.hpp>

#include "firmware/base/files.h"
#include "screens/citizen/screen.h"
#include "screens/kit/draw/assets.h"
#include "screens/kit/words.h"
#include "tests/bench/sandbox_process.h"
#include "tests/speed/compare/contests.h"
#include "tests/speed/glass/devices.h"
#include "tests/speed/glass/round.h"
#include "tests/speed/glass/start_page.h"
#include "tests/speed/glass/virtual_display.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::speed {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPlace = "云州市政务服务中心 · 1号机";

/// Both programmes on one display, in turns.
class Show {
public:
    static Result<Show> prepare();

    /// One round of one program.
    using Play = std::function<Result<>(const Programme&, const Sights&, Onlooker&, Seen&)>;
    Result<> play(int rounds, const Play& round);
    Side ours() const { return sideOf(kiosk_, oursSeen_); }
    Side peer() const { return sideOf(browser_, peerSeen_); }

private:
    Show() = default;
    static Side sideOf(const Programme& programme, const Seen& seen);
    Result<> write(const kit::Node& tree, const kit::Board& board);

    std::unique_ptr<tests::TemporaryFolder> folder_ = std::make_unique<tests::TemporaryFolder>();
    std::optional<bench::SandboxProcess> regions_; ///< answer the kiosk
    std::optional<Devices> devices_;
    Sights sights_;
    Programme kiosk_{.name = "kiosk", .command = {}, .environment = {}};
    Programme browser_{.name = "chromium --kiosk", .command = {}, .environment = {}};
    Seen oursSeen_, peerSeen_;
};

kit::RectPx pixels(const kit::Board& board, const kit::RectMm& area) {
    return {static_cast<int>(board.px(area.x)), static_cast<int>(board.px(area.y)),
            static_cast<int>(board.px(area.width)), static_cast<int>(board.px(area.height))};
}

/// A kiosk of two regions that wants nothing.
std::string configuration(const fs::path& folder, const bench::SandboxProcess& regions,
                          const Devices& devices, const kit::Board& board) {
    return nlohmann::json{
        {"place", kPlace},
        {"assets", KIOSK_ASSETS},
        {"state", (folder / "state").string()},
        {"trust", regions.trust().string()},
        {"board",
         {{"widthPx", board.widthPx},
          {"heightPx", board.heightPx},
          {"pixelsPerMm", board.pixelsPerMm()}}},
        {"cardReader", {{"module", "sam-serial"}, {"at", devices.reader().string()}}},
        {"printer", {{"module", "ipp"}, {"at", devices.printer()}}},
        {"camera", {{"module", "picture-file"}, {"at", devices.picture().string()}}},
        {"regions", regions.regionsFile().string()}}
        .dump(2);
}

Result<> Show::write(const kit::Node& tree, const kit::Board& board) {
    const fs::path folder = folder_->path();
    fs::create_directories(folder / "state");
    regions_ =
        TRY(bench::SandboxProcess::start(KIOSK_BINARY_DIR "/bin/sandbox", folder / "regions"));
    devices_ = TRY(Devices::plugIn(folder));
    TRY(writeFile(folder / "kiosk.json",
                  bytesOf(configuration(folder, *regions_, *devices_, board))));
    TRY(writeFile(folder / "start.html", bytesOf(htmlOf(tree, board, fs::path(KIOSK_ICONS)))));
    return {};
}

visit::Services allWorking() {
    using enum visit::ServiceState;
    return {.cards = working, .printing = working, .network = working, .codes = working};
}

Result<Show> Show::prepare() {
    Show show;
    const kit::Board board;
    kit::Assets assets = TRY(kit::Assets::load(KIOSK_ASSETS, board));
    visit::VisitView view{.content = visit::StartView{.services = allWorking()},
                          .settings = {},
                          .place = std::string(kPlace),
                          .timeOfDay = "10:32",
                          .idleSecondsLeft = {}};
    const kit::Node tree = citizen::buildScreen(
        view, {assets.board, assets.catalogue, assets.themes, *assets.typesetter});
    TRY(show.write(tree, board));
    show.sights_ = {.ground = {1, 1, 1, 1},
                    .groundColour = (*tree.look.theme)[kit::ColourRole::accentDeep],
                    .words = pixels(board, kit::find(tree, "staff")->bounds),
                    .target = pixels(board, kit::find(tree, "settings")->bounds)};
    const fs::path folder = show.folder_->path();
    show.kiosk_.command = {KIOSK_BINARY_DIR "/bin/kiosk", "--fullscreen", "--config",
                           (folder / "kiosk.json").string()};
    show.kiosk_.environment = {{"SDL_VIDEODRIVER", "x11"}};
    show.browser_.command = {"chromium",
                             "--kiosk",
                             "--no-sandbox",
                             "--no-first-run",
                             "--user-data-dir=" + (folder / "browser").string(),
                             "--window-position=0,0",
                             kit::format("--window-size={},{}", std::to_string(board.widthPx),
                                         std::to_string(board.heightPx)),
                             "file://" + (folder / "start.html").string()};
    return show;
}

Result<> Show::play(int rounds, const Play& round) {
    const auto display = VirtualDisplay::start(kit::Board{}.widthPx, kit::Board{}.heightPx);
    auto onlooker = display ? Onlooker::at(display->name()) : std::nullopt;
    if (!onlooker)
        return {};
    kiosk_.environment["DISPLAY"] = browser_.environment["DISPLAY"] = display->name();
    const bool hasBrowser = runProgram({"chromium", "--version"}).has_value();
    for (int turn = 0; turn < rounds; ++turn) {
        TRY(round(kiosk_, sights_, *onlooker, oursSeen_));
        if (hasBrowser)
            TRY(round(browser_, sights_, *onlooker, peerSeen_));
    }
    return {};
}

std::optional<Spread> spreadIfAny(const std::vector<double>& values) {
    return values.empty() ? std::nullopt : std::optional(spreadOf(values));
}

Side Show::sideOf(const Programme& programme, const Seen& seen) {
    Side side{.name = programme.name};
    if (seen.firstFrameMs.empty())
        return side;
    side.cpuMs = spreadOf(seen.firstFrameCpuMs);
    side.wallMs = spreadOf(seen.firstFrameMs);
    side.idleMb = spreadOf(seen.restingMb);
    side.touchMs = spreadIfAny(seen.touchMs);
    side.wakesPerSecond = spreadIfAny(seen.wakesPerSecond);
    side.longestSleepS = spreadIfAny(seen.longestSleepS);
    return side;
}

Result<Comparison> besideBrowser(const Contest& contest, int rounds, const Show::Play& round) {
    Show show = TRY(Show::prepare());
    TRY(show.play(rounds, round));
    return Comparison{.name = contest.name,
                      .what = contest.what,
                      .ours = show.ours(),
                      .peer = show.peer(),
                      .difference = {}};
}

Result<Comparison> startBesideBrowser(const Contest& contest, const Effort& effort) {
    return besideBrowser(contest, effort.rounds, playStart);
}

/// Each round of it is the same minute: one is enough.
Result<Comparison> restBesideBrowser(const Contest& contest, const Effort& effort) {
    using namespace std::chrono_literals;
    // A kiosk looks at its devices ever more rarely, at last once a minute.
    const Rest rest = effort.brief ? Rest{.settling = 2s, .watched = 8s}
                                   : Rest{.settling = 150s, .watched = 120s};
    return besideBrowser(
        contest, 1,
        [&rest](const Programme& programme, const Sights& sights, Onlooker& onlooker, Seen& seen) {
            return playRest(programme, sights, rest, onlooker, seen);
        });
}

} // namespace

std::vector<Contest> glassContests() {
    return {{"screen.start",
             "the start screen: first picture, memory, and a press, seen from outside",
             startBesideBrowser},
            {"screen.rest", "the start screen left alone for two minutes, seen from outside",
             restBesideBrowser}};
}

} // namespace kiosk::speed
