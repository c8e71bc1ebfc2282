// SPDX-License-Identifier: Apache-2.0
// Records all scenes into a folder: umockdev-wrapper make_recordings FOLDER
#include <cstdio>

#include "tests/conformance/recording/test/scenes.h"

int main(int count, char** arguments) {
    using namespace kiosk::tests;
    if (count != 2) {
        std::fputs("make_recordings FOLDER\n", stderr);
        return 2;
    }
    const std::filesystem::path folder = arguments[1];
    const auto fileOf = [&folder](std::string_view name) {
        return folder / (std::string(name) + ".txt");
    };
    for (const ReaderScene& scene : readerScenes()) {
        ReaderStage stage(scene.framing, fileOf(scene.name));
        scene.play(stage);
    }
    for (const PrinterScene& scene : printerScenes())
        static_cast<void>(recordPrinter(scene, fileOf(scene.name)));
    return 0;
}
