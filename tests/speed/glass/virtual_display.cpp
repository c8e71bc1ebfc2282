// SPDX-License-Identifier: Apache-2.0
#include "tests/speed/glass/virtual_display.h"

#include <array>

#include <poll.h>
#include <unistd.h>

#include "firmware/base/process/descriptor.h"

namespace kiosk::speed {

namespace {

constexpr int kPatienceMs = 30'000;

/// The line the server writes once it listens.
std::string lineFrom(int pipe) {
    std::string line;
    pollfd readable{.fd = pipe, .events = POLLIN, .revents = 0};
    char next = 0;
    while (::poll(&readable, 1, kPatienceMs) == 1 && ::read(pipe, &next, 1) == 1 && next != '\n')
        line.push_back(next);
    return line;
}

} // namespace

std::optional<VirtualDisplay> VirtualDisplay::start(int widthPx, int heightPx) {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0)
        return std::nullopt;
    const Descriptor listening(ends[0]);
    Descriptor told(ends[1]); // not closed on exec: the server's
    auto server = tests::ChildProcess::start(
        {.command = {"Xvfb", "-displayfd", std::to_string(told.number()), "-screen", "0",
                     std::to_string(widthPx) + "x" + std::to_string(heightPx) + "x24", "-nolisten",
                     "tcp", "-noreset"},
         .environment = {},
         .log = "/dev/null"});
    told = {};
    if (!server)
        return std::nullopt;
    const std::string number = lineFrom(listening.number());
    if (number.empty())
        return std::nullopt;
    return VirtualDisplay(std::move(*server), ":" + number);
}

} // namespace kiosk::speed
