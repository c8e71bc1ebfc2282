// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "firmware/app/kioskctl/closer_look.h"
#include "firmware/app/kioskctl/command.h"
#include "firmware/app/kioskctl/health_beside.h"
#include "firmware/app/last_good.h"
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

/// A kiosk that works with its last good configuration serves: a warning.
void putWarning(json& report, const Error& configuration) {
    json& findings = report["findings"];
    const auto firstWarning = std::ranges::find_if(
        findings, [](const json& finding) { return finding["stops"].empty(); });
    const json warning{{"fact", "configuration_valid"},
                       {"stops", json::array()},
                       {"why", health::causeOf(health::Cause(configuration))}};
    findings.insert(firstWarning, warning);
    report["facts"]["configuration"]["valid"] = false;
}

Result<json> reportOf(const UsableConfig& usable, WallTime now) {
    json report = TRY(healthReport(usable.config, now));
    if (!health::doctorText(report)) // none that we know
        return report;
    lookCloser(report, usable.config, SystemClock());
    if (usable.wrong)
        putWarning(report, *usable.wrong);
    return report;
}

/// A configuration that cannot be read is a finding like any, with line and reason beside it.
Result<int> doctor(const Arguments& arguments) {
    std::signal(SIGPIPE, SIG_IGN); // a platform may end the connection while we speak
    const WallTime now = SystemClock().wall();
    const auto usable = loadUsableConfig(arguments.required("--config"));
    const json report =
        usable ? TRY(reportOf(*usable, now)) : health::reportOf(healthWithout(usable.error(), now));
    const int code = TRY(tell(report, arguments));
    const auto wrong = usable ? usable->wrong : std::optional(usable.error());
    if (wrong)
        std::fprintf(stderr, "kioskctl: %s\n", wrong->line().c_str());
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
