// SPDX-License-Identifier: Apache-2.0
#include "tests/support/swtpm.h"

#include <chrono>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "firmware/base/process/descriptor.h"

namespace kiosk::tests {

namespace {

constexpr std::chrono::seconds kPatience{10};

std::unexpected<Error> cannotStart(std::string_view why) {
    return fail(ErrorKind::unavailable, "swtpm.start", Remedy::technician, why);
}

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

Descriptor newSocket() {
    return Descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
}

/// The port that it got; 0 where this one is taken.
int bound(const Descriptor& socket, int port) {
    sockaddr_in address = loopback(port);
    socklen_t size = sizeof address;
    auto* plain = static_cast<sockaddr*>(static_cast<void*>(&address));
    if (::bind(socket.number(), plain, size) != 0 ||
        ::getsockname(socket.number(), plain, &size) != 0)
        return 0;
    return ntohs(address.sin_port);
}

/// One that is free, as is the next: the TSS looks for the control channel there.
int freePorts() {
    const Descriptor one = newSocket();
    const Descriptor next = newSocket();
    const int port = bound(one, 0);
    return port > 0 && bound(next, port + 1) == port + 1 ? port : 0;
}

bool answers(int port) {
    const Descriptor socket = newSocket();
    const sockaddr_in address = loopback(port);
    const auto* plain = static_cast<const sockaddr*>(static_cast<const void*>(&address));
    return ::connect(socket.number(), plain, sizeof address) == 0;
}

} // namespace

Result<std::unique_ptr<Swtpm>> Swtpm::start() {
    tpm::silenceLibrary();
    std::unique_ptr<Swtpm> tpm(new Swtpm);
    TRY(tpm->powerOn());
    return tpm;
}

Result<> Swtpm::powerOn() {
    constexpr int kTries = 5; // somebody may take a port between finding and using it
    Result<> started;
    for (int i = 0; i < kTries; ++i) {
        started = startOnce();
        if (started || started.error().code() != "swtpm.start")
            return started;
    }
    return started;
}

Result<> Swtpm::startOnce() {
    port_ = freePorts();
    if (port_ == 0)
        return cannotStart("no two ports side by side");
    const std::string at = std::to_string(port_);
    const std::string control = std::to_string(port_ + 1);
    process_ = TRY(ChildProcess::start(
        {.command = {"swtpm", "socket", "--tpm2", "--tpmstate", "dir=" + folder_.path().string(),
                     "--server", "type=tcp,port=" + at, "--ctrl", "type=tcp,port=" + control,
                     "--flags", "not-need-init,startup-clear"},
         .environment = {},
         .log = folder_.path() / "log"}));
    // Nothing tells when a program listens but trying; its TPM's port comes first.
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (process_.running() && std::chrono::steady_clock::now() < deadline) {
        if (answers(port_ + 1) && answers(port_))
            return {};
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return cannotStart("it does not answer: is the package swtpm installed?");
}

tpm::Place Swtpm::place() const {
    return {.transport = {KIOSK_LIBTSS2_TCTI_SWTPM, "Tss2_Tcti_Swtpm_Init",
                          "host=127.0.0.1,port=" + std::to_string(port_)},
            .node = folder_.path() / "log", // some file: that there is one is what tells
            .told = {},
            .isOurs = true};
}

void Swtpm::cutPower() {
    process_.kill();
}

} // namespace kiosk::tests
