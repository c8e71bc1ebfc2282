// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kioskctl/document_command.h"

#include <array>

namespace kiosk::app {

namespace {

constexpr Operand kFile{"FILE", "the licence file, OFD or PDF"};

constexpr std::array kCommands{
    Command{.words = "document inspect",
            .purpose = "says what a licence file holds",
            .options = {kJsonOption},
            .operands = {kFile},
            .exits = {{kExitDone, "the file can be read"}},
            .example = "document inspect licence.ofd",
            .act = inspectDocument},
    Command{
        .words = "document draw",
        .purpose = "draws a licence file with its seals",
        .options = {{"--page", "N", "this page alone, counted from 1"},
                    {"--dpi", "N", "dots an inch; without it 96"},
                    {"-o", "FILE", "what to draw: FILE.png, FILE.pdf or FILE.ppm", Need::required},
                    kJsonOption},
        .operands = {kFile},
        .exits = {{kExitDone, "the picture is written"}},
        .example = "document draw licence.ofd --page 1 -o licence.png",
        .act = drawDocument},
    Command{.words = "document verify",
            .purpose = "judges the signatures of a licence file",
            .options = {{"--trust", "DIR", "whose signatures are believed; without it nobody's"},
                        {"--at", "TIME", "as at this time (ISO 8601) instead of now"},
                        kJsonOption},
            .operands = {kFile},
            .exits = {{kExitDone, "valid"}, {kExitNotValid, "not valid"}},
            .example = "document verify licence.ofd --trust /data/site/trust",
            .act = verifyDocument},
};

} // namespace

std::span<const Command> documentCommands() {
    return kCommands;
}

} // namespace kiosk::app
