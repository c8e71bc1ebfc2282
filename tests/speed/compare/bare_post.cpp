// SPDX-License-Identifier: Apache-2.0
#include "tests/speed/compare/bare_post.h"

#include <array>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "firmware/base/process/descriptor.h"
#include "firmware/base/text.h"

namespace kiosk::speed {

namespace {

std::unexpected<Error> noPrinter() {
    return fail(ErrorKind::unavailable, "speed.no-printer", Remedy::supplier);
}

Result<Descriptor> connected(const std::string& uri) {
    const std::size_t colon = uri.rfind(':');
    const auto port = parseInteger(uri.substr(colon + 1, uri.find('/', colon) - colon - 1));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port.value_or(0)));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    Descriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const void* plain = &address;
    if (::connect(socket.number(), static_cast<const sockaddr*>(plain), sizeof address) != 0)
        return noPrinter();
    return socket;
}

Result<> sendAll(int socket, std::string_view rest) {
    while (!rest.empty()) {
        const ssize_t sent = ::send(socket, rest.data(), rest.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return noPrinter();
        rest.remove_prefix(static_cast<std::size_t>(sent));
    }
    return {};
}

} // namespace

Result<> postBare(const std::string& uri, const std::string& body) {
    const Descriptor socket = TRY(connected(uri));
    TRY(sendAll(socket.number(), "POST /ipp/print HTTP/1.1\r\nHost: localhost\r\n"
                                 "Content-Type: application/ipp\r\nContent-Length: " +
                                     std::to_string(body.size()) + "\r\n\r\n" + body));
    std::array<char, 4096> heard{};
    ssize_t count = 0;
    std::size_t total = 0;
    while ((count = ::recv(socket.number(), heard.data(), heard.size(), 0)) > 0)
        total += static_cast<std::size_t>(count);
    if (total == 0)
        return noPrinter();
    return {};
}

} // namespace kiosk::speed
