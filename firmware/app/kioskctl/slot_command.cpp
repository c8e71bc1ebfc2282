// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "firmware/app/kioskctl/command.h"
#include "firmware/base/files.h"
#include "firmware/base/text.h"
#include "firmware/update/slots.h"

namespace kiosk::app {

namespace {

using update::Slot;

/// Where the image mounts the loader's partition (board/image.d/rootfs/etc/fstab).
constexpr std::string_view kLoaderFile = "/efi/EFI/kiosk/grubenv";
constexpr Option kFileOption{"--file", "FILE", "the loader's file (/efi/EFI/kiosk/grubenv)"};

std::filesystem::path loaderFile(const Arguments& arguments) {
    return arguments.value("--file").value_or(std::string(kLoaderFile));
}

Result<Slot> slotThatRuns() {
    const auto slot = update::runningSlot(toText(TRY(readFile("/proc/cmdline"))));
    if (!slot)
        return fail(ErrorKind::unsupported, "slot.none", Remedy::technician,
                    "this machine was not started by the kiosk's loader");
    return *slot;
}

Result<int> status(const Arguments& arguments) {
    const update::Slots slots = TRY(update::readSlots(loaderFile(arguments)));
    const auto running = slotThatRuns();
    if (arguments.has("--json")) {
        std::puts(nlohmann::json{{"running", running ? std::string(name(*running)) : ""},
                                 {"first", name(slots.first)},
                                 {"tries", {{"a", slots.triesA}, {"b", slots.triesB}}}}
                      .dump()
                      .c_str());
        return kExitDone;
    }
    for (const Slot slot : {Slot::a, Slot::b})
        std::printf("%s  %2d tries%s%s\n", std::string(name(slot)).c_str(), slots.tries(slot),
                    slot == slots.first ? "  first" : "", running == slot ? "  running" : "");
    return kExitDone;
}

Result<int> good(const Arguments& arguments) {
    const Slot slot = TRY(slotThatRuns());
    TRY(update::markGood(loaderFile(arguments), slot));
    std::printf("slot %s works: %d tries\n", std::string(name(slot)).c_str(),
                update::Slots::kTriesOfGood);
    return kExitDone;
}

constexpr std::array kCommands{
    Command{.words = "slot status",
            .purpose = "tells how many tries the loader has left for each of the two systems",
            .options = {kFileOption, kJsonOption},
            .exits = {{kExitDone, "the loader's file was read"}},
            .example = "slot status",
            .act = status},
    Command{.words = "slot good",
            .purpose = "tells the loader that the system which runs was seen to work",
            .options = {kFileOption},
            .exits = {{kExitDone, "the loader knows"}},
            .example = "slot good",
            .act = good},
};

} // namespace

std::span<const Command> slotCommands() {
    return kCommands;
}

} // namespace kiosk::app
