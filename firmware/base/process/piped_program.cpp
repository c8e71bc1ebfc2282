// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/process/piped_program.h"

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace kiosk {

namespace {

constexpr int kBetweenLooksMs = 10;

} // namespace

Result<PipedProgram> PipedProgram::start(std::vector<std::string> command, int input, Hears hears) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return fail(ErrorKind::configuration, "process.not-started", Remedy::technician,
                    std::strerror(errno));
    Descriptor ours(ends[0]);
    const Descriptor theirs(ends[1]); // closed here, its end of the pipe is the last one
    std::map<int, int> descriptors{{STDIN_FILENO, input}, {STDOUT_FILENO, theirs.number()}};
    if (hears == Hears::everything)
        descriptors[STDERR_FILENO] = theirs.number();
    Child child = TRY(Child::start(std::move(command), descriptors));
    return PipedProgram(std::move(child), std::move(ours));
}

Result<Bytes> PipedProgram::read(std::size_t most, const std::function<Result<>()>& mayGoOn) {
    Bytes all;
    std::array<std::byte, 65536> piece{};
    while (all.size() <= most) {
        TRY(mayGoOn());
        pollfd waiting{output_.number(), POLLIN, 0};
        if (::poll(&waiting, 1, kBetweenLooksMs) == 0)
            continue;
        const ssize_t count = ::read(output_.number(), piece.data(), piece.size());
        if (count <= 0)
            return all;
        all.insert(all.end(), piece.begin(), piece.begin() + count);
    }
    return all;
}

} // namespace kiosk
