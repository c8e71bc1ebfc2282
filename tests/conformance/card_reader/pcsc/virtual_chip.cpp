// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/card_reader/pcsc/virtual_chip.h"

#include <algorithm>
#include <stdexcept>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace kiosk::tests {

namespace {

// What the driver says in one byte; power and reset want no answer.
constexpr std::byte kAskAtr{4};

bool receiveAll(int socket, std::span<std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::recv(socket, bytes.data(), bytes.size(), 0);
        if (count <= 0)
            return false;
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
    return true;
}

void send(int socket, ByteView message) {
    Bytes framed{static_cast<std::byte>(message.size() >> 8),
                 static_cast<std::byte>(message.size() & 0xFF)};
    framed.insert(framed.end(), message.begin(), message.end());
    ::send(socket, framed.data(), framed.size(), MSG_NOSIGNAL);
}

Bytes status(unsigned word) {
    return {static_cast<std::byte>(word >> 8), static_cast<std::byte>(word & 0xFF)};
}

Bytes done(Bytes data) {
    data.insert(data.end(), {std::byte{0x90}, std::byte{0}});
    return data;
}

unsigned at(ByteView bytes, std::size_t index) {
    return index < bytes.size() ? std::to_integer<unsigned>(bytes[index]) : 0;
}

} // namespace

void VirtualChip::putIn(ChipCard card) {
    pull();
    card_ = std::move(card);
    commands_ = 0;
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{.sin_family = AF_INET, .sin_port = htons(port_), .sin_addr = {}};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("no virtual reader to put a card in");
    thread_ = std::jthread([this, socket = socket_] { serve(socket); });
}

void VirtualChip::pull() {
    if (socket_ < 0)
        return;
    ::shutdown(socket_, SHUT_RDWR);
    thread_ = {};
    ::close(socket_);
    socket_ = -1;
    pullAt_ = 0;
}

void VirtualChip::serve(int socket) {
    while (true) {
        Bytes length(2);
        if (!receiveAll(socket, length))
            return;
        Bytes message(at(length, 0) << 8 | at(length, 1));
        if (!receiveAll(socket, message))
            return;
        if (message == Bytes{kAskAtr})
            send(socket, card_.manner == ChipCard::Manner::mute
                             ? Bytes(1)
                             : fromHex("3b6800000073c84013009000").value());
        if (message.size() < 2)
            continue;
        if (++commands_ == pullAt_) {
            ::shutdown(socket, SHUT_RDWR);
            return;
        }
        send(socket, answer(message));
    }
}

Bytes VirtualChip::answer(ByteView command) {
    const ByteView data = command.subspan(std::min<std::size_t>(5, command.size()));
    switch (at(command, 1)) {
    case 0xA4:
        if (at(command, 2) == 0x04)
            return status(std::ranges::equal(data, card_.application) ? 0x611E : 0x6A82);
        selected_ = static_cast<std::uint16_t>(at(data, 0) << 8 | at(data, 1));
        return status(card_.files.contains(selected_) ? 0x9000 : 0x6A82);
    case 0xB2:
        return answerRead(static_cast<std::uint8_t>(at(command, 2)),
                          static_cast<std::uint8_t>(at(command, 4)));
    case 0xCA:
        return card_.number.empty() ? status(0x6A81) : done(card_.number);
    case 0xC0:
        return done(std::exchange(waiting_, {}));
    default:
        return status(0x6D00); // no such instruction
    }
}

Bytes VirtualChip::answerRead(std::uint8_t number, std::uint8_t size) {
    const auto& records = card_.files[selected_];
    if (number == 0 || number > records.size())
        return status(0x6A83);
    const Bytes& record = records[number - 1];
    const auto length = static_cast<unsigned>(record.size());
    switch (card_.manner) {
    case ChipCard::Manner::locked:
        return selected_ == 0xEF06 ? status(0x6982) : done(record);
    case ChipCard::Manner::splitReplies:
        waiting_ = record;
        return status(0x6100 | length);
    case ChipCard::Manner::wantsSizes:
        return size == length ? done(record) : status(0x6C00 | length);
    case ChipCard::Manner::plain:
    case ChipCard::Manner::mute:
        break;
    }
    return done(record);
}

} // namespace kiosk::tests
