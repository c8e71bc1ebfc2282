// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <span>

#include "tests/bench/line_desk.h"
#include "tests/bench/player.h"
#include "tests/bench/typed_step.h"
#include "tests/bench/visit_summary.h"
#include "tests/machine/conformance.h"
#include "tests/machine/devices/line_port.h"
#include "tests/machine/machine_stage.h"
#include "tests/machine/seats/unit_seat.h"
#include "tests/machine/seats/window_seat.h"

namespace kiosk::machine {

namespace {

constexpr std::string_view kUsage =
    "usage: machine_bench --root REPOSITORY --out DIR (--play PLAY | --lines PORT)\n"
    "                     [--seat window|unit] [--sandbox URL]\n"
    "       machine_bench --words\n"
    "PLAY is a file in tests/machine/scenarios, tests/image/scenarios or tests/scenarios,\n"
    "or a device of conformance.h; PORT a serial one on which --words come line by line.\n"
    "The kiosk is started on a window, or is the unit of a disk image. URL is the control\n"
    "side of a sandbox outside. Runs in a guest, see tests/machine and tests/image.\n";

struct Options {
    std::filesystem::path root;
    std::filesystem::path out;
    std::string play;
    std::string lines;
    std::string seat = "window";
    std::string sandbox;
};

std::optional<Options> parseOptions(std::span<char*> words) {
    Options options;
    for (std::size_t i = 0; i + 1 < words.size(); i += 2) {
        const std::string_view word = words[i];
        if (word == "--root")
            options.root = words[i + 1];
        else if (word == "--out")
            options.out = words[i + 1];
        else if (word == "--play")
            options.play = words[i + 1];
        else if (word == "--lines")
            options.lines = words[i + 1];
        else if (word == "--seat")
            options.seat = words[i + 1];
        else if (word == "--sandbox")
            options.sandbox = words[i + 1];
    }
    const bool whole = !options.root.empty() && !options.out.empty() &&
                       options.play.empty() != options.lines.empty();
    return whole ? std::optional(options) : std::nullopt;
}

void tellStep(const bench::PlayedStep& step) {
    std::fprintf(stderr, "   %6lld ms  %-14s %s\n", static_cast<long long>(step.took.count()),
                 step.screen.c_str(), step.line.c_str());
}

std::unique_ptr<Seat> seatOf(const Options& options, const std::filesystem::path& programs) {
    if (options.seat == "unit")
        return std::make_unique<UnitSeat>();
    return std::make_unique<WindowSeat>(
        WindowSeat::Options{.root = options.root, .programs = programs, .out = options.out});
}

/// What only an image can be put through lies with its tests.
std::filesystem::path scenarioFile(const Options& options) {
    const auto tests = options.root / "tests";
    const auto file = std::filesystem::path("scenarios") / (options.play + ".json");
    for (const char* room : {"image", "machine"})
        if (std::filesystem::exists(tests / room / file))
            return tests / room / file;
    return tests / file; // one that every stage plays
}

Result<std::unique_ptr<MachineStage>> openStage(const Options& options,
                                                const std::filesystem::path& programs) {
    return MachineStage::open(
        {.programs = programs, .out = options.out, .sandbox = options.sandbox},
        seatOf(options, programs));
}

Result<> playOn(MachineStage& stage, const Options& options) {
    const bench::Scenario scenario = TRY(bench::loadScenario(scenarioFile(options)));
    std::fprintf(stderr, "== %s\n", scenario.title.c_str());
    const Result<bench::Report> report = bench::Player(stage, tellStep).play(scenario);
    stage.endKiosk();
    TRY(bench::writeSummary(options.out, stage.pictures(), report ? *report : bench::Report{}));
    if (!report)
        return std::unexpected(report.error());
    return {};
}

Result<> runScenario(const Options& options, const std::filesystem::path& programs) {
    const auto stage = TRY(openStage(options, programs));
    return playOn(*stage, options);
}

/// "play NAME" is a whole scenario; every other line one thing that happens.
std::string answerTo(const std::string& line, MachineStage& stage, bench::LineDesk& desk,
                     Options options) {
    constexpr std::string_view kPlay = "play ";
    if (!line.starts_with(kPlay))
        return desk.answer(line);
    options.play = line.substr(kPlay.size());
    const Result<> played = playOn(stage, options);
    return played ? "ok " + stage.look().screen : "no " + played.error().line();
}

/// Until the other end of the port is closed, or power goes. The first answer, "ok" and the screen,
/// is to no line: the kiosk serves.
Result<> answerLines(const Options& options, const std::filesystem::path& programs) {
    LinePort port = TRY(LinePort::open(options.lines));
    const auto stage = openStage(options, programs);
    if (!stage) {
        TRY(port.say("no " + stage.error().line()));
        return std::unexpected(stage.error());
    }
    bench::LineDesk desk(**stage);
    TRY(port.say("ok " + (*stage)->look().screen));
    while (const std::optional<std::string> line = port.hear())
        TRY(port.say(answerTo(*line, **stage, desk, options)));
    return {};
}

Result<> run(const Options& options, const std::filesystem::path& programs) {
    if (!options.lines.empty())
        return answerLines(options, programs);
    const auto cases = casesOf(options.play);
    return cases.empty() ? runScenario(options, programs) : judge(options.play, cases, options.out);
}

} // namespace

} // namespace kiosk::machine

int main(int argc, char** argv) {
    using namespace kiosk;
    const std::span words(argv, static_cast<std::size_t>(argc));
    if (words.size() == 2 && std::string_view(words[1]) == "--words") {
        std::fputs(bench::typedWords().c_str(), stdout);
        return 0;
    }
    const auto options = machine::parseOptions(words.subspan(1));
    if (!options) {
        std::fputs(machine::kUsage.data(), stderr);
        return 64;
    }
    const auto programs = std::filesystem::read_symlink("/proc/self/exe").parent_path();
    if (const Result<> ran = machine::run(*options, programs); !ran) {
        std::fprintf(stderr, "machine_bench: %s\n", ran.error().line().c_str());
        return ran.error().code() == "scenario.failed" ? 1 : 2;
    }
    return 0;
}
