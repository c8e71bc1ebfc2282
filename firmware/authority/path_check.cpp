// SPDX-License-Identifier: Apache-2.0
#include "firmware/authority/path_check.h"

#include <array>
#include <cerrno>
#include <ctime>
#include <memory>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netdb.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <sys/socket.h>

#include "firmware/base/process/descriptor.h"

namespace kiosk::authority {

namespace {

struct FreeAddresses {
    void operator()(addrinfo* list) const { ::freeaddrinfo(list); }
};
struct FreeContext {
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
};
struct FreeSession {
    void operator()(SSL* session) const { SSL_free(session); }
};
using Addresses = std::unique_ptr<addrinfo, FreeAddresses>;
using Context = std::unique_ptr<SSL_CTX, FreeContext>;
using Session = std::unique_ptr<SSL, FreeSession>;

/// "https://[::1]:8443/x" → "::1", "8443".
void readUrl(PathSeen& seen, std::string_view url) {
    url = url.substr(url.find("://") == url.npos ? 0 : url.find("://") + 3);
    url = url.substr(0, url.find('/'));
    const bool isBracketed = url.starts_with('[') && url.find(']') != url.npos;
    const std::size_t end = isBracketed ? url.find(']') + 1 : std::min(url.find(':'), url.size());
    seen.host = isBracketed ? url.substr(1, end - 2) : url.substr(0, end);
    seen.port = url.size() > end + 1 ? url.substr(end + 1) : "443";
}

Addresses lookUp(PathSeen& seen) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* list = nullptr;
    const int fault = ::getaddrinfo(seen.host.c_str(), seen.port.c_str(), &hints, &list);
    Addresses addresses(fault == 0 ? list : nullptr);
    if (fault != 0)
        seen.lookUpFault = ::gai_strerror(fault);
    for (const addrinfo* at = addresses.get(); at != nullptr; at = at->ai_next) {
        std::array<char, NI_MAXHOST> text{};
        if (::getnameinfo(at->ai_addr, at->ai_addrlen, text.data(), text.size(), nullptr, 0,
                          NI_NUMERICHOST) == 0)
            seen.addresses.emplace_back(text.data());
    }
    return addresses;
}

/// The kernel chooses a way when a datagram socket is connected, and sends nothing.
int routeFaultTo(const addrinfo& to) {
    const Descriptor socket(::socket(to.ai_family, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    if (socket.number() < 0)
        return errno;
    return ::connect(socket.number(), to.ai_addr, to.ai_addrlen) == 0 ? 0 : errno;
}

/// Any of the addresses will do.
const addrinfo* reachable(PathSeen& seen, const Addresses& addresses) {
    for (const addrinfo* at = addresses.get(); at != nullptr; at = at->ai_next) {
        seen.routeFault = routeFaultTo(*at);
        if (seen.routeFault == 0)
            return at;
    }
    return nullptr;
}

/// errno of a connection under way, when it is decided; ETIMEDOUT after the patience.
int decided(int socket, std::chrono::milliseconds patience) {
    pollfd wait{.fd = socket, .events = POLLOUT, .revents = 0};
    if (::poll(&wait, 1, static_cast<int>(patience.count())) <= 0)
        return ETIMEDOUT;
    int fault = 0;
    socklen_t size = sizeof fault;
    ::getsockopt(socket, SOL_SOCKET, SO_ERROR, &fault, &size);
    return fault;
}

/// Then a socket that blocks, for no longer than the patience at a time.
Descriptor connectTo(PathSeen& seen, const addrinfo& to, std::chrono::milliseconds patience) {
    Descriptor socket(::socket(to.ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    seen.connectFault = 0;
    if (::connect(socket.number(), to.ai_addr, to.ai_addrlen) != 0)
        seen.connectFault = errno == EINPROGRESS ? decided(socket.number(), patience) : errno;
    ::fcntl(socket.number(), F_SETFL, 0);
    const timeval limit{.tv_sec = patience.count() / 1000,
                        .tv_usec = patience.count() % 1000 * 1000};
    for (const int option : {SO_RCVTIMEO, SO_SNDTIMEO})
        ::setsockopt(socket.number(), SOL_SOCKET, option, &limit, sizeof limit);
    return socket;
}

std::string lastWords() {
    const unsigned long code = ERR_peek_last_error();
    const char* words = code == 0 ? nullptr : ERR_reason_error_string(code);
    ERR_clear_error();
    return words == nullptr ? "the connection ended" : words;
}

/// Nothing where one of the kiosk's own files is not what it should be.
Context contextFor(const JsonAuthorityOptions& options) {
    Context context(SSL_CTX_new(TLS_client_method()));
    const bool made =
        context && SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION) == 1 &&
        SSL_CTX_load_verify_file(context.get(), options.caFile.c_str()) == 1 &&
        SSL_CTX_use_certificate_chain_file(context.get(), options.certFile.c_str()) == 1 &&
        SSL_CTX_use_PrivateKey_file(context.get(), options.keyFile.c_str(), SSL_FILETYPE_PEM) == 1;
    return made ? std::move(context) : nullptr;
}

std::optional<WallTime> timeOf(const ASN1_TIME* time) {
    std::tm parts{};
    if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1)
        return std::nullopt;
    return std::chrono::system_clock::from_time_t(::timegm(&parts));
}

bool isFor(X509* certificate, const std::string& host) {
    return X509_check_ip_asc(certificate, host.c_str(), 0) == 1 ||
           X509_check_host(certificate, host.c_str(), host.size(), 0, nullptr) == 1;
}

TlsSeen verdictOf(long verified) {
    switch (verified) {
    case X509_V_OK:
        return TlsSeen::held;
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return TlsSeen::expired;
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return TlsSeen::notYetValid;
    default: // OpenSSL's list, not ours
        return TlsSeen::unknownIssuer;
    }
}

void judge(PathSeen& seen, SSL* session) {
    X509* certificate = SSL_get0_peer_certificate(session);
    const long verified = SSL_get_verify_result(session);
    seen.validFrom = timeOf(X509_get0_notBefore(certificate));
    seen.validUntil = timeOf(X509_get0_notAfter(certificate));
    seen.tls = verdictOf(verified);
    if (seen.tls != TlsSeen::held)
        seen.tlsFault = X509_verify_cert_error_string(verified);
    else if (!isFor(certificate, seen.host)) {
        seen.tls = TlsSeen::otherName;
        seen.tlsFault = X509_verify_cert_error_string(X509_V_ERR_HOSTNAME_MISMATCH);
    }
}

/// The handshake goes on with a certificate of no worth, so that all of it can be told.
Session shakeHands(PathSeen& seen, const JsonAuthorityOptions& options, int socket) {
    ERR_clear_error();
    const Context context = contextFor(options);
    if (!context) {
        seen.tls = TlsSeen::ownFiles;
        seen.tlsFault = lastWords();
        return nullptr;
    }
    Session session(SSL_new(context.get()));
    SSL_set_fd(session.get(), socket);
    // SSL_set_tlsext_host_name, without the cast that its macro makes
    SSL_ctrl(session.get(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name,
             seen.host.data());
    if (SSL_connect(session.get()) != 1 || SSL_get0_peer_certificate(session.get()) == nullptr) {
        seen.tls = TlsSeen::noHandshake;
        seen.tlsFault = lastWords();
        return nullptr;
    }
    judge(seen, session.get());
    return session;
}

/// RFC 9110, 5.6.7: "Date: Fri, 27 Nov 2026 08:00:00 GMT".
std::optional<WallTime> dateIn(const std::string& head) {
    const std::size_t at = head.find("\r\nDate: ");
    std::tm parts{};
    if (at == head.npos ||
        ::strptime(head.c_str() + at + 8, "%a, %d %b %Y %H:%M:%S GMT", &parts) == nullptr)
        return std::nullopt;
    return std::chrono::system_clock::from_time_t(::timegm(&parts));
}

/// With TLS 1.3 a platform that does not take our certificate says so only now.
void askTime(PathSeen& seen, SSL* session) {
    constexpr std::size_t kMost = 16384;
    const std::string question =
        "HEAD / HTTP/1.1\r\nHost: " + seen.host + "\r\nConnection: close\r\n\r\n";
    std::string head;
    errno = 0;
    if (SSL_write(session, question.data(), static_cast<int>(question.size())) > 0)
        for (std::array<char, 1024> part{}; head.size() < kMost;) {
            const int count = SSL_read(session, part.data(), part.size());
            if (count <= 0)
                break;
            head.append(part.data(), static_cast<std::size_t>(count));
        }
    // An alert, or a connection that was reset before it could be read.
    const bool isThrownOut = ERR_peek_last_error() != 0 || errno == ECONNRESET || errno == EPIPE;
    if (head.empty() && isThrownOut) {
        seen.tls = TlsSeen::noHandshake;
        seen.tlsFault = lastWords();
    }
    seen.platformTime = dateIn(head);
}

} // namespace

PathSeen goAlong(const JsonAuthorityOptions& options) {
    PathSeen seen;
    readUrl(seen, options.url);
    const Addresses addresses = lookUp(seen);
    const addrinfo* to = reachable(seen, addresses);
    if (to == nullptr)
        return seen;
    const Descriptor socket = connectTo(seen, *to, options.connectTimeout);
    if (seen.connectFault != 0)
        return seen;
    const Session session = shakeHands(seen, options, socket.number());
    if (session && seen.tls == TlsSeen::held)
        askTime(seen, session.get());
    return seen;
}

} // namespace kiosk::authority
