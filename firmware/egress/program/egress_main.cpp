// SPDX-License-Identifier: Apache-2.0
// `kiosk-egress ALLOWED`: the kiosk's way out. Its sockets come from the service manager, each with
// a name (LISTEN_FDS, sd_listen_fds(3)); ALLOWED is what `kioskctl net allowed` wrote.
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <unistd.h>

#include "firmware/base/files.h"
#include "firmware/base/text.h"
#include "firmware/egress/gate.h"

using namespace kiosk;

namespace {

constexpr int kFirstSocket = 3; // SD_LISTEN_FDS_START

std::string word(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

/// Their names, in the order of their numbers.
std::vector<std::string> socketsGiven() {
    if (word("LISTEN_PID") != std::to_string(::getpid()))
        return {};
    std::vector<std::string> names;
    const std::string all = word("LISTEN_FDNAMES");
    for (std::size_t begin = 0; begin <= all.size();) {
        const std::size_t end = std::min(all.find(':', begin), all.size());
        names.push_back(all.substr(begin, end - begin));
        begin = end + 1;
    }
    return names;
}

int failed(const Error& error) {
    std::fprintf(stderr, "kiosk-egress: %s\n", error.line().c_str());
    return 1;
}

} // namespace

int main(int count, char** words) {
    const std::vector<std::string> names = socketsGiven();
    if (count != 2 || names.empty()) {
        std::fputs("kiosk-egress ALLOWED: started by the service manager, with sockets\n", stderr);
        return 64;
    }
    const auto text = readFile(words[1]);
    if (!text)
        return failed(text.error());
    auto allowed = egress::allowedFrom(toText(*text));
    if (!allowed)
        return failed(allowed.error());
    sigset_t ends;
    ::sigemptyset(&ends);
    ::sigaddset(&ends, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &ends, nullptr); // before there are threads, which inherit it
    egress::Gate gate(std::move(*allowed));
    for (std::size_t i = 0; i < names.size(); ++i) {
        Descriptor socket(kFirstSocket + static_cast<int>(i));
        // A printer that is not on the network has no way there, and nobody comes for it.
        static_cast<void>(gate.serve(names[i], std::move(socket)));
    }
    int signal = 0;
    ::sigwait(&ends, &signal);
    ::_exit(0); // whoever is carried to is told by the kernel
}
