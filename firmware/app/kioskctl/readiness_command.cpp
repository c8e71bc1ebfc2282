// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "firmware/app/kioskctl/command.h"
#include "firmware/app/kioskctl/device_command.h"
#include "firmware/app/kioskctl/health_beside.h"
#include "firmware/app/kioskctl/readiness.h"
#include "firmware/health/doctor_text.h"
#include "firmware/health/report.h"

namespace kiosk::app {

namespace {

using nlohmann::json;

/// As kioskctl doctor asks: a kiosk that runs and does not answer is an error.
Result<json> askReport(const Config& config) {
    auto told = askRunningKiosk(config, {{"ask", "health"}});
    if (told || told.error().code() != "service.no-kiosk")
        return told;
    return health::reportOf(healthBeside(config, SystemClock().wall()));
}

Result<int> readiness(const Arguments& arguments) {
    const Config config = TRY(loadConfig(arguments.required("--config")));
    const json report = TRY(askReport(config));
    const handout::Handout handout = TRY(signedHandout(report.dump(), config));
    TRY(handOut(handout, config,
                {.slip = arguments.value("--pdf"), .codes = arguments.value("--qr")}));
    if (arguments.has("--json"))
        std::puts(handout.report.c_str());
    else
        std::printf("%s\nkey %s\n", TRY(health::doctorText(report)).c_str(),
                    handout.fingerprint.c_str());
    return health::isReady(report) ? kExitDone : kExitNotValid;
}

constexpr std::array kCommands{
    Command{
        .words = "readiness",
        .purpose = "the health report to be carried away: as a slip, as codes for a phone",
        .options = {kConfigOption,
                    kJsonOption,
                    {.name = "--pdf", .value = "FILE", .meaning = "writes the slip"},
                    {.name = "--qr",
                     .value = "FOLDER",
                     .meaning = "writes the codes as pictures, signed with the kiosk's key"}},
        .exits = {{kExitDone, "every service is ready"}, {kExitNotValid, "some service is not"}},
        .example = "readiness --config /data/site/kiosk.json --pdf slip.pdf --qr codes",
        .act = readiness},
};

} // namespace

std::span<const Command> readinessCommands() {
    return kCommands;
}

} // namespace kiosk::app
