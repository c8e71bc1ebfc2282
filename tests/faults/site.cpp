// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/site.h"

#include <cstdlib>

#include "firmware/base/files.h"
#include "firmware/base/text.h"
#include "tests/support/child_process.h"

namespace kiosk::faults {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const fs::path kPrograms = fs::path(KIOSK_BINARY_DIR) / "bin";
constexpr int kFullTray = 250;
constexpr int kTonerFull = 90;

/// The kiosk's files stand in its own folder: a row may spoil them.
json regionsFor(const fs::path& regionsFile) {
    json listed = json::parse(toText(readFile(regionsFile).value()));
    json regions = listed.is_object() ? listed["regions"] : listed;
    for (json& region : regions)
        for (const char* key : {"caFile", "certFile", "keyFile", "envelopeKeyFile"})
            region[key] = (regionsFile.parent_path() / region[key].get<std::string>()).string();
    return regions;
}

std::string contentOf(const fs::path& file) {
    const auto bytes = readFile(file);
    return bytes ? toText(*bytes) : std::string();
}

} // namespace

Surroundings& surroundings() {
    static const auto instance = [] {
        auto made = std::make_unique<Surroundings>();
        made->platforms =
            bench::SandboxProcess::start(kPrograms / "sandbox", made->folder.path() / "platforms")
                .value();
        made->printer = tests::IppEvePrinter::start({}).value();
        made->putRight();
        return made;
    }();
    return *instance;
}

void Surroundings::putRight() {
    for (const std::string& code : platforms.regionCodes())
        platforms.setFault(code, "none", {}).value();
    if (!printer->putSheets(kFullTray)) {
        printer->powerOn().value();
        printer->putSheets(kFullTray).value();
    }
    printer->setTonerPercent(kTonerFull).value();
}

Site::Site() {
    const Surroundings& world = surroundings();
    fs::create_directories(state());
    fs::copy(world.platforms.trust(), trust(), fs::copy_options::recursive);
    config = {{"place", "here"},
              {"assets", KIOSK_SOURCE_DIR "/assets"},
              {"state", "state"},
              {"trust", "trust"},
              {"board", {{"widthPx", 540}, {"heightPx", 960}, {"pixelsPerMm", 2.0}}},
              {"printer", {{"module", "ipp"}, {"at", world.printer->uri()}}},
              {"regions", regionsFor(world.platforms.regionsFile())}};
}

void Site::put(std::string_view text) {
    ownText_ = true;
    writeFile(file(), bytesOf(text)).value();
}

void Site::writeConfig() const {
    if (!ownText_)
        writeFile(file(), bytesOf(config.dump(2))).value();
}

Site::Run Site::run(const std::vector<std::string>& words) {
    const fs::path told = folder() / "told";
    fs::create_directories(told);
    std::vector<std::string> command;
    if (!around.spaces.empty()) {
        command = {"unshare", "--user", "--map-root-user"};
        command.insert(command.end(), around.spaces.begin(), around.spaces.end());
    }
    const std::string script = (around.before.empty() ? "" : around.before + " || exit 99\n") +
                               "\"$@\" >\"$TOLD/out\" 2>\"$TOLD/err\"\necho $? >\"$TOLD/exit\"\n";
    for (const std::string& word :
         {std::string("sh"), std::string("-c"), script, std::string("sh")})
        command.push_back(word);
    command.insert(command.end(), words.begin(), words.end());
    auto environment = around.environment;
    environment["STATE"] = state().string();
    environment["SITE"] = folder().string();
    environment["TOLD"] = told.string();
    auto child = tests::ChildProcess::start(
                     {.command = command, .environment = environment, .log = told / "shell.log"})
                     .value();
    child.wait();
    const auto code = parseInteger(trimmed(contentOf(told / "exit")));
    Run seen{contentOf(told / "out"), contentOf(told / "err"), code ? static_cast<int>(*code) : -1};
    if (!code)
        seen.err += contentOf(told / "shell.log");
    fs::remove_all(told);
    return seen;
}

Told Site::doctor() {
    writeConfig();
    const std::vector<std::string> words{(kPrograms / "kioskctl").string(), "doctor", "--config",
                                         file().string()};
    std::vector<std::string> asJson = words;
    asJson.emplace_back("--json");
    const Run plain = run(words);
    const Run report = run(asJson);
    return {.report = json::parse(report.out, nullptr, false),
            .text = plain.out,
            .complaint = report.err,
            .exitCode = report.exitCode};
}

bool lendsSpaces() {
    static const bool lends = [] {
        auto child = tests::ChildProcess::start(
            {.command = {"sh", "-c",
                         "unshare --user --map-root-user --net --mount sh -c 'mount -t tmpfs none "
                         "/mnt && ip link add v0 type veth peer name v1' && echo yes"},
             .environment = {},
             .log = surroundings().folder.path() / "spaces"});
        if (!child)
            return false;
        child->wait();
        return contentOf(surroundings().folder.path() / "spaces").ends_with("yes\n");
    }();
    return lends;
}

} // namespace kiosk::faults
