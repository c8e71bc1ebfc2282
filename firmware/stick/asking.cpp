// SPDX-License-Identifier: Apache-2.0
#include "firmware/stick/asking.h"

#include <algorithm>

#include <nlohmann/json.hpp>
#include <sys/statvfs.h>

#include "firmware/base/files.h"
#include "firmware/stick/draft.h"
#include "firmware/stick/words.h"

namespace kiosk::stick {

namespace {

using nlohmann::json;
using Stage = Progress::Stage;

/// Longer than the desk waits for a stick, or for what judges a bundle.
constexpr std::chrono::seconds kPatience{150};
constexpr std::uint64_t kMostPiece = 4U << 20;
/// What the kiosk's own work keeps.
constexpr std::uint64_t kReserve = 32U << 20;
constexpr std::string_view kEnding = ".raucb";

std::filesystem::path bundlePath(const UpdateFolder& folder) {
    std::filesystem::path path = folder.path / "stick";
    path += kEnding;
    return path;
}

std::filesystem::path wordPath(const UpdateFolder& folder) {
    std::filesystem::path path = bundlePath(folder);
    path += ".older";
    return path;
}

std::unexpected<Error> noAnswer() {
    return fail(ErrorKind::unavailable, "stick.no-answer", Remedy::technician,
                "an answer that is none");
}

/// Hears until the end; pieces go to the sink.
Result<json> hearOut(Wire& wire, const Tell& tell, const Sink& sink) {
    while (true) {
        const json told = TRY(wire.hear(kPatience));
        if (told.contains("done"))
            return told["done"];
        if (told.contains("error"))
            if (auto error = errorIn(told["error"]))
                return std::unexpected(*std::move(error));
        if (told.contains("progress")) {
            const auto progress = progressIn(told["progress"]);
            if (!progress)
                return noAnswer();
            TRY(tell(*progress));
        } else if (told.contains("piece") && told["piece"].is_number_unsigned()) {
            const auto size = told["piece"].get<std::uint64_t>();
            if (size > kMostPiece)
                return noAnswer();
            TRY(sink(TRY(wire.take(size, kPatience))));
        } else {
            return noAnswer();
        }
    }
}

Result<> noPieces(ByteView) {
    return noAnswer();
}

Result<json> ask(Wire& wire, const json& wish, const Tell& tell) {
    TRY(wire.say(wish));
    return hearOut(wire, tell, noPieces);
}

Result<> isFree(const UpdateFolder& folder) {
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path, none))
        if (entry.path().extension() == kEnding)
            return fail(ErrorKind::unavailable, "update.under-way", Remedy::wait,
                        "another bundle waits to be installed");
    return {};
}

Result<> hasRoom(const BundleOnStick& bundle, const UpdateFolder& folder, const Tell& tell) {
    const std::uint64_t needs = bundle.size + kReserve;
    const std::uint64_t free = folder.free(folder.path);
    TRY(tell({.stage = Stage::admitting, .needs = needs, .free = free}));
    if (free >= needs)
        return {};
    return fail(ErrorKind::storage, "update.no-room", Remedy::technician,
                std::to_string(needs - free) + " bytes are missing");
}

/// Takes the pieces in, and tells each whole percent of them.
Result<json> receive(Wire& wire, Draft& draft, const BundleOnStick& bundle, const Tell& tell) {
    std::uint64_t came = 0;
    int percent = 0;
    TRY(wire.say({{"wish", "give"}, {"file", bundle.file}}));
    return hearOut(wire, tell, [&](ByteView piece) -> Result<> {
        came += piece.size();
        if (came > bundle.size)
            return noAnswer();
        TRY(draft.add(piece));
        const int now = static_cast<int>(came * 100 / bundle.size);
        if (now == std::exchange(percent, now))
            return {};
        return tell({.stage = Stage::writing, .percent = now, .needs = bundle.size});
    });
}

} // namespace

Result<std::string> askForExport(Wire& wire, What what, const Tell& tell) {
    const json done =
        TRY(ask(wire, {{"wish", "export"}, {"errorsOnly", what == What::errorsOnly}}, tell));
    return textIn(done, "file");
}

Result<std::vector<BundleOnStick>> askForBundles(Wire& wire, const Tell& tell) {
    const json done = TRY(ask(wire, {{"wish", "look"}}, tell));
    std::vector<BundleOnStick> bundles;
    if (done.contains("bundles"))
        for (const json& each : done["bundles"])
            if (auto bundle = bundleIn(each))
                bundles.push_back(*std::move(bundle));
    return bundles;
}

Result<std::vector<update::Event>> askForHistory(Wire& wire) {
    const json done =
        TRY(ask(wire, {{"wish", "history"}}, [](const Progress&) { return Result<>(); }));
    std::vector<update::Event> events;
    if (done.contains("events"))
        for (const json& each : done["events"])
            if (auto event = eventIn(each))
                events.push_back(*std::move(event));
    return events;
}

std::uint64_t UpdateFolder::freeBytes(const std::filesystem::path& folder) {
    struct statvfs facts{};
    if (::statvfs(folder.c_str(), &facts) != 0)
        return 0;
    return static_cast<std::uint64_t>(facts.f_bavail) * facts.f_frsize;
}

Result<> fetchBundle(Wire& wire, const BundleOnStick& bundle, const UpdateFolder& folder,
                     OlderMay older, const Tell& tell) {
    TRY(isFree(folder));
    TRY(hasRoom(bundle, folder, tell));
    Draft draft = TRY(Draft::begin(bundlePath(folder)));
    const json done = TRY(receive(wire, draft, bundle, tell));
    TRY(tell({.stage = Stage::comparing, .needs = bundle.size}));
    if (TRY(draft.writtenDigest()) != textIn(done, "sha256"))
        return fail(ErrorKind::integrity, "update.copy-differs", Remedy::technician,
                    "what was read back is not what the stick gave");
    // A word that was left for another bundle counts for none.
    std::error_code none;
    std::filesystem::remove(wordPath(folder), none);
    if (older == OlderMay::yes)
        TRY(writeFile(wordPath(folder), bytesOf(bundle.version)));
    return draft.finish();
}

} // namespace kiosk::stick
