// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kioskctl/command_line.h"

#include <algorithm>
#include <cstdio>

#include "firmware/app/kioskctl/definition_text.h"

namespace kiosk::app {

namespace {

using Words = std::span<const std::string_view>;

std::unexpected<Error> wrong(std::string_view code, std::string_view word) {
    return fail(ErrorKind::unsupported, code, Remedy::citizenAgain, word);
}

/// How many of the given words name this command: "document verify" takes two, or none.
std::size_t matchLength(const Command& command, Words words) {
    std::string_view rest = command.words;
    std::size_t used = 0;
    while (!rest.empty()) {
        const std::string_view next = rest.substr(0, rest.find(' '));
        if (used == words.size() || words[used] != next)
            return 0;
        rest.remove_prefix(std::min(rest.size(), next.size() + 1));
        ++used;
    }
    return used;
}

bool asksForHelp(Words words) {
    return std::ranges::find(words, "--help") < std::ranges::find(words, "--");
}

Result<std::string> ownAnswer(const std::vector<Command>& commands, Words words) {
    if (words.empty())
        return wrong("usage.unknown-command", "none given");
    if (words.front() == "--help" || words.front() == "help")
        return helpText(commands);
    if (words.front() == "--man")
        return manPage(commands);
    if (words.front() == "--completion" || words.front() == "--completion=bash") {
        const bool isBash =
            words.front().ends_with("bash") || (words.size() > 1 && words[1] == "bash");
        return isBash
                   ? bashCompletion(commands)
                   : Result<std::string>(wrong("usage.unknown-shell", "--completion knows bash"));
    }
    return wrong(words.front().starts_with('-') ? "usage.unknown-option" : "usage.unknown-command",
                 words.front());
}

} // namespace

std::vector<Command> allCommands() {
    std::vector<Command> commands;
    for (const auto& group :
         {doctorCommands(),   readinessCommands(),  proveCommands(),   statusCommands(),
          testCommands(),     netCommands(),        logsCommands(),    auditCommands(),
          bundleCommands(),   cardCommands(),       printerCommands(), cameraCommands(),
          documentCommands(), queueCommands(),      deviceCommands(),  usbCommands(),
          stickCommands(),    slotCommands(),       updateCommands(),  staffCommands(),
          keyCommands(),      conformanceCommands()})
        commands.insert(commands.end(), group.begin(), group.end());
    return commands;
}

int runCommandLine(Words words) {
    const std::vector<Command> commands = allCommands();
    const auto named = std::ranges::max_element(
        commands, {}, [words](const Command& command) { return matchLength(command, words); });
    if (const std::size_t used = matchLength(*named, words); used > 0) {
        if (!asksForHelp(words.subspan(used)))
            return named->run(words.subspan(used));
        std::fputs(helpText(*named).c_str(), stdout);
        return kExitDone;
    }
    const auto answer = ownAnswer(commands, words);
    if (!answer)
        return reportUsage(answer.error(), "kioskctl --help");
    std::fputs(answer->c_str(), stdout);
    return kExitDone;
}

} // namespace kiosk::app
