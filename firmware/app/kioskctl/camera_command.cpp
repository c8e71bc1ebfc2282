// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "drivers/camera/picture_file.h"
#include "firmware/app/kioskctl/code_command.h"
#include "firmware/app/kioskctl/command.h"
#include "firmware/app/kioskctl/open_camera.h"
#include "firmware/base/files.h"

namespace kiosk::app {

namespace {

using drivers::Frame;
using drivers::FrameHint;

constexpr std::string_view kDefaultCamera = "v4l2:/dev/video0";
/// A stream's first frames may be cut short while the sensor settles.
constexpr int kFramesToTry = 5;

Result<Frame> grabOne(drivers::Camera& camera) {
    TRY(camera.start({}));
    auto frame = camera.grab({});
    for (int tried = 1; tried < kFramesToTry && !frame; ++tried) {
        if (frame.error().code() != "camera.damaged-frame")
            break;
        frame = camera.grab({});
    }
    camera.stop();
    return frame;
}

void print(const Frame& frame, const std::string& file) {
    const nlohmann::json answer = {{"file", file},
                                   {"width", frame.width},
                                   {"height", frame.height},
                                   {"hint", name(drivers::hintFor(frame))}};
    std::puts(answer.dump().c_str());
}

Result<int> grab(const Arguments& arguments) {
    const std::string file = arguments.required("-o");
    const auto camera =
        TRY(openCamera(arguments.value("--camera").value_or(std::string(kDefaultCamera))));
    const Frame frame = TRY(grabOne(*camera));
    TRY(writeFile(file, TRY(drivers::pngFromFrame(frame))));
    if (arguments.has("--json"))
        print(frame, file);
    else
        std::printf("%s: %d x %d\n", file.c_str(), frame.width, frame.height);
    return kExitDone;
}

constexpr std::array kCommands{
    Command{.words = "camera grab",
            .purpose = "takes one picture and says whether it is fit for reading a code",
            .options = {{"--camera", "v4l2:NODE|picture:FILE",
                         "which camera; without it the first video device"},
                        {"-o", "FILE.png", "where the picture goes", Need::required},
                        kJsonOption},
            .exits = {{kExitDone, "the picture is written"}},
            .example = "camera grab -o before.png",
            .act = grab},
    Command{.words = "code read",
            .purpose = "reads the code in a picture and says what it is",
            .options = {{"--trust", "DIR", "judges the code's signature by this trust list"},
                        {"--at", "TIME", "as at this time (ISO 8601) instead of now"},
                        {"--file", "FILE", "compares the licence file with the code"},
                        kJsonOption},
            .operands = {{"FILE.png", "the picture"}},
            .exits = {{kExitDone, "read; with --trust: signed by its region"},
                      {kExitNotValid, "not signed by its region"}},
            .example = "code read shot.png --trust /data/site/trust",
            .act = readCodeInPicture},
};

} // namespace

std::span<const Command> cameraCommands() {
    return kCommands;
}

} // namespace kiosk::app
