// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>

#include "firmware/app/kioskctl/command.h"

namespace kiosk::app {

namespace {

using Words = std::span<const std::string_view>;

std::vector<Command> allCommands() {
    std::vector<Command> commands;
    for (const auto& group :
         {doctorCommands(), statusCommands(), cardCommands(), printerCommands(), cameraCommands(),
          documentCommands(), queueCommands(), deviceCommands(), usbCommands(), staffCommands(),
          conformanceCommands()})
        commands.insert(commands.end(), group.begin(), group.end());
    return commands;
}

void printHelp(std::FILE* to) {
    std::fputs("kioskctl: the technician's command line\n\n", to);
    for (const Command& command : allCommands())
        std::fprintf(to, "  kioskctl %.*s %.*s\n      %.*s\n",
                     static_cast<int>(command.words.size()), command.words.data(),
                     static_cast<int>(command.usage.size()), command.usage.data(),
                     static_cast<int>(command.purpose.size()), command.purpose.data());
    std::fputs("\nExit codes: 0 done (verify: valid), 1 judged not valid, 2 could not tell or do,\n"
               "64 wrong usage. Errors go to stderr with code and remedy.\n",
               to);
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

int runNamed(Words words) {
    for (const Command& command : allCommands())
        if (const std::size_t used = matchLength(command, words); used > 0)
            return command.run(words.subspan(used));
    return report(Error(ErrorKind::unsupported, "usage.unknown-command", Remedy::citizenAgain,
                        words.empty() ? "none given; see kioskctl --help" : words.front()));
}

} // namespace

} // namespace kiosk::app

int main(int argc, char** argv) {
    const std::vector<std::string_view> words(argv + 1, argv + argc);
    if (!words.empty() && (words.front() == "--help" || words.front() == "help")) {
        kiosk::app::printHelp(stdout);
        return kiosk::app::kExitDone;
    }
    return kiosk::app::runNamed(words);
}
