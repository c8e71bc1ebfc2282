// SPDX-License-Identifier: Apache-2.0
#include "firmware/stick/wire.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <nlohmann/json.hpp>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

namespace kiosk::stick {

namespace {

constexpr std::size_t kLongestLine = 256U << 10;
constexpr int kPatienceWithReader = 30'000; // ms

std::unexpected<Error> noAnswer(std::string_view why) {
    return fail(ErrorKind::unavailable, "stick.no-answer", Remedy::technician, why);
}

bool isReady(int socket, short event, int patienceMs) {
    pollfd waiting{socket, event, 0};
    int ready = 0;
    do
        ready = ::poll(&waiting, 1, patienceMs);
    while (ready < 0 && errno == EINTR);
    return ready > 0;
}

} // namespace

Result<Wire> Wire::to(const std::filesystem::path& socket) {
    sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
    const std::string path = socket.string();
    Descriptor wire(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    if (!wire ||
        ::connect(wire.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        return fail(ErrorKind::configuration, "stick.no-desk", Remedy::configuration,
                    path + ": " + std::strerror(errno));
    return Wire(std::move(wire));
}

Result<Wire> Wire::from(int listener, std::chrono::milliseconds patience) {
    if (!isReady(listener, POLLIN, static_cast<int>(patience.count())))
        return noAnswer("nobody is there");
    Descriptor wire(::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC));
    if (!wire)
        return noAnswer(std::strerror(errno));
    return Wire(std::move(wire));
}

Result<> Wire::say(const nlohmann::json& line) {
    return give(bytesOf(line.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace) + "\n"));
}

Result<> Wire::give(ByteView bytes) {
    while (!bytes.empty()) {
        if (!isReady(socket_.number(), POLLOUT, kPatienceWithReader))
            return noAnswer("nobody reads");
        const ssize_t count =
            ::send(socket_.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (count < 0)
            return noAnswer("the other side is gone");
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
    return {};
}

Result<> Wire::more(std::chrono::milliseconds patience) {
    std::array<std::byte, 256U << 10> piece{};
    if (!isReady(socket_.number(), POLLIN, static_cast<int>(patience.count())))
        return noAnswer("it was waited for too long");
    const ssize_t count = ::recv(socket_.number(), piece.data(), piece.size(), 0);
    if (count <= 0)
        return noAnswer("the other side is gone");
    came_.insert(came_.end(), piece.begin(), piece.begin() + count);
    return {};
}

Result<nlohmann::json> Wire::hear(std::chrono::milliseconds patience) {
    constexpr auto kEnd = static_cast<std::byte>('\n');
    auto end = std::ranges::find(came_, kEnd);
    while (end == came_.end()) {
        if (came_.size() > kLongestLine)
            return noAnswer("a line without an end");
        TRY(more(patience));
        end = std::ranges::find(came_, kEnd);
    }
    const std::string line = toText(ByteView(came_.begin(), end));
    came_.erase(came_.begin(), end + 1);
    auto told = nlohmann::json::parse(line, nullptr, false);
    if (!told.is_object())
        return noAnswer("a line that is no object");
    return told;
}

Result<Bytes> Wire::take(std::size_t count, std::chrono::milliseconds patience) {
    while (came_.size() < count)
        TRY(more(patience));
    const auto end = came_.begin() + static_cast<std::ptrdiff_t>(count);
    Bytes taken(came_.begin(), end);
    came_.erase(came_.begin(), end);
    return taken;
}

void Wire::end() {
    ::shutdown(socket_.number(), SHUT_RDWR);
}

} // namespace kiosk::stick
