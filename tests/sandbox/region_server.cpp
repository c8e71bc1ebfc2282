// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/region_server.h"

#include <array>
#include <ctime>
#include <future>
#include <thread>

#include <httplib.h>
#include <sys/socket.h>

#include "tests/sandbox/held_port.h"
#include "tests/sandbox/wire.h"

namespace kiosk::sandbox {

namespace {

constexpr int kThreads = 16;
constexpr std::chrono::milliseconds kLookAgain{5};
constexpr std::size_t kMaxRequest = 1U << 20;
constexpr int kRefusedByFault = 100;

/// httplib's own choice would share the port with a second server; ours fails instead.
void reuseAddressOnly(int socket) {
    const int on = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
}

/// Ends this process's connections with the given port at their far end (::getpeername) or at ours
/// (::getsockname). httplib knows no way to close without an answer, and lets idle connections wait
/// out their time when it stops; neither shows its sockets.
void cutConnections(int port, decltype(&::getpeername) endOf) {
    constexpr int kMaxDescriptors = 1024;
    for (int descriptor = 3; descriptor < kMaxDescriptors; ++descriptor) {
        sockaddr_in address{};
        socklen_t size = sizeof address;
        if (endOf(descriptor, reinterpret_cast<sockaddr*>(&address), &size) == 0 &&
            address.sin_family == AF_INET && ntohs(address.sin_port) == port)
            ::shutdown(descriptor, SHUT_RDWR);
    }
}

/// As every platform's answer says (RFC 9110, 6.6.1), by the machine's own clock.
std::string httpDate() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    std::array<char, 64> text{};
    std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", ::gmtime_r(&now, &parts));
    return text.data();
}

/// One time of listening: from construction until destruction.
class Listening {
public:
    Listening(const TlsIdentity& identity, const std::filesystem::path& clientCa)
        : server_(identity.certFile.c_str(), identity.keyFile.c_str(), clientCa.c_str()) {
        server_.set_tcp_nodelay(true);
        server_.set_keep_alive_max_count(1'000'000);
        server_.set_keep_alive_timeout(30);
        server_.set_payload_max_length(kMaxRequest);
        server_.set_socket_options(reuseAddressOnly);
        server_.set_pre_routing_handler([](const auto&, httplib::Response& response) {
            response.set_header("Date", httpDate());
            return httplib::Server::HandlerResponse::Unhandled;
        });
        server_.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
    }
    ~Listening() {
        server_.stop();
        while (loop_.valid() && loop_.wait_for(kLookAgain) != std::future_status::ready)
            cutConnections(port_, &::getsockname);
    }
    Listening(const Listening&) = delete;
    Listening& operator=(const Listening&) = delete;

    Result<> start(int port, httplib::Server::Handler handler) {
        if (!server_.is_valid() || !nameSessions() || !server_.bind_to_port("127.0.0.1", port))
            return fail(ErrorKind::configuration, "sandbox.server", Remedy::technician,
                        "port " + std::to_string(port));
        server_.Post("/.*", std::move(handler));
        port_ = port;
        loop_ = std::async(std::launch::async, [this] { server_.listen_after_bind(); });
        // stop() before the loop runs would be lost.
        while (!server_.is_running())
            std::this_thread::yield();
        return {};
    }

private:
    /// Without a context of their own, OpenSSL refuses to resume sessions in which the client
    /// showed a certificate, and ends the handshake.
    bool nameSessions() {
        constexpr unsigned char kName[] = "sandbox";
        return SSL_CTX_set_session_id_context(server_.ssl_context(), kName, sizeof kName) == 1;
    }

    httplib::SSLServer server_;
    int port_ = 0;
    std::future<void> loop_;
};

class HttpsRegionServer final : public RegionServer {
public:
    HttpsRegionServer(RegionService& service, ServerTls tls, HeldPort port)
        : service_(service), tls_(std::move(tls)), port_(std::move(port)) {}
    ~HttpsRegionServer() override { faults_.interrupt(); }

    Result<> listen(const TlsIdentity& identity);

    const RegionService& service() const override { return service_; }
    RegionService& service() override { return service_; }
    std::string url() const override {
        return "https://127.0.0.1:" + std::to_string(port_.number());
    }
    Result<> setFault(PlatformFault fault, std::optional<int> times) override;
    void setLate(std::chrono::milliseconds delay) override { faults_.setLate(delay); }
    PlatformFault fault() const override { return faults_.current(); }

private:
    void answer(const httplib::Request& request, httplib::Response& response);

    RegionService& service_;
    ServerTls tls_;
    HeldPort port_;
    FaultSwitch faults_;
    std::mutex switching_; ///< guards listening_
    std::unique_ptr<Listening> listening_;
};

Result<> HttpsRegionServer::listen(const TlsIdentity& identity) {
    auto next = std::make_unique<Listening>(identity, tls_.clientCa);
    TRY(next->start(port_.number(),
                    [this](const auto& request, auto& response) { answer(request, response); }));
    listening_ = std::move(next);
    return {};
}

Result<> HttpsRegionServer::setFault(PlatformFault fault, std::optional<int> times) {
    const std::scoped_lock lock(switching_);
    const auto onConnections = [](PlatformFault which) {
        return which == PlatformFault::down || which == PlatformFault::wrongCertificate;
    };
    const bool anew = onConnections(fault) || onConnections(faults_.current());
    faults_.set(fault, onConnections(fault) ? std::nullopt : times);
    if (!anew)
        return {};
    faults_.interrupt();
    listening_.reset();
    if (fault == PlatformFault::down)
        return {};
    return listen(fault == PlatformFault::wrongCertificate ? tls_.rogue : tls_.own);
}

void HttpsRegionServer::answer(const httplib::Request& request, httplib::Response& response) {
    faults_.waitWhileLate();
    const PlatformFault fault = faults_.take();
    if (fault == PlatformFault::dropBeforeCommit)
        return cutConnections(request.remote_port, &::getpeername);
    WireAnswer answer;
    if (fault == PlatformFault::refused)
        answer = wireRefusal(kRefusedByFault);
    else if (fault == PlatformFault::outOfService)
        answer.httpStatus = 503;
    else
        answer = answerCall(service_, request.path, request.body);
    if (fault == PlatformFault::dropAfterCommit)
        return cutConnections(request.remote_port, &::getpeername);
    if (fault == PlatformFault::garbled)
        answer.body.resize(answer.body.size() / 2);
    response.status = answer.httpStatus;
    response.set_content(answer.body, answer.contentType.c_str());
}

} // namespace

Result<std::unique_ptr<RegionServer>> RegionServer::open(RegionService& service, ServerTls tls,
                                                         int port) {
    const TlsIdentity own = tls.own;
    auto server =
        std::make_unique<HttpsRegionServer>(service, std::move(tls), TRY(HeldPort::take(port)));
    TRY(server->listen(own));
    return server;
}

} // namespace kiosk::sandbox
