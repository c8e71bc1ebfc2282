// SPDX-License-Identifier: Apache-2.0
#include "tests/support/canned_platform.h"

#include <array>
#include <csignal>
#include <stdexcept>

#include <netinet/in.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace kiosk::tests {

namespace {

constexpr int kLookAgainMs = 20;

void answerPlainly(int socket, const std::string& answer) {
    std::array<char, 256> ignored{};
    if (::read(socket, ignored.data(), ignored.size()) > 0)
        static_cast<void>(::send(socket, answer.data(), answer.size(), MSG_NOSIGNAL));
}

} // namespace

CannedPlatform::CannedPlatform(Options options)
    : options_(std::move(options)), listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    std::signal(SIGPIPE, SIG_IGN); // whoever was answered may be gone
    sockaddr_in address{};
    address.sin_family = AF_INET;
    socklen_t size = sizeof address;
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    if (::bind(listener_, plain, size) != 0 || ::listen(listener_, 8) != 0 ||
        ::getsockname(listener_, plain, &size) != 0)
        throw std::runtime_error("no port for a platform");
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
}

CannedPlatform::~CannedPlatform() {
    ends_ = true;
    thread_.join();
    ::close(listener_);
}

std::string CannedPlatform::url(const std::string& host) const {
    return "https://" + host + ":" + std::to_string(port_);
}

void CannedPlatform::serve() {
    pollfd wait{.fd = listener_, .events = POLLIN, .revents = 0};
    while (!ends_) {
        if (::poll(&wait, 1, kLookAgainMs) <= 0)
            continue;
        const int socket = ::accept(listener_, nullptr, nullptr);
        answer(socket);
        ::close(socket);
    }
}

void CannedPlatform::answer(int socket) const {
    if (options_.manner == Manner::plain)
        return answerPlainly(socket, options_.answer);
    SSL_CTX* context = SSL_CTX_new(TLS_server_method());
    SSL_CTX_use_certificate_chain_file(context, options_.certFile.c_str());
    SSL_CTX_use_PrivateKey_file(context, options_.keyFile.c_str(), SSL_FILETYPE_PEM);
    if (!options_.clientCa.empty()) {
        SSL_CTX_load_verify_file(context, options_.clientCa.c_str());
        SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    }
    SSL* session = SSL_new(context);
    SSL_set_fd(session, socket);
    std::array<char, 4096> head{};
    if (SSL_accept(session) == 1 && SSL_read(session, head.data(), head.size()) > 0) {
        SSL_write(session, options_.answer.data(), static_cast<int>(options_.answer.size()));
        SSL_shutdown(session);
    }
    SSL_free(session);
    SSL_CTX_free(context);
}

} // namespace kiosk::tests
