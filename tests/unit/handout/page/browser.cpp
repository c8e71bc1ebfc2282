// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/handout/page/browser.h"

#include <fstream>
#include <stdexcept>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include "firmware/base/base64.h"

namespace kiosk::tests {

namespace {

using nlohmann::json;

constexpr const char* kProgram = "/usr/bin/chromium";
constexpr int kPatienceMs = 30000;

int pipeAt(const std::filesystem::path& path) {
    ::mkfifo(path.c_str(), S_IRUSR | S_IWUSR);
    return ::open(path.c_str(), O_RDWR | O_CLOEXEC); // both ways: opening waits for nobody
}

} // namespace

bool Browser::isInstalled() {
    return std::filesystem::exists(kProgram);
}

Browser::Browser(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    const auto commands = folder / "commands";
    const auto answers = folder / "answers";
    commands_ = pipeAt(commands);
    answers_ = pipeAt(answers);
    const std::string program = std::string("exec ") + kProgram +
                                " --headless=new --no-sandbox --disable-gpu --no-first-run "
                                "--remote-debugging-pipe --user-data-dir=\"$0/profile\" "
                                "about:blank 3<\"$0/commands\" 4>\"$0/answers\"";
    process_ = ChildProcess::start({.command = {"/bin/sh", "-c", program, folder.string()},
                                    .environment = {},
                                    .log = folder / "log"})
                   .value();
    const json target = call("Target.createTarget", {{"url", "about:blank"}});
    session_ =
        call("Target.attachToTarget", {{"targetId", target.at("targetId")}, {"flatten", true}})
            .at("sessionId");
    call("Page.enable");
}

Browser::~Browser() {
    process_.end();
    ::close(commands_);
    ::close(answers_);
}

json Browser::next() {
    constexpr std::size_t kChunk = 1U << 16;
    std::size_t end = unread_.find('\0');
    while (end == std::string::npos) {
        pollfd waiting{answers_, POLLIN, 0};
        if (::poll(&waiting, 1, kPatienceMs) != 1)
            throw std::runtime_error("the browser does not answer");
        std::string chunk(kChunk, '\0');
        chunk.resize(static_cast<std::size_t>(
            std::max<ssize_t>(0, ::read(answers_, chunk.data(), chunk.size()))));
        unread_ += chunk;
        end = unread_.find('\0');
    }
    json answer = json::parse(unread_.substr(0, end));
    unread_.erase(0, end + 1);
    return answer;
}

json Browser::call(const std::string& method, json parameters) {
    json command{{"id", ++number_}, {"method", method}};
    command["params"] = parameters.is_null() ? json::object() : std::move(parameters);
    if (!session_.empty())
        command["sessionId"] = session_;
    const std::string text = command.dump() + '\0';
    if (::write(commands_, text.data(), text.size()) != static_cast<ssize_t>(text.size()))
        throw std::runtime_error("the browser takes no command");
    while (true) {
        json answer = next();
        if (answer.value("id", 0) != number_)
            continue;
        if (answer.contains("error"))
            throw std::runtime_error(method + ": " + answer["error"].dump());
        return answer["result"];
    }
}

void Browser::open(const std::filesystem::path& file) {
    call("Page.navigate", {{"url", "file://" + file.string()}});
    waitFor("document.readyState === 'complete' && location.protocol === 'file:'");
}

json Browser::evaluate(const std::string& expression) {
    const json result =
        call("Runtime.evaluate",
             {{"expression", expression}, {"awaitPromise", true}, {"returnByValue", true}});
    if (result.contains("exceptionDetails"))
        throw std::runtime_error(expression + ": " + result["exceptionDetails"].dump());
    return result["result"].value("value", json());
}

void Browser::waitFor(const std::string& expression) {
    constexpr int kTries = 600;
    for (int tries = 0; tries < kTries; ++tries) {
        if (evaluate("new Promise((done) => setTimeout(() => done(Boolean(" + expression +
                     ")), 20))") == true)
            return;
    }
    throw std::runtime_error("never: " + expression + "\n" +
                             evaluate("document.body.innerText").get<std::string>());
}

void Browser::choose(const std::string& selector, const std::vector<std::filesystem::path>& files) {
    const json document = call("DOM.getDocument");
    const json node = call("DOM.querySelector",
                           {{"nodeId", document.at("root").at("nodeId")}, {"selector", selector}});
    json names = json::array();
    for (const auto& file : files)
        names.push_back(file.string());
    call("DOM.setFileInputFiles", {{"nodeId", node.at("nodeId")}, {"files", names}});
}

void Browser::press(const std::string& selector) {
    evaluate("document.querySelector(" + json(selector).dump() + ").click()");
}

void Browser::draw(const std::filesystem::path& file, int width) {
    constexpr int kPhoneHeight = 800;
    call("Emulation.setDeviceMetricsOverride",
         {{"width", width}, {"height", kPhoneHeight}, {"deviceScaleFactor", 1}, {"mobile", true}});
    const json picture = call("Page.captureScreenshot", {{"captureBeyondViewport", true}});
    const Bytes bytes = fromBase64(picture.at("data").get<std::string>()).value();
    std::ofstream(file, std::ios::binary) << toText(bytes);
}

} // namespace kiosk::tests
