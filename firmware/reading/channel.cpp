// SPDX-License-Identifier: Apache-2.0
#include "firmware/reading/channel.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>

#include <poll.h>
#include <sys/socket.h>

namespace kiosk::reading {

namespace {

constexpr std::uint32_t kLongestText = 4U << 20;
constexpr int kWaitMs = 20; ///< between two looks at whether to wait on

std::unexpected<Error> broken(std::string_view what) {
    return fail(ErrorKind::unavailable, kChannelBroken, Remedy::wait, what);
}

/// Room for one descriptor beside the bytes.
struct Ancillary {
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> bytes{};
};

msghdr header(iovec& part, Ancillary* ancillary) {
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    if (ancillary != nullptr) {
        message.msg_control = ancillary->bytes.data();
        message.msg_controllen = ancillary->bytes.size();
    }
    return message;
}

void attach(msghdr& message, int descriptor) {
    cmsghdr* entry = CMSG_FIRSTHDR(&message);
    entry->cmsg_level = SOL_SOCKET;
    entry->cmsg_type = SCM_RIGHTS;
    entry->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(entry), &descriptor, sizeof(int));
}

std::optional<int> attached(msghdr& message) {
    const cmsghdr* entry = CMSG_FIRSTHDR(&message);
    if (entry == nullptr || entry->cmsg_type != SCM_RIGHTS ||
        entry->cmsg_len != CMSG_LEN(sizeof(int)))
        return std::nullopt;
    int descriptor = -1;
    std::memcpy(&descriptor, CMSG_DATA(entry), sizeof(int));
    return descriptor;
}

} // namespace

Result<std::pair<Channel, Channel>> Channel::pair() {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return broken(std::strerror(errno));
    return std::pair(Channel(Descriptor(ends[0])), Channel(Descriptor(ends[1])));
}

Result<> Channel::send(std::string_view text, int memory) {
    const auto size = static_cast<std::uint32_t>(text.size());
    std::string bytes(sizeof(size), '\0');
    std::memcpy(bytes.data(), &size, sizeof(size));
    bytes += text;
    for (std::size_t sent = 0; sent < bytes.size();) {
        iovec part{bytes.data() + sent, bytes.size() - sent};
        Ancillary ancillary;
        const bool withMemory = sent == 0 && memory >= 0;
        msghdr message = header(part, withMemory ? &ancillary : nullptr);
        if (withMemory)
            attach(message, memory);
        const ssize_t count = ::sendmsg(socket_.number(), &message, MSG_NOSIGNAL);
        if (count < 0 && errno != EINTR)
            return broken(std::strerror(errno));
        sent += count > 0 ? static_cast<std::size_t>(count) : 0;
    }
    return {};
}

Result<std::size_t> Channel::readSome(char* to, std::size_t most, Descriptor* memory,
                                      const Patience& patience) {
    while (true) {
        if (patience) {
            TRY(patience());
            pollfd waiting{socket_.number(), POLLIN, 0};
            if (::poll(&waiting, 1, kWaitMs) == 0)
                continue;
        }
        iovec part{to, most};
        Ancillary ancillary;
        msghdr message = header(part, &ancillary);
        const ssize_t count = ::recvmsg(socket_.number(), &message, MSG_CMSG_CLOEXEC);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return broken("the other end is gone");
        if (const auto descriptor = attached(message))
            *memory = Descriptor(*descriptor);
        return static_cast<std::size_t>(count);
    }
}

Result<> Channel::readWhole(char* to, std::size_t size, Descriptor& memory,
                            const Patience& patience) {
    for (std::size_t done = 0; done < size;)
        done += TRY(readSome(to + done, size - done, &memory, patience));
    return {};
}

Result<Message> Channel::receive(const Patience& patience) {
    Message message;
    std::array<char, sizeof(std::uint32_t)> head{};
    TRY(readWhole(head.data(), head.size(), message.memory, patience));
    std::uint32_t size = 0;
    std::memcpy(&size, head.data(), sizeof(size));
    if (size > kLongestText)
        return broken("more than a message holds");
    message.text.resize(size);
    TRY(readWhole(message.text.data(), size, message.memory, patience));
    return message;
}

} // namespace kiosk::reading
