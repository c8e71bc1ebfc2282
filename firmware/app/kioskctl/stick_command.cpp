// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>

#include <nlohmann/json.hpp>
#include <unistd.h>

#include "firmware/app/audit_record.h"
#include "firmware/app/kioskctl/device_command.h"
#include "firmware/app/kioskctl/stick_place.h"
#include "firmware/stick/words.h"

namespace kiosk::app {

namespace {

using nlohmann::json;

constexpr Option kJournalOption{"--journal", "DIR", "a journal that was copied from the kiosk"};

/// Whoever starts this does so because somebody waits.
constexpr std::chrono::seconds kPatienceWithKiosk{5};

/// One line for each stage and each tenth of it: on a terminal, and where a script waits.
stick::Tell tellOnErrors() {
    return [last = std::string()](const stick::Progress& progress) mutable -> Result<> {
        constexpr int kStep = 10;
        std::string line = std::string(name(progress.stage)) + " " +
                           std::to_string(progress.percent / kStep * kStep) + " %";
        if (line != last)
            std::fprintf(stderr, "%s\n", line.c_str());
        last = std::move(line);
        return {};
    };
}

/// Sticks are for when nobody is served. Where no kiosk runs nobody is.
Result<> nobodyServed(const Config& config) {
    const auto told = askRunningKiosk(config, {{"ask", "visit"}});
    if (told && told->value("serving", false))
        return fail(ErrorKind::unavailable, "stick.serving", Remedy::wait,
                    "somebody is served, or staff are at work");
    return {};
}

JournalQuery journalBy(const Arguments& arguments) {
    return {.folder = arguments.value("--journal").value_or("")};
}

void tellExported(const stick::Archive& archive, bool asJson) {
    if (asJson)
        std::puts(
            json{{"file", archive.name}, {"bytes", archive.bytes.size()}, {"safeToRemove", true}}
                .dump(2)
                .c_str());
    else
        std::printf("%s: %zu bytes, read back the same; the stick is safe to remove\n",
                    archive.name.c_str(), archive.bytes.size());
}

Result<int> exportToStick(const Arguments& arguments) {
    const Config config = TRY(loadConfig(arguments.required("--config")));
    TRY(nobodyServed(config));
    const auto port = TRY(stickPort(arguments));
    const auto holds =
        arguments.has("--errors-only") ? BundleHolds::errorsOnly : BundleHolds::everything;
    const auto archive =
        TRY(stickArchive(config, journalBy(arguments), holds, SystemClock().wall()));
    TRY(stick::putOntoStick(*port, archive, tellOnErrors()));
    recordFromCommand(config.state, audit::entry<"stick.exported">());
    tellExported(archive, arguments.has("--json"));
    return kExitDone;
}

/// The places outlive it.
stick::Judge judgeWith(const SystemPlaces& places) {
    return [&places](const std::filesystem::path& end) { return judgeBundle(places, end); };
}

Result<int> lookAtStick(const Arguments& arguments) {
    const auto port = TRY(stickPort(arguments));
    const SystemPlaces places(arguments);
    const auto bundles = TRY(stick::lookForBundles(
        *port, judgeWith(places), std::filesystem::temp_directory_path(), tellOnErrors()));
    if (arguments.has("--json")) {
        json all = json::array();
        for (const auto& bundle : bundles)
            all.push_back(stick::toJson(bundle));
        std::puts(json{{"bundles", all}}.dump(2).c_str());
        return kExitDone;
    }
    for (const auto& bundle : bundles)
        std::printf("%-9s  %s  %s  %s\n", std::string(name(bundle.standing)).c_str(),
                    bundle.file.c_str(), bundle.version.c_str(), bundle.board.c_str());
    return kExitDone;
}

Result<int> serveKiosk(const Arguments& arguments) {
    const Config config = TRY(loadConfig(arguments.required("--config")));
    const auto port = TRY(stickPort(arguments));
    const SystemPlaces places(arguments);
    stick::DeskPlace place{.port = *port,
                           .archive =
                               [&](stick::DeskPlace::Holds holds) {
                                   return stickArchive(config, journalBy(arguments),
                                                       holds == stick::DeskPlace::Holds::everything
                                                           ? BundleHolds::everything
                                                           : BundleHolds::errorsOnly,
                                                       SystemClock().wall());
                               },
                           .judge = judgeWith(places),
                           .history = [&places] { return places.history().events(); },
                           .room = std::filesystem::temp_directory_path()};
    stick::Wire wire = TRY(stick::Wire::from(STDIN_FILENO, kPatienceWithKiosk));
    TRY(stick::serveOne(place, wire));
    return kExitDone;
}

Result<int> releaseSticks(const Arguments& arguments) {
    TRY(TRY(stickPort(arguments))->letGo());
    return kExitDone;
}

constexpr std::array kCommands{
    Command{.words = "stick export",
            .purpose = "puts the archive of `bundle` onto the memory stick that is plugged in",
            .options = {kConfigOption,
                        kJournalOption,
                        {"--errors-only", "", "the errors and how runs ended, and nothing else"},
                        kListOption,
                        kNodeOption,
                        kJsonOption},
            .exits = {{kExitDone, "it is on the stick, read back the same; safe to remove"}},
            .example = "stick export --config /data/site/kiosk.json",
            .act = exportToStick},
    Command{.words = "stick look",
            .purpose = "lists the bundles on the stick, and whether each may be installed here",
            .options = {kListOption, kNodeOption, kBelowOption, kJsonOption},
            .exits = {{kExitDone, "it was looked at"}},
            .example = "stick look",
            .act = lookAtStick},
    Command{.words = "stick serve",
            .purpose =
                "carries out one wish of those who wait at the socket that is standard input",
            .options = {kConfigOption, kJournalOption, kListOption, kNodeOption, kBelowOption},
            .exits = {{kExitDone, "it was answered, if only by an error"}},
            .example = "stick serve --config /data/site/kiosk.json",
            .act = serveKiosk},
    Command{.words = "stick release",
            .purpose = "lets go of every stick, whoever used it",
            .options = {kListOption, kNodeOption},
            .exits = {{kExitDone, "nothing uses one"}},
            .example = "stick release",
            .act = releaseSticks},
};

} // namespace

std::span<const Command> stickCommands() {
    return kCommands;
}

} // namespace kiosk::app
