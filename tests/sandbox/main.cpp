// SPDX-License-Identifier: Apache-2.0
#include <csignal>
#include <cstdio>
#include <cstdlib>

#include <nlohmann/json.hpp>
#include <pthread.h>

#include "firmware/base/text.h"
#include "tests/sandbox/control_server.h"

namespace kiosk::sandbox {

namespace {

constexpr int kExitFailed = 2;
constexpr int kExitUsage = 64;
constexpr const char* kUsage =
    "sandbox --state DIR [--port-a N] [--port-b N] [--control-port N] [--seen-at IP]\n"
    "Two invented regions' licence platforms on 127.0.0.1, until Ctrl-C. Port 0, the default, is\n"
    "any that is free; the line printed when ready names them. A machine of software sees them at\n"
    "IP, which then stands in regions.json and in certificates.\n";

struct CommandLine {
    SandboxOptions options;
    int controlPort = 0;
};

std::optional<int> portOf(std::string_view text) {
    const auto number = parseInteger(text);
    if (!number || *number < 0 || *number > 65535)
        return std::nullopt;
    return static_cast<int>(*number);
}

std::optional<CommandLine> parse(std::span<char*> words) {
    CommandLine line;
    for (std::size_t i = 0; i + 1 < words.size(); i += 2) {
        const std::string_view option = words[i];
        if (option == "--state") {
            line.options.state = words[i + 1];
            continue;
        }
        if (option == "--seen-at") {
            line.options.seenAt = words[i + 1];
            continue;
        }
        const auto port = portOf(words[i + 1]);
        if (!port)
            return std::nullopt;
        if (option == "--port-a")
            line.options.portA = *port;
        else if (option == "--port-b")
            line.options.portB = *port;
        else if (option == "--control-port")
            line.controlPort = *port;
        else
            return std::nullopt;
    }
    if (words.size() % 2 != 0 || line.options.state.empty())
        return std::nullopt;
    return line;
}

/// Blocked in every thread that follows, so that only main() hears of them.
sigset_t blockEndSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return signals;
}

void printReady(const Sandbox& sandbox, const ControlServer& control) {
    nlohmann::json regions = nlohmann::json::array();
    for (const auto& server : sandbox.servers())
        regions.push_back({{"code", server->service().region().code},
                           {"name", server->service().region().name},
                           {"url", server->url()}});
    const nlohmann::json ready = {{"ready", true},
                                  {"regions", regions},
                                  {"control", control.url()},
                                  {"regionsFile", sandbox.regionsFile().string()},
                                  {"trust", sandbox.trustFolder().string()}};
    std::printf("%s\n", ready.dump().c_str());
    std::fflush(stdout);
}

int failed(const Error& error) {
    std::fprintf(stderr, "sandbox: %s\n", error.line().c_str());
    return kExitFailed;
}

int run(const CommandLine& line) {
    const sigset_t signals = blockEndSignals();
    const SystemClock clock;
    SystemRandom random;
    const auto sandbox = Sandbox::open(line.options, clock, random);
    if (!sandbox)
        return failed(sandbox.error());
    const auto control = ControlServer::open(**sandbox, line.controlPort);
    if (!control)
        return failed(control.error());
    printReady(**sandbox, **control);
    int signal = 0;
    sigwait(&signals, &signal);
    return EXIT_SUCCESS;
}

} // namespace

} // namespace kiosk::sandbox

int main(int count, char** words) {
    const auto line =
        kiosk::sandbox::parse(std::span(words, static_cast<std::size_t>(count)).subspan(1));
    if (!line) {
        std::fputs(kiosk::sandbox::kUsage, stderr);
        return kiosk::sandbox::kExitUsage;
    }
    return kiosk::sandbox::run(*line);
}
