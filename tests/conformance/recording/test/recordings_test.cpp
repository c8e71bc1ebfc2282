// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/printer/escpos/escpos_printer.h"
#include "tests/conformance/recording/playback.h"
#include "tests/conformance/recording/replay.h"
#include "tests/conformance/recording/test/scenes.h"
#include "tests/support/temporary_folder.h"

// The recordings on file are what our recorder makes of the emulated devices, and our drivers keep
// to them.

using namespace kiosk;
using namespace kiosk::tests;

namespace {

Recording onFile(std::string_view name) {
    return loadRecording(std::string(KIOSK_SOURCE_DIR) + "/tests/conformance/recordings/" +
                         std::string(name) + ".txt")
        .value();
}

/// Its text with all times zero: no two are alike in them.
std::string timeless(Recording recording) {
    for (Event& event : recording.events)
        if (auto* transfer = std::get_if<Transfer>(&event))
            transfer->at = {};
    return textOf(recording);
}

template <typename Scenes>
std::size_t countEnding(const Scenes& scenes, std::optional<drivers::LinkTrouble> trouble) {
    std::size_t count = 0;
    for (const auto& scene : scenes)
        for (const Event& event : onFile(scene.name).events)
            if (const auto* transfer = std::get_if<Transfer>(&event))
                count += transfer->trouble == trouble;
    return count;
}

} // namespace

TEST_CASE("D13 the recordings of readers on file are what the recorder makes today") {
    const TemporaryFolder folder;
    for (const ReaderScene& scene : readerScenes()) {
        CAPTURE(scene.name);
        const auto file = folder.path() / scene.name;
        {
            ReaderStage stage(scene.framing, file);
            scene.play(stage);
        }
        CHECK(timeless(loadRecording(file).value()) == timeless(onFile(scene.name)));
    }
}

TEST_CASE("D13 the recordings of printers on file are what the recorder makes today") {
    const TemporaryFolder folder;
    for (const PrinterScene& scene : printerScenes()) {
        CAPTURE(scene.name);
        const auto file = folder.path() / scene.name;
        static_cast<void>(recordPrinter(scene, file));
        CHECK(timeless(loadRecording(file).value()) == timeless(onFile(scene.name)));
    }
}

TEST_CASE("D13 the reader's driver does at each recording what it did then") {
    for (const ReaderScene& scene : readerScenes()) {
        CAPTURE(scene.name);
        const auto kept = replayReader(onFile(scene.name), openSamOver);
        INFO((kept ? "" : kept.error().line()));
        CHECK(kept);
    }
}

TEST_CASE("D13 the receipt printer's driver does at each recording what it did then") {
    const TemporaryFolder folder;
    for (const PrinterScene& scene : printerScenes()) {
        CAPTURE(scene.name);
        const auto live = recordPrinter(scene, folder.path() / scene.name);
        const auto playback = std::make_shared<Playback>(onFile(scene.name));
        REQUIRE(playback->nextCall().value() == "open");
        const auto printer = drivers::openEscposUsb("", playing(playback)).value();
        CHECK(printSlip(*printer) == live);
        const auto over = playback->over();
        INFO((over ? "" : over.error().line()));
        CHECK(over);
    }
}

TEST_CASE("D13 among the recordings is each way a transfer can end") {
    using drivers::LinkTrouble;
    for (const auto trouble : {LinkTrouble::silent, LinkTrouble::stalled, LinkTrouble::gone}) {
        CAPTURE(static_cast<int>(trouble));
        CHECK(countEnding(readerScenes(), trouble) > 0);
        CHECK(countEnding(printerScenes(), trouble) > 0);
    }
}
