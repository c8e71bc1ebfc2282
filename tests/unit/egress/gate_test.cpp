// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <functional>
#include <future>
#include <random>

#include <arpa/inet.h>
#include <catch2/catch.hpp>
#include <sys/socket.h>

#include "firmware/egress/socks.h"
#include "tests/support/egress_door.h"

namespace kiosk::egress {

namespace {

using namespace std::chrono_literals;

/// All until the other side ends, or breaks off.
Bytes readAll(int socket) {
    Bytes all;
    std::array<std::byte, 4096> part{};
    for (ssize_t got = 0; (got = ::recv(socket, part.data(), part.size(), 0)) > 0;)
        all.insert(all.end(), part.begin(), part.begin() + got);
    return all;
}

Bytes readSome(int socket, std::size_t count) {
    Bytes bytes(count);
    const ssize_t got = ::recv(socket, bytes.data(), count, MSG_WAITALL);
    bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return bytes;
}

void send(int socket, const Bytes& bytes) {
    REQUIRE(::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
            static_cast<ssize_t>(bytes.size()));
}

/// Somebody at a port of this machine, who does this with whoever comes, one after the other.
class Host {
public:
    explicit Host(std::function<void(int)> serve) : serve_(std::move(serve)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* plain = reinterpret_cast<sockaddr*>(&address);
        REQUIRE(::bind(socket_.number(), plain, size) == 0);
        REQUIRE(::listen(socket_.number(), 8) == 0);
        REQUIRE(::getsockname(socket_.number(), plain, &size) == 0);
        place_ = {"127.0.0.1", ntohs(address.sin_port)};
        thread_ = std::jthread([this] {
            for (;;) {
                const Descriptor visitor(::accept(socket_.number(), nullptr, nullptr));
                if (!visitor)
                    return;
                serve_(visitor.number());
            }
        });
    }
    ~Host() { ::shutdown(socket_.number(), SHUT_RDWR); }
    Host(const Host&) = delete;
    Host& operator=(const Host&) = delete;

    const Destination& place() const { return place_; }

private:
    std::function<void(int)> serve_;
    Descriptor socket_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    Destination place_;
    std::jthread thread_;
};

/// Says what it was told, once the other has ended.
void echo(int visitor) {
    const Bytes told = readAll(visitor);
    ::send(visitor, told.data(), told.size(), MSG_NOSIGNAL);
}

struct Door : tests::EgressDoor {
    using EgressDoor::EgressDoor;

    /// By SOCKS, with what follows the request already sent; returns the server's reply.
    Descriptor asks(const Destination& to, unsigned& reply, const Bytes& behind = {}) const {
        Descriptor socket = visit("regions");
        send(socket.number(), request(to, behind));
        const Bytes answer = readSome(socket.number(), 12);
        REQUIRE(answer.size() == 12);
        reply = std::to_integer<unsigned>(answer[3]);
        return socket;
    }
    static Bytes request(const Destination& to, const Bytes& behind) {
        Bytes bytes = fromHex("05010005010003").value();
        bytes.push_back(std::byte(to.host.size()));
        const Bytes name = toBytes(to.host);
        bytes.insert(bytes.end(), name.begin(), name.end());
        bytes.push_back(std::byte(to.port >> 8U));
        bytes.push_back(std::byte(to.port & 0xFFU));
        bytes.insert(bytes.end(), behind.begin(), behind.end());
        return bytes;
    }
};

unsigned replyTo(const Door& door, const Destination& to) {
    unsigned reply = 0xFF;
    door.asks(to, reply);
    return reply;
}

} // namespace

TEST_CASE("egress: bytes go both ways, also those behind the request, until each side has ended") {
    const Host host(echo);
    Door door({{host.place()}, {}});
    REQUIRE(door.open("regions"));
    for (int time = 0; time < 3; ++time) {
        unsigned reply = 0xFF;
        const Descriptor socket = door.asks(host.place(), reply, toBytes("behind "));
        REQUIRE(reply == 0);
        send(socket.number(), toBytes("and later"));
        ::shutdown(socket.number(), SHUT_WR);
        CHECK(toText(readAll(socket.number())) == "behind and later");
    }
}

TEST_CASE("egress: much in both directions at once arrives whole, however slowly it is taken") {
    std::mt19937 random(7);
    Bytes much(3U << 20);
    for (std::byte& each : much)
        each = static_cast<std::byte>(random());
    std::promise<Bytes> arrived;
    const Host host([&](int visitor) {
        std::jthread sender([&] { ::send(visitor, much.data(), much.size(), MSG_NOSIGNAL); });
        Bytes all = readAll(visitor);
        sender.join();
        ::shutdown(visitor, SHUT_WR);
        arrived.set_value(std::move(all));
    });
    Door door({{host.place()}, {}});
    REQUIRE(door.open("regions"));
    unsigned reply = 0xFF;
    const Descriptor socket = door.asks(host.place(), reply);
    REQUIRE(reply == 0);
    Bytes back;
    {
        std::jthread reader([&] { back = readAll(socket.number()); });
        send(socket.number(), much);
        ::shutdown(socket.number(), SHUT_WR);
    }
    CHECK(back == much);
    CHECK(arrived.get_future().get() == much);
}

TEST_CASE("egress: nobody is connected to where it is not allowed, and each failure says which") {
    const Host allowed(echo);
    const Host other(echo);
    const Destination closed{"127.0.0.1", 1};
    const Destination nameless{std::string(64, 'a'), 443}; // no label may be so long
    Door door({{allowed.place(), closed, nameless}, {{"printer", other.place()}}});
    REQUIRE(door.open("regions"));
    CHECK(replyTo(door, allowed.place()) == static_cast<unsigned>(Reply::granted));
    CHECK(replyTo(door, other.place()) == static_cast<unsigned>(Reply::notAllowed));
    CHECK(replyTo(door, {"localhost", allowed.place().port}) ==
          static_cast<unsigned>(Reply::notAllowed)); // by another name it is another
    CHECK(replyTo(door, closed) == static_cast<unsigned>(Reply::refused));
    CHECK(replyTo(door, nameless) == static_cast<unsigned>(Reply::noHost));
}

TEST_CASE("egress: a printer's socket leads to the printer, and to nothing without one") {
    const Host printer(echo);
    Door door({{}, {{"printer", printer.place()}}});
    REQUIRE(door.open("printer"));
    const Descriptor socket = door.visit("printer");
    send(socket.number(), toBytes("POST /ipp/print"));
    ::shutdown(socket.number(), SHUT_WR);
    CHECK(toText(readAll(socket.number())) == "POST /ipp/print");
    const auto none = door.open("receiptPrinter");
    REQUIRE_FALSE(none);
    CHECK(none.error().code() == "egress.no-way");
}

TEST_CASE("egress: one more than the most is closed at once, and has room when another has gone") {
    const Host host(echo);
    Door door({{host.place()}, {}}, {.patience = 5s, .connections = 1});
    REQUIRE(door.open("regions"));
    unsigned reply = 0xFF;
    {
        const Descriptor first = door.asks(host.place(), reply);
        REQUIRE(reply == 0);
        const Descriptor second = door.visit("regions");
        CHECK(readAll(second.number()).empty());
        ::shutdown(first.number(), SHUT_WR);
        CHECK(readAll(first.number()).empty()); // it has ended, and so has what served it, soon
    }
    for (reply = 0xFF; reply != 0;) {
        const Descriptor again = door.visit("regions");
        // Closed before it has asked, as long as there is no room.
        const Bytes request = Door::request(host.place(), {});
        ::send(again.number(), request.data(), request.size(), MSG_NOSIGNAL);
        const Bytes answer = readSome(again.number(), 12);
        if (answer.size() == 12)
            reply = std::to_integer<unsigned>(answer[3]);
    }
    CHECK(reply == 0);
}

TEST_CASE("egress: the gate's end ends what it carries, and what is being asked") {
    const Host host(echo);
    Door door({{host.place()}, {}});
    REQUIRE(door.open("regions"));
    unsigned reply = 0xFF;
    const Descriptor carried = door.asks(host.place(), reply);
    REQUIRE(reply == 0);
    const Descriptor asking = door.visit("regions");
    door.close();
    CHECK(readAll(carried.number()).empty());
    CHECK(readAll(asking.number()).empty());
}

} // namespace kiosk::egress
