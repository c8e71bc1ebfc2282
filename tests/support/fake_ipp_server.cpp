// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fake_ipp_server.h"

#include <array>
#include <charconv>
#include <stdexcept>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace kiosk::tests {

namespace {

std::string bigEndian(std::uint32_t value, int bytes) {
    std::string text;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        text += static_cast<char>((value >> shift) & 0xFFU);
    return text;
}

std::string attribute(FakeIppReply::Tag tag, const std::string& name, const std::string& value) {
    return static_cast<char>(tag) + bigEndian(static_cast<std::uint32_t>(name.size()), 2) + name +
           bigEndian(static_cast<std::uint32_t>(value.size()), 2) + value;
}

sockaddr* plain(sockaddr_in& address) {
    return static_cast<sockaddr*>(static_cast<void*>(&address));
}

std::size_t bodySize(const std::string& head) {
    constexpr std::string_view kField = "Content-Length: ";
    const std::size_t at = head.find(kField);
    std::size_t size = 0;
    if (at != std::string::npos)
        std::from_chars(head.data() + at + kField.size(), head.data() + head.size(), size);
    return size;
}

/// The request's body, or nothing if the other side left before it was whole.
std::optional<std::string> readRequest(int connection) {
    std::string received;
    std::array<char, 65536> chunk{};
    while (true) {
        const std::size_t end = received.find("\r\n\r\n");
        if (end != std::string::npos) {
            const std::size_t size = bodySize(received.substr(0, end));
            if (received.size() >= end + 4 + size)
                return received.substr(end + 4, size);
        }
        const ssize_t count = ::recv(connection, chunk.data(), chunk.size(), 0);
        if (count <= 0)
            return std::nullopt;
        received.append(chunk.data(), static_cast<std::size_t>(count));
    }
}

void waitUntilLeft(int connection) {
    std::array<char, 4096> ignored{};
    while (::recv(connection, ignored.data(), ignored.size(), 0) > 0) {
    }
}

} // namespace

FakeIppReply::FakeIppReply(const std::string& request, std::uint16_t status)
    : bytes_("\x02" + std::string(1, '\0') + bigEndian(status, 2) + request.substr(4, 4)) {
    group(Tag::operationGroup);
    text(Tag::charset, "attributes-charset", "utf-8");
    text(Tag::language, "attributes-natural-language", "en");
}

FakeIppReply& FakeIppReply::group(Tag tag) {
    bytes_ += static_cast<char>(tag);
    return *this;
}

FakeIppReply& FakeIppReply::text(Tag tag, const std::string& name, const std::string& value) {
    bytes_ += attribute(tag, name, value);
    return *this;
}

FakeIppReply& FakeIppReply::number(Tag tag, const std::string& name, std::int32_t value) {
    bytes_ += attribute(tag, name, bigEndian(static_cast<std::uint32_t>(value), 4));
    return *this;
}

std::string FakeIppReply::body() const {
    return bytes_ + '\x03';
}

std::string FakeIppReply::http() const {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: " +
           std::to_string(body().size()) + "\r\n\r\n" + body();
}

FakeIppServer::FakeIppServer(Answer answer)
    : answer_(std::move(answer)), listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(listener_, plain(address), size) != 0 || ::listen(listener_, 4) != 0 ||
        ::getsockname(listener_, plain(address), &size) != 0)
        throw std::runtime_error("no port to listen on");
    port_ = ntohs(address.sin_port);
    thread_ = std::jthread([this](const std::stop_token& stop) { serve(stop); });
}

FakeIppServer::~FakeIppServer() {
    thread_.request_stop();
    ::shutdown(listener_, SHUT_RDWR); // wakes accept()
    thread_.join();
    ::close(listener_);
}

std::string FakeIppServer::uri() const {
    return "ipp://127.0.0.1:" + std::to_string(port_) + "/ipp/print";
}

void FakeIppServer::serve(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        const int connection = ::accept(listener_, nullptr, nullptr);
        if (connection < 0)
            return;
        answerOne(connection);
        ::close(connection);
    }
}

void FakeIppServer::answerOne(int connection) {
    const auto request = readRequest(connection);
    if (!request)
        return;
    ++requests_;
    const auto reply = answer_(*request);
    if (reply)
        (void)!::send(connection, reply->data(), reply->size(), MSG_NOSIGNAL);
    else
        waitUntilLeft(connection);
}

} // namespace kiosk::tests
