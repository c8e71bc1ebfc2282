// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/sandbox_process.h"

#include <thread>

#include <httplib.h>
#include <nlohmann/json.hpp>

#include "firmware/base/files.h"
#include "firmware/base/text.h"

namespace kiosk::bench {

namespace {

using nlohmann::json;
using namespace std::chrono_literals;

constexpr auto kStartPatience = 240s; // a guest translated by software is slow
constexpr auto kBetweenLooks = 30ms;

std::unexpected<Error> silent(std::string_view detail) {
    return fail(ErrorKind::timedOut, "bench.sandbox-silent", Remedy::technician, detail);
}

/// The line the sandbox prints when both regions answer; nothing before.
std::optional<json> readyLine(const std::filesystem::path& log) {
    const Result<Bytes> bytes = readFile(log);
    if (!bytes)
        return std::nullopt;
    const std::string text = toText(*bytes);
    for (std::string_view line : split(text, '\n')) {
        json parsed = json::parse(line, nullptr, false);
        if (parsed.is_object() && parsed.value("ready", false))
            return parsed;
    }
    return std::nullopt;
}

} // namespace

Result<SandboxProcess> SandboxProcess::start(const std::filesystem::path& program,
                                             const std::filesystem::path& folder) {
    SandboxProcess sandbox;
    sandbox.folder_ = folder;
    std::filesystem::create_directories(folder);
    const auto log = folder / "sandbox.log";
    std::filesystem::remove(log); // one that an earlier sandbox left says "ready" too
    sandbox.process_ = TRY(tests::ChildProcess::start(
        {.command = {program.string(), "--state", folder.string()}, .log = log}));
    const auto deadline = std::chrono::steady_clock::now() + kStartPatience;
    std::optional<json> ready;
    while (!(ready = readyLine(log))) {
        if (!sandbox.process_.running() || std::chrono::steady_clock::now() > deadline)
            return silent("see " + log.filename().string());
        std::this_thread::sleep_for(kBetweenLooks);
    }
    sandbox.control_ = ready->at("control").get<std::string>();
    for (const json& region : ready->at("regions"))
        sandbox.regionCodes_.push_back(region.at("code").get<std::string>());
    return sandbox;
}

Result<SandboxProcess> SandboxProcess::elsewhere(const std::filesystem::path& folder,
                                                 const std::string& control) {
    SandboxProcess sandbox;
    sandbox.folder_ = folder;
    sandbox.control_ = control;
    const json file = json::parse(toText(TRY(readFile(sandbox.regionsFile()))), nullptr, false);
    if (file.is_object())
        for (const json& region : file.value("regions", json::array()))
            sandbox.regionCodes_.push_back(region.value("code", ""));
    if (sandbox.regionCodes_.empty())
        return silent("no regions in " + sandbox.regionsFile().string());
    return sandbox;
}

Result<> SandboxProcess::setFault(const std::string& regionCode, const std::string& fault,
                                  std::optional<int> times) const {
    json wanted{{"fault", fault}};
    if (times)
        wanted["times"] = *times;
    const auto answer = httplib::Client(control_).Post("/regions/" + regionCode + "/fault",
                                                       wanted.dump(), "application/json");
    if (!answer || answer->status != 200)
        return silent("the fault was not set");
    return {};
}

Result<Stage::Delivered> SandboxProcess::delivered() const {
    const auto answer = httplib::Client(control_).Get("/delivered");
    if (!answer || answer->status != 200)
        return silent("deliveries were not told");
    Stage::Delivered total;
    for (const json& delivery : json::parse(answer->body)) {
        const int executions = delivery.value("executions", 0);
        total.requests += executions > 0 ? 1 : 0;
        total.mostForOneKey = std::max(total.mostForOneKey, executions);
    }
    return total;
}

} // namespace kiosk::bench
