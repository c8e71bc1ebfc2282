// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "firmware/app/kioskctl/command.h"
#include "firmware/app/kioskctl/key_change.h"
#include "firmware/app/technician/service_socket.h"

namespace kiosk::app {

namespace {

using nlohmann::json;

/// It would go on with the old key, and nobody would believe what it signs.
Result<> mustNotRun(const std::filesystem::path& state) {
    const auto answer = askKiosk(state, R"({"ask": "visit"})");
    if (!answer && answer.error().code() == "service.no-kiosk")
        return {};
    return fail(ErrorKind::refused, "service.kiosk-runs", Remedy::technician,
                "stop the kiosk first: it would go on with the old key");
}

void print(const KeyChange& change) {
    std::printf("old key     %s\n", change.before.c_str());
    std::printf("new key     %s\n", change.after.c_str());
    std::printf("lies in     %s\n", change.isInTpm ? "the TPM" : "a file");
    std::printf("on record   %s\n", change.isOnRecord ? "yes, signed by both: the record goes on"
                                                      : "no: this kiosk keeps no record yet");
    std::printf("\nGive the new key's name to whoever supervises this kiosk, and to those whose "
                "phones\nknow the old one: they call reports and proofs of the new one unknown "
                "until they\nhave compared it. What the old key signed stays as true as it was.\n");
}

Result<int> keyNew(const Arguments& arguments) {
    const std::filesystem::path state = arguments.required("--state");
    TRY(mustNotRun(state));
    const KeyChange change = TRY(changeKey(state, SystemClock().wall()));
    if (arguments.has("--json"))
        std::puts(json{{"before", change.before},
                       {"after", change.after},
                       {"place", change.isInTpm ? "tpm" : "file"},
                       {"onRecord", change.isOnRecord}}
                      .dump()
                      .c_str());
    else
        print(change);
    return kExitDone;
}

constexpr std::array kCommands{
    Command{.words = "key new",
            .purpose = "gives the kiosk another key, and has the record go on under it",
            .options = {{"--state", "DIR", "the kiosk's state folder; no kiosk may run",
                         Need::required},
                        kJsonOption},
            .exits = {{kExitDone, "the new key signs from now on; its name is printed"}},
            .example = "key new --state /data/kiosk",
            .act = keyNew},
};

} // namespace

std::span<const Command> keyCommands() {
    return kCommands;
}

} // namespace kiosk::app
