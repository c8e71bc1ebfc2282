// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <optional>
#include <thread>
#include <vector>

#include <nlohmann/json.hpp>

#include "firmware/app/audit_record.h"
#include "firmware/app/kioskctl/device_command.h"
#include "firmware/app/kioskctl/system_places.h"
#include "firmware/base/clock.h"
#include "firmware/base/files.h"
#include "firmware/base/iso_time.h"
#include "firmware/update/install.h"

namespace kiosk::app {

namespace {

using update::Event;
using update::Older;

constexpr Option kOlderOption{"--older", "", "a technician's word that it may be an older one"};
constexpr std::string_view kBundleEnding = ".raucb";
/// Beside a bundle, where a technician's word is that it may be an older one: the version it is for
/// (firmware/stick/asking.h).
constexpr std::string_view kOlderEnding = ".older";
/// A machine that dies of a bundle does not get it for ever.
constexpr int kMostBeginnings = 3;
constexpr std::size_t kLongestWord = 256;
/// Whoever has just been served may still stand there, and somebody behind them.
constexpr std::chrono::seconds kBetweenLooks{2};
constexpr int kQuietLooks = 15;
constexpr Option kAskedOption{"--config", "FILE",
                              "asks the running kiosk which devices must work afterwards"};

Older olderBy(const Arguments& arguments) {
    return arguments.has("--older") ? Older::allowed : Older::refused;
}

Result<int> check(const Arguments& arguments) {
    const SystemPlaces places(arguments);
    auto rauc = places.rauc();
    const auto system = TRY(places.system());
    const auto facts = TRY(rauc.look(arguments.rest().front()));
    TRY(update::judge(system, facts, olderBy(arguments)));
    std::printf("%s for %s may follow %s\n", facts.version.text().c_str(), facts.board.c_str(),
                system.version.text().c_str());
    return kExitDone;
}

/// One bundle, and what came of it on record.
class Installation {
public:
    Installation(SystemPlaces places, update::System system, Older older,
                 std::optional<Config> config)
        : places_(std::move(places)),
          rauc_(places_.rauc()),
          history_(places_.history()),
          system_(std::move(system)),
          older_(older),
          config_(std::move(config)) {}

    /// `olderWord`: the version that may be an older one, where somebody said so of this bundle.
    Result<update::BundleFacts> run(const std::filesystem::path& bundle,
                                    const std::string& olderWord = {}) {
        version_.clear();
        auto installed = tried(bundle, olderWord);
        const Event::What what = installed ? Event::What::installed : Event::What::refused;
        TRY(add(what, installed ? "" : installed.error().code()));
        if (config_)
            recordFromCommand(config_->state, entryOf(installed));
        return installed;
    }

private:
    audit::Entry entryOf(const Result<update::BundleFacts>& installed) const {
        const bool older = older_ == Older::allowed;
        return installed ? audit::entry<"update.installed">(version_, older)
                         : audit::entry<"update.refused">(version_, installed.error(), older);
    }

    Result<update::BundleFacts> tried(const std::filesystem::path& bundle,
                                      const std::string& olderWord) {
        update::BundleFacts facts = TRY(rauc_.look(bundle));
        version_ = facts.version.text();
        if (version_ == olderWord)
            older_ = Older::allowed;
        TRY(update::judge(system_, facts, older_));
        if (history_.unfinished(version_) >= kMostBeginnings)
            return fail(ErrorKind::refused, "update.given-up", Remedy::supplier,
                        "this machine ended three times while it was installed");
        TRY(add(Event::What::begun));
        TRY(noteDevices());
        TRY(update::install(system_, rauc_, bundle, facts));
        return facts;
    }

    Result<> add(Event::What what, std::string code = {}) {
        return history_.add({.at = SystemClock().wall(),
                             .what = what,
                             .version = version_,
                             .code = std::move(code),
                             .older = older_ == Older::allowed});
    }

    /// Each device that works now has to work afterwards (self_test.h). A kiosk that cannot be
    /// asked has none that does.
    Result<> noteDevices() {
        const auto told = config_ ? askRunningKiosk(*config_, {{"ask", "devices"}})
                                  : Result<nlohmann::json>(nlohmann::json());
        return writeFile(places_.devicesBefore(),
                         bytesOf(told ? told->dump() : nlohmann::json().dump()));
    }

    SystemPlaces places_;
    update::Rauc rauc_;
    update::History history_;
    update::System system_;
    Older older_;
    std::optional<Config> config_; ///< of the kiosk that runs
    std::string version_;          ///< of the bundle; empty until it is known
};

Result<std::optional<Config>> configBy(const Arguments& arguments) {
    const auto file = arguments.value("--config");
    if (!file)
        return std::nullopt;
    return TRY(loadConfig(*file));
}

void tellInstalled(const update::BundleFacts& facts) {
    std::printf("%s is installed and starts next\n", facts.version.text().c_str());
}

Result<int> install(const Arguments& arguments) {
    const SystemPlaces places(arguments);
    Installation installation(places, TRY(places.system()), olderBy(arguments),
                              TRY(configBy(arguments)));
    tellInstalled(TRY(installation.run(arguments.rest().front())));
    return kExitDone;
}

std::vector<std::filesystem::path> bundlesIn(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> all;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(folder, none))
        if (entry.path().extension() == kBundleEnding)
            all.push_back(entry.path());
    std::ranges::sort(all);
    return all;
}

/// Whatever came of it, the bundle is gone afterwards; what did not fit today fits tomorrow only as
/// another file.
Result<int> take(const Arguments& arguments) {
    const SystemPlaces places(arguments);
    const auto system = TRY(places.system());
    const auto config = TRY(configBy(arguments));
    int exit = kExitCannot;
    for (const auto& bundle : bundlesIn(arguments.rest().front())) {
        std::filesystem::path word = bundle;
        word += kOlderEnding;
        const auto older = readFile(word, kLongestWord);
        Installation installation(places, system, Older::refused, config);
        const auto facts = installation.run(bundle, older ? toText(*older) : std::string());
        std::error_code none;
        std::filesystem::remove(bundle, none);
        std::filesystem::remove(word, none);
        if (facts) {
            tellInstalled(*facts);
            exit = kExitDone;
        } else {
            report(facts.error());
        }
    }
    return exit;
}

/// Nobody answers where no kiosk runs: then nobody is served.
bool isServing(const Config& config) {
    const auto told = askRunningKiosk(config, {{"ask", "visit"}});
    return told && told->value("serving", false);
}

Result<int> waitForQuiet(const Arguments& arguments) {
    const Config config = TRY(loadConfig(arguments.required("--config")));
    for (int quiet = 0; quiet < kQuietLooks; ++quiet) {
        if (isServing(config))
            quiet = -1;
        std::this_thread::sleep_for(kBetweenLooks);
    }
    return kExitDone;
}

nlohmann::json toldOf(const Event& event) {
    return {{"at", isoTime(event.at)},
            {"what", update::name(event.what)},
            {"version", event.version},
            {"code", event.code},
            {"older", event.older}};
}

Result<int> showHistory(const Arguments& arguments) {
    const auto events = SystemPlaces(arguments).history().events();
    if (arguments.has("--json")) {
        auto all = nlohmann::json::array();
        for (const Event& event : events)
            all.push_back(toldOf(event));
        std::puts(all.dump(2).c_str());
        return kExitDone;
    }
    for (const Event& event : events)
        std::printf("%s  %-9s  %s  %s%s\n", isoTime(event.at).c_str(),
                    std::string(update::name(event.what)).c_str(), event.version.c_str(),
                    event.code.c_str(), event.older ? "  older allowed" : "");
    return kExitDone;
}

constexpr Operand kBundle{"FILE", "a bundle as `board/image bundle` makes it"};

constexpr std::array kCommands{
    Command{.words = "update check",
            .purpose = "tells whether a bundle may be installed here; changes nothing",
            .options = {kOlderOption, kBelowOption},
            .operands = {kBundle},
            .exits = {{kExitDone, "it may"}},
            .example = "update check kiosk.raucb",
            .act = check},
    Command{.words = "update install",
            .purpose = "writes a bundle over the system that does not run; it starts next",
            .options = {kAskedOption, kOlderOption, kBelowOption},
            .operands = {kBundle},
            .exits = {{kExitDone, "it is installed"}},
            .example = "update install kiosk.raucb",
            .act = install},
    Command{.words = "update take",
            .purpose =
                "installs the bundles in a folder, in the order of their names, and removes them",
            .options = {kAskedOption, kBelowOption},
            .operands = {{"DIR", "where they lie"}},
            .exits = {{kExitDone, "one of them is installed"}},
            .example = "update take /data/kiosk/update",
            .act = take},
    Command{.words = "update wait",
            .purpose = "waits until nobody has been served for half a minute",
            .options = {kConfigOption},
            .exits = {{kExitDone, "the machine may start again"}},
            .example = "update wait --config /data/site/kiosk.json",
            .act = waitForQuiet},
    Command{.words = "update history",
            .purpose = "tells what was installed when, and what came of it",
            .options = {kJsonOption, kBelowOption},
            .exits = {{kExitDone, "it was told"}},
            .example = "update history",
            .act = showHistory},
};

} // namespace

std::span<const Command> updateCommands() {
    return kCommands;
}

} // namespace kiosk::app
