// SPDX-License-Identifier: Apache-2.0
#include "firmware/reading/confined_program.h"

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include "firmware/base/process/child.h"
#include "firmware/base/process/descriptor.h"

namespace kiosk::reading {

namespace {

constexpr int kBetweenLooksMs = 20;

std::unexpected<Error> notStarted(std::string_view why) {
    return fail(ErrorKind::configuration, "document.no-reader", Remedy::technician, why);
}

/// Reads to the end of the pipe, or as much as is wanted.
Result<Bytes> readAll(int pipe, std::size_t most, const Spending& spending) {
    Bytes all;
    std::array<std::byte, 65536> piece{};
    while (all.size() <= most) {
        TRY(spending.judge());
        pollfd waiting{pipe, POLLIN, 0};
        if (::poll(&waiting, 1, kBetweenLooksMs) == 0)
            continue;
        const ssize_t count = ::read(pipe, piece.data(), piece.size());
        if (count <= 0)
            return all;
        all.insert(all.end(), piece.begin(), piece.begin() + count);
    }
    return all;
}

} // namespace

Result<Bytes> outputOf(std::vector<std::string> command, int input, std::size_t most,
                       const Patience& patience) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return notStarted(std::strerror(errno));
    const Descriptor ours(ends[0]);
    Descriptor theirs(ends[1]);
    const auto child =
        Child::start(std::move(command), {{STDIN_FILENO, input}, {STDOUT_FILENO, theirs.number()}});
    if (!child)
        return notStarted(child.error().detail());
    theirs = Descriptor(); // its end of the pipe is the last one
    return readAll(ours.number(), most, Spending(*child, patience));
}

} // namespace kiosk::reading
