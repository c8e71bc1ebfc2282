// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <span>

#include "tests/bench/line_desk.h"
#include "tests/bench/panel.h"
#include "tests/bench/player.h"
#include "tests/bench/real_stage.h"
#include "tests/bench/visit_summary.h"

namespace kiosk::bench {

namespace {

constexpr std::string_view kUsage =
    "usage: bench --root REPOSITORY --out DIR (--visit SCENARIO | --panel)\n"
    "       bench --root REPOSITORY --type\n"
    "--type opens the panel alone, for a kiosk elsewhere: what is pressed comes out as lines.\n"
    "Run it through board/run, which prepares what it needs.\n";

struct Options {
    std::filesystem::path root;
    std::filesystem::path out;
    std::string visit;
    bool panel = false;
    bool type = false;
};

std::optional<Options> parseOptions(std::span<char*> words) {
    Options options;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i];
        const bool hasValue = i + 1 < words.size();
        if (word == "--panel")
            options.panel = true;
        else if (word == "--type")
            options.type = true;
        else if (word == "--root" && hasValue)
            options.root = words[++i];
        else if (word == "--out" && hasValue)
            options.out = words[++i];
        else if (word == "--visit" && hasValue)
            options.visit = words[++i];
        else
            return std::nullopt;
    }
    if (options.type)
        return options.root.empty() ? std::nullopt : std::optional(options);
    const bool whole = !options.root.empty() && !options.out.empty();
    return whole && options.panel == options.visit.empty() ? std::optional(options) : std::nullopt;
}

void tellStep(const PlayedStep& step) {
    std::fprintf(stderr, "   %6lld ms  %-14s %s\n", static_cast<long long>(step.took.count()),
                 step.screen.c_str(), step.line.c_str());
}

Result<> playVisit(const Options& options, RealStage& stage) {
    const Scenario scenario =
        TRY(loadScenario(options.root / "tests" / "scenarios" / (options.visit + ".json")));
    std::fprintf(stderr, "== %s\n", scenario.title.c_str());
    const Result<Report> report = Player(stage, tellStep).play(scenario);
    stage.endKiosk();
    TRY(writeSummary(options.out, stage.pictures(), report ? *report : Report{}));
    if (!report)
        return std::unexpected(report.error());
    return {};
}

Result<> openPanel(const Options& options, RealStage& stage) {
    LineDesk desk(stage);
    TRY(runPanel({.type = [&desk](const std::string& line) { return desk.answer(line); },
                  .hasEnded = [&stage] { return stage.kioskWasClosed(); },
                  .firstWords = "Sheets land in " + stage.spool().string()},
                 options.root / "assets"));
    if (stage.kioskWasClosed())
        std::fputs("== the kiosk's window was closed\n", stderr);
    return {};
}

/// Until it is closed, or nobody reads the lines any more.
Result<> typeByPanel(const Options& options) {
    const auto type = [](const std::string& line) {
        std::puts(line.c_str());
        std::fprintf(stderr, "%s\n", line.c_str()); // between what is typed in the terminal
        return std::string(std::fflush(stdout) == 0 ? "typed" : "nobody reads it");
    };
    return runPanel({.type = type,
                     .hasEnded = [] { return std::ferror(stdout) != 0; },
                     .firstWords = "The answers stand in the terminal"},
                    options.root / "assets");
}

Result<> run(const Options& options, const std::filesystem::path& programs) {
    if (options.type)
        return typeByPanel(options);
    TRY(clearFolder(options.out));
    const auto stage = TRY(RealStage::open({.root = options.root,
                                            .programs = programs,
                                            .out = options.out,
                                            .scale = options.panel ? kDeskScale : 1,
                                            .left = options.panel ? kKioskLeft : 0}));
    return options.panel ? openPanel(options, *stage) : playVisit(options, *stage);
}

} // namespace

} // namespace kiosk::bench

int main(int argc, char** argv) {
    using namespace kiosk;
    const std::span words(argv, static_cast<std::size_t>(argc));
    const auto options = bench::parseOptions(words.subspan(1));
    if (!options) {
        std::fputs(bench::kUsage.data(), stderr);
        return 64;
    }
    const auto programs = std::filesystem::read_symlink("/proc/self/exe").parent_path();
    if (const Result<> ran = bench::run(*options, programs); !ran) {
        std::fprintf(stderr, "bench: %s\n", ran.error().line().c_str());
        return ran.error().code() == "scenario.failed" ? 1 : 2;
    }
    return 0;
}
