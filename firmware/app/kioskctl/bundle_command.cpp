// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "firmware/app/kioskctl/bundle.h"
#include "firmware/app/kioskctl/command.h"
#include "firmware/base/files.h"

namespace kiosk::app {

namespace {

Result<int> makeBundle(const Arguments& arguments) {
    const Config config = TRY(loadConfig(arguments.required("--config")));
    const std::string target = arguments.rest().front();
    const WallTime now = SystemClock().wall();
    const JournalQuery journal{.folder = arguments.value("--journal").value_or("")};
    const std::vector<BundleFile> files = bundleOf(
        config, journal, now,
        arguments.has("--errors-only") ? BundleHolds::errorsOnly : BundleHolds::everything);
    const Bytes bytes = TRY(packed(files, now));
    TRY(writeFile(target, bytes));
    if (arguments.has("--json")) {
        nlohmann::json names = nlohmann::json::array();
        for (const BundleFile& file : files)
            names.push_back(file.name);
        const nlohmann::json told{{"file", target}, {"bytes", bytes.size()}, {"holds", names}};
        std::puts(told.dump(2, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
    } else {
        std::printf("%s: %zu bytes, %zu files; names nobody\n", target.c_str(), bytes.size(),
                    files.size());
    }
    return kExitDone;
}

constexpr std::array kBundleCommands{
    Command{.words = "bundle",
            .purpose = "one archive to send: health, software, errors and tests, without persons",
            .options = {kConfigOption,
                        {"--journal", "DIR", "a journal that was copied from the kiosk"},
                        {"--errors-only", "", "the errors and how runs ended, and nothing else"},
                        kJsonOption},
            .operands = {{"FILE.zip", "where it goes; whole or not at all"}},
            .exits = {{kExitDone, "the archive is written"}},
            .example = "bundle --config /data/site/kiosk.json /media/stick/kiosk.zip",
            .act = makeBundle},
};

} // namespace

std::span<const Command> bundleCommands() {
    return kBundleCommands;
}

} // namespace kiosk::app
