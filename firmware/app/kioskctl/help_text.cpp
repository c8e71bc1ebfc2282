// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "firmware/app/kioskctl/definition_text.h"

namespace kiosk::app {

namespace {

constexpr std::array kOwnOptions{
    Option{"--help", "", "what there is; after a command: all of that command"},
    Option{"--man", "", "the manual page kioskctl(1), for man -l -"},
    Option{"--completion", "bash", "completion for this shell, to be sourced"},
};

/// What it is called, then at one column what it means; on a line of its own where it is long.
std::string entry(const std::string& called, std::string_view meaning) {
    constexpr std::size_t kColumn = 26;
    std::string line = "  " + called;
    if (line.size() + 2 > kColumn)
        line += "\n";
    const std::size_t used = line.ends_with('\n') ? 0 : line.size();
    return line + std::string(kColumn - used, ' ') + std::string(meaning) + "\n";
}

std::string entry(const ExitMeaning& exit) {
    return entry(std::to_string(exit.code), exit.meaning);
}

} // namespace

std::span<const Option> ownOptions() {
    return kOwnOptions;
}

std::string textOf(const Option& option) {
    std::string text(option.name);
    if (!option.value.empty())
        text.append(" ").append(option.value);
    return text;
}

std::string helpText(std::span<const Command> commands) {
    std::string text = "kioskctl: the command line of field staff and technicians\n\n";
    for (const Command& command : commands)
        text.append("  kioskctl ")
            .append(command.words)
            .append(" ")
            .append(synopsisOf(command))
            .append("\n      ")
            .append(command.purpose)
            .append("\n");
    text += "\n";
    for (const Option& option : kOwnOptions)
        text += entry(textOf(option), option.meaning);
    return text +
           "\nExit codes: 0 done, 1 judged not well, 2 could not tell or do, or wrong usage.\n"
           "Errors go to stderr with code and remedy. Read on: kioskctl COMMAND --help\n";
}

std::string helpText(const Command& command) {
    std::string text = "kioskctl " + std::string(command.words) + " " + synopsisOf(command) + "\n" +
                       std::string(command.purpose) + "\n\n";
    for (const Option& option : command.options)
        text += entry(textOf(option), option.meaning);
    for (const Operand& operand : command.operands)
        text += entry(std::string(operand.name), operand.meaning);
    text += "\nExit codes:\n";
    for (const ExitMeaning& exit : command.exits)
        text += entry(exit);
    text += entry(kExitTwo);
    return text + "\nExample:\n  kioskctl " + std::string(command.example) + "\n";
}

} // namespace kiosk::app
