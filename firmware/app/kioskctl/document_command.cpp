// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kioskctl/document_command.h"

#include <array>

namespace kiosk::app {

namespace {

template <Result<int> (*command)(std::span<const std::string_view>)>
int reported(std::span<const std::string_view> words) {
    const auto code = command(words);
    return code ? *code : report(code.error());
}

constexpr std::array kCommands{
    Command{"document inspect", "FILE [--json]", "says what a licence file holds",
            reported<inspectDocument>},
    Command{"document draw", "FILE [--page N] [--dpi N] -o FILE.png|FILE.pdf|FILE.ppm [--json]",
            "draws a licence file with its seals", reported<drawDocument>},
    Command{"document verify", "FILE [--trust DIR] [--at TIME] [--json]",
            "judges the signatures of a licence file", reported<verifyDocument>},
};

} // namespace

Result<std::string> onlyFile(const Arguments& arguments) {
    if (arguments.rest().size() != 1)
        return fail(ErrorKind::unsupported, "usage.missing-argument", Remedy::citizenAgain,
                    "one document file");
    return arguments.rest().front();
}

std::span<const Command> documentCommands() {
    return kCommands;
}

} // namespace kiosk::app
