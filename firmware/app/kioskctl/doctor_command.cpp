// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "firmware/app/kioskctl/device_command.h"
#include "firmware/app/kioskctl/health_beside.h"
#include "firmware/health/doctor_text.h"
#include "firmware/health/report.h"

namespace kiosk::app {

namespace {

using nlohmann::json;

/// The running kiosk's own word; where none runs, what can be seen without it. A kiosk that runs
/// and does not answer, or may not be asked, is an error: nobody may open its devices beside it.
Result<json> examine(const Config& config, WallTime now) {
    auto told = askRunningKiosk(config, {{"ask", "health"}});
    if (told || told.error().code() != "service.no-kiosk")
        return told;
    return health::reportOf(healthBeside(config, now));
}

Result<int> tell(const json& report, const Arguments& arguments) {
    const std::string text = TRY(health::doctorText(report));
    if (arguments.has("--json"))
        std::puts(report.dump(2).c_str());
    else
        std::fputs(text.c_str(), stdout);
    return health::isReady(report) ? kExitDone : kExitNotValid;
}

/// A configuration that cannot be read is a finding like any, with line and reason beside it.
Result<int> doctor(const Arguments& arguments) {
    const WallTime now = SystemClock().wall();
    const auto config = loadConfig(arguments.required("--config"));
    if (config)
        return tell(TRY(examine(*config, now)), arguments);
    const int code = TRY(tell(health::reportOf(healthWithout(config.error(), now)), arguments));
    std::fprintf(stderr, "kioskctl: %s\n", config.error().line().c_str());
    return code;
}

constexpr std::array kCommands{
    Command{
        .words = "doctor",
        .purpose = "what citizens can do now, what is wrong, most useful first, and who must act",
        .options = {kConfigOption, kJsonOption},
        .exits = {{kExitDone, "every service is ready"}, {kExitNotValid, "some service is not"}},
        .example = "doctor --config /data/site/kiosk.json",
        .act = doctor},
};

} // namespace

std::span<const Command> doctorCommands() {
    return kCommands;
}

} // namespace kiosk::app
