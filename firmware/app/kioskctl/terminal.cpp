// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kioskctl/terminal.h"

#include <cstdlib>

#include <unistd.h>

namespace kiosk::app {

namespace {

/// ECMA-48, SGR.
std::string_view startOf(Colour colour) {
    switch (colour) {
    case Colour::green:
        return "\x1b[32m";
    case Colour::red:
        return "\x1b[31m";
    case Colour::yellow:
        return "\x1b[33m";
    }
    return "";
}

bool isSet(const char* variable) {
    const char* value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

} // namespace

bool showsColours() {
    const char* kind = std::getenv("TERM");
    return ::isatty(STDOUT_FILENO) == 1 && !isSet("NO_COLOR") && kind != nullptr &&
           std::string_view(kind) != "dumb";
}

std::string coloured(std::string_view text, Colour colour) {
    if (!showsColours())
        return std::string(text);
    return std::string(startOf(colour)).append(text).append("\x1b[0m");
}

} // namespace kiosk::app
