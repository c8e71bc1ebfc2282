// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <csignal>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "firmware/app/kioskctl/closer_look.h"
#include "firmware/app/kioskctl/command.h"
#include "firmware/app/kioskctl/health_beside.h"
#include "firmware/health/doctor_text.h"
#include "firmware/health/report.h"

namespace kiosk::app {

namespace {

using nlohmann::json;

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
    std::signal(SIGPIPE, SIG_IGN); // a platform may end the connection while we speak
    const WallTime now = SystemClock().wall();
    const auto config = loadConfig(arguments.required("--config"));
    if (config) {
        json report = TRY(healthReport(*config, now));
        if (health::doctorText(report)) // else it is none that we know
            lookCloser(report, *config, SystemClock());
        return tell(report, arguments);
    }
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
