// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kioskctl/definition_text.h"

namespace kiosk::app {

namespace {

/// Text as roff takes it: no line is a request, and a dash is the one that is typed.
std::string escaped(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        if (c == '\\')
            safe += "\\e";
        else if (c == '-')
            safe += "\\-";
        else if (c == '|')
            safe += "|\\:"; // a long line may break here
        else
            safe += c;
    }
    if (safe.starts_with('.') || safe.starts_with('\''))
        safe.insert(0, "\\&");
    return safe;
}

std::string bold(std::string_view text) {
    return "\\fB" + escaped(text) + "\\fR";
}

std::string slanted(std::string_view text) {
    return "\\fI" + escaped(text) + "\\fR";
}

/// What it is called, and indented what it means.
std::string tagged(const std::string& tag, std::string_view meaning) {
    return ".TP\n" + tag + "\n" + escaped(meaning) + "\n";
}

std::string optionText(const Option& option) {
    return bold(option.name) + (option.value.empty() ? "" : " " + slanted(option.value));
}

std::string bracketed(const std::string& text, Need need) {
    return need == Need::required ? text : "[" + text + "]";
}

std::string synopsis(const Command& command) {
    std::string line = bold("kioskctl " + std::string(command.words));
    for (const Option& option : command.options)
        line += " " + bracketed(optionText(option), option.need);
    for (const Operand& operand : command.operands)
        line += " " + bracketed(slanted(operand.name), operand.need);
    return line + "\n";
}

std::string sectionOf(const Command& command) {
    std::string text = ".SS " + escaped(command.words) + "\n" + synopsis(command) + ".PP\n" +
                       escaped(command.purpose) + "\n";
    for (const Option& option : command.options)
        text += tagged(optionText(option), option.meaning);
    for (const Operand& operand : command.operands)
        text += tagged(slanted(operand.name), operand.meaning);
    for (const ExitMeaning& exit : command.exits)
        text += tagged("exit " + std::to_string(exit.code), exit.meaning);
    return text + ".PP\nExample:\n.PP\n.RS\n.nf\n" +
           escaped("kioskctl " + std::string(command.example)) + "\n.fi\n.RE\n";
}

} // namespace

std::string manPage(std::span<const Command> commands) {
    std::string text =
        ".\\\" Made by kioskctl --man.\n"
        ".TH KIOSKCTL 1 2026-11-27 \"kiosk " KIOSK_VERSION "\" \"Kiosk\"\n"
        ".ad l\n.nh\n"
        ".SH NAME\nkioskctl \\- the command line of a kiosk's field staff and technicians\n"
        ".SH SYNOPSIS\n.B kioskctl\n.I COMMAND\n[options]\n"
        ".SH DESCRIPTION\n"
        "Asks a kiosk, running or not, how it is, and says what is wrong\n"
        "and who must act.\n"
        "Shows nobody's name or number.\n"
        ".SH OPTIONS\n";
    for (const Option& option : ownOptions())
        text += tagged(optionText(option), option.meaning);
    text += ".SH COMMANDS\n";
    for (const Command& command : commands)
        text += sectionOf(command);
    text += ".SH EXIT STATUS\nOf every command, beside its own:\n";
    return text + tagged(std::to_string(kExitTwo.code), kExitTwo.meaning);
}

} // namespace kiosk::app
