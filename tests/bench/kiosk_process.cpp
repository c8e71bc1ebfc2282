// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/kiosk_process.h"

#include <csignal>
#include <thread>

#include "firmware/base/files.h"
#include "firmware/base/text.h"
#include "tests/bench/kiosk_setup.h"
#include "tests/bench/staff_cards.h"

namespace kiosk::bench {

namespace {

using namespace std::chrono_literals;

constexpr auto kStartPatience = 240s; // a guest translated by software is slow
constexpr auto kBetweenLooks = 30ms;

} // namespace

Result<> KioskProcess::writeConfig() const {
    const std::string configuration = configurationOf({.assets = options_.assets,
                                                       .state = options_.folder / "state",
                                                       .staffCards = staffCardFile(options_.folder),
                                                       .regionsFile = options_.regionsFile,
                                                       .trust = options_.trust,
                                                       .printerUri = options_.printerUri,
                                                       .cameraPath = options_.cameraPath,
                                                       .receiptPrinter = options_.receiptPrinter,
                                                       .widthPx = options_.widthPx,
                                                       .fileTime = options_.fileTime});
    return writeFile(options_.folder / "kiosk.json", bytesOf(configuration));
}

Result<> KioskProcess::start() {
    std::filesystem::create_directories(options_.folder / "state");
    std::filesystem::create_directories(observations());
    std::filesystem::remove(observations() / "tree.json");
    TRY(writeConfig());
    process_ = TRY(tests::ChildProcess::start(
        {.command = {options_.program.string(), "--config",
                     (options_.folder / "kiosk.json").string(), "--observe",
                     observations().string(), "--scale", std::to_string(options_.scale), "--left",
                     std::to_string(options_.left)},
         // Sound cards are looked for in ways that the testbed of devices does not bear.
         .environment = {{"SDL_AUDIODRIVER", "dummy"}},
         .log = log()}));
    const auto deadline = std::chrono::steady_clock::now() + kStartPatience;
    while (look().screen.empty()) {
        if (!process_.running() || std::chrono::steady_clock::now() > deadline)
            return fail(ErrorKind::timedOut, "bench.kiosk-silent", Remedy::technician, lastWords());
        std::this_thread::sleep_for(kBetweenLooks);
    }
    return {};
}

void KioskProcess::kill() {
    process_.kill();
}

void KioskProcess::crash() {
    if (process_.running())
        ::kill(process_.id(), SIGSEGV);
    process_.wait();
}

void KioskProcess::end() {
    process_.end();
}

Glance KioskProcess::look() const {
    const Result<Bytes> observation = readFile(observations() / "tree.json");
    return observation ? parseGlance(toText(*observation)) : Glance{};
}

std::string KioskProcess::lastWords() const {
    const Result<Bytes> log = readFile(this->log());
    if (!log)
        return "no log";
    const std::string text = toText(*log);
    return std::string(split(trimmed(text), '\n').back());
}

} // namespace kiosk::bench
