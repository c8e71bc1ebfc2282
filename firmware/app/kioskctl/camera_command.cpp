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
using Words = std::span<const std::string_view>;

constexpr std::string_view kDefaultCamera = "v4l2:/dev/video0";
/// A stream's first frames may be cut short while the sensor settles.
constexpr int kFramesToTry = 5;

std::unexpected<Error> usage(std::string_view detail) {
    return fail(ErrorKind::unsupported, "usage.missing-argument", Remedy::citizenAgain, detail);
}

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

Result<int> grab(Words words) {
    const auto arguments =
        TRY(Arguments::parse(words, std::array<std::string_view, 2>{"--camera", "-o"},
                             std::array<std::string_view, 1>{"--json"}));
    const auto file = arguments.value("-o");
    if (!file || !arguments.rest().empty())
        return usage("-o FILE.png");
    const auto camera =
        TRY(openCamera(arguments.value("--camera").value_or(std::string(kDefaultCamera))));
    const Frame frame = TRY(grabOne(*camera));
    TRY(writeFile(*file, TRY(drivers::pngFromFrame(frame))));
    if (arguments.has("--json"))
        print(frame, *file);
    else
        std::printf("%s: %d x %d\n", file->c_str(), frame.width, frame.height);
    return kExitDone;
}

template <Result<int> (*command)(Words)>
int reported(Words words) {
    const auto code = command(words);
    return code ? *code : report(code.error());
}

constexpr std::array kCommands{
    Command{"camera grab", "[--camera v4l2:NODE|picture:FILE] -o FILE.png [--json]",
            "takes one picture", reported<grab>},
    Command{"code read", kCodeReadUsage, "reads the code in a picture and says what it is",
            reported<readCodeInPicture>},
};

} // namespace

std::span<const Command> cameraCommands() {
    return kCommands;
}

} // namespace kiosk::app
