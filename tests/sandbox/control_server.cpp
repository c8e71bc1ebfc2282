// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/control_server.h"

#include <thread>

#include <httplib.h>
#include <nlohmann/json.hpp>

#include "firmware/authority/json_dialect.h"
#include "tests/sandbox/held_port.h"

namespace kiosk::sandbox {

namespace {

using nlohmann::json;

constexpr const char* kJsonType = "application/json";

json deliveryEntry(const std::string& region, const Delivery& delivery) {
    return {{"region", region},
            {"key", delivery.key},
            {"operation", name(delivery.operation)},
            {"receipts", delivery.receipts},
            {"executions", delivery.executions},
            {"holderMasked", delivery.holderMasked},
            {"pickupNumber", delivery.pickupNumber},
            {"note", delivery.note}};
}

json copyEntry(const std::string& region, const Copy& copy) {
    return {
        {"region", region},         {"copyNumber", copy.number}, {"identifier", copy.identifier},
        {"purpose", copy.purpose},  {"state", name(copy.state)}, {"pages", copy.pages},
        {"onBehalf", copy.onBehalf}};
}

/// {"fault":"down","times":1,"lateMs":250}: each member may be left out.
Result<> applyFault(RegionServer& server, const json& wanted) {
    if (wanted.contains("lateMs"))
        server.setLate(std::chrono::milliseconds(wanted.at("lateMs").get<int>()));
    if (!wanted.contains("fault"))
        return {};
    const PlatformFault fault = TRY(faultNamed(wanted.at("fault").get<std::string>()));
    std::optional<int> times;
    if (wanted.contains("times"))
        times = wanted.at("times").get<int>();
    return server.setFault(fault, times);
}

/// {"identifier":"1.2.156…","state":"07"}
Result<> applyState(RegionServer& server, const json& wanted) {
    return server.service().setState(
        wanted.at("identifier").get<std::string>(),
        authority::dialect::stateOf(wanted.at("state").get<std::string>()));
}

class HttpControlServer final : public ControlServer {
public:
    HttpControlServer(Sandbox& sandbox, HeldPort port)
        : sandbox_(sandbox), port_(std::move(port)) {}
    ~HttpControlServer() override {
        server_.stop();
        if (thread_.joinable())
            thread_.join();
    }

    Result<> start();
    std::string url() const override {
        return "http://127.0.0.1:" + std::to_string(port_.number());
    }

private:
    using Change = Result<> (*)(RegionServer&, const json&);
    void route();
    void change(const httplib::Request& request, httplib::Response& response, Change apply);
    /// Lists something of every region.
    template <typename List, typename Write>
    void list(httplib::Response& response, const List& listOf, const Write& write);

    Sandbox& sandbox_;
    HeldPort port_;
    httplib::Server server_;
    std::thread thread_;
};

Result<> HttpControlServer::start() {
    route();
    server_.set_tcp_nodelay(true);
    server_.set_socket_options([](int socket) {
        const int on = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    });
    if (!server_.bind_to_port("127.0.0.1", port_.number()))
        return fail(ErrorKind::configuration, "sandbox.server", Remedy::technician, "control");
    thread_ = std::thread([this] { server_.listen_after_bind(); });
    while (!server_.is_running())
        std::this_thread::yield();
    return {};
}

void HttpControlServer::route() {
    server_.Get("/delivered", [this](const auto&, auto& response) {
        list(response, [](RegionService& service) { return service.deliveries(); }, deliveryEntry);
    });
    server_.Get("/copies", [this](const auto&, auto& response) {
        list(response, [](RegionService& service) { return service.copies(); }, copyEntry);
    });
    server_.Post(R"(/regions/(\d{6})/fault)", [this](const auto& request, auto& response) {
        change(request, response, applyFault);
    });
    server_.Post(R"(/regions/(\d{6})/state)", [this](const auto& request, auto& response) {
        change(request, response, applyState);
    });
}

void HttpControlServer::change(const httplib::Request& request, httplib::Response& response,
                               Change apply) {
    RegionServer* server = sandbox_.server(request.matches[1].str());
    if (server == nullptr) {
        response.status = 404;
        return;
    }
    try {
        const auto done = apply(*server, json::parse(request.body));
        response.status = done ? 200 : 400;
        const json answer =
            done ? json{{"fault", name(server->fault())}} : json{{"error", done.error().code()}};
        response.set_content(answer.dump(), kJsonType);
    } catch (const json::exception&) {
        response.status = 400;
        response.set_content(R"({"error":"not the JSON expected"})", kJsonType);
    }
}

template <typename List, typename Write>
void HttpControlServer::list(httplib::Response& response, const List& listOf, const Write& write) {
    json all = json::array();
    for (const auto& server : sandbox_.servers()) {
        const auto items = listOf(server->service());
        if (!items) {
            response.status = 500;
            return;
        }
        for (const auto& item : *items)
            all.push_back(write(server->service().region().code, item));
    }
    response.set_content(all.dump(), kJsonType);
}

} // namespace

Result<std::unique_ptr<ControlServer>> ControlServer::open(Sandbox& sandbox, int port) {
    auto server = std::make_unique<HttpControlServer>(sandbox, TRY(HeldPort::take(port)));
    TRY(server->start());
    return server;
}

} // namespace kiosk::sandbox
