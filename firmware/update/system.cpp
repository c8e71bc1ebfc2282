// SPDX-License-Identifier: Apache-2.0
#include "firmware/update/system.h"

#include "firmware/base/text.h"

namespace kiosk::update {

namespace {

/// os-release(5): `NAME=value`, or in quotes.
std::string_view valueOf(std::string_view release, std::string_view name) {
    for (std::string_view line : split(release, '\n')) {
        if (!line.starts_with(name) || !line.substr(name.size()).starts_with('='))
            continue;
        line.remove_prefix(name.size() + 1);
        if (line.size() >= 2 && line.front() == '"' && line.back() == '"')
            line = line.substr(1, line.size() - 2);
        return line;
    }
    return {};
}

} // namespace

Result<System> systemFrom(std::string_view release, std::string_view commandLine,
                          std::filesystem::path loaderFile) {
    const std::string_view board = valueOf(release, "IMAGE_ID");
    const auto version = Version::parse(valueOf(release, "IMAGE_VERSION"));
    const auto running = runningSlot(commandLine);
    if (board.empty() || !version || !running)
        return fail(ErrorKind::unsupported, "update.no-system", Remedy::technician,
                    "this machine was not started from a kiosk's image");
    return System{std::string(board), *version, *running, std::move(loaderFile)};
}

} // namespace kiosk::update
