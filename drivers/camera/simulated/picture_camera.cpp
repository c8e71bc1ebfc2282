// SPDX-License-Identifier: Apache-2.0
#include "drivers/camera/simulated/picture_camera.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <vector>

#include "drivers/camera/picture_file.h"
#include "firmware/base/files.h"

namespace kiosk::drivers {

namespace {

namespace fs = std::filesystem;

std::unexpected<Error> gone(std::string_view detail) {
    return fail(ErrorKind::notFound, "camera.gone", Remedy::technician, detail);
}

/// The files of a folder by name, or the file itself.
std::vector<fs::path> picturesAt(const fs::path& path) {
    std::error_code ignored;
    if (!fs::is_directory(path, ignored))
        return fs::exists(path, ignored) ? std::vector{path} : std::vector<fs::path>{};
    std::vector<fs::path> pictures;
    for (const auto& entry : fs::directory_iterator(path, ignored)) {
        if (entry.is_regular_file(ignored))
            pictures.push_back(entry.path());
    }
    std::ranges::sort(pictures);
    return pictures;
}

/// Waits out `period`, less when asked to stop.
void pause(std::chrono::milliseconds period, const std::stop_token& stop) {
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any stopped;
    stopped.wait_for(lock, stop, period, [] { return false; });
}

class PictureCamera final : public Camera {
public:
    PictureCamera(fs::path path, PictureOptions options)
        : path_(std::move(path)), options_(options) {}

    DeviceIdentity identity() const override {
        return {.module = "picture",
                .model = "Picture file",
                .serial = "",
                .firmware = "",
                .port = path_.string()};
    }
    CameraCapabilities capabilities() const override { return {}; }
    Result<> check(std::stop_token) override { return attached(); }
    Result<> reset(std::stop_token) override {
        capturing_ = false;
        return attached();
    }
    Result<> start(std::stop_token) override {
        TRY(attached());
        capturing_ = true;
        return {};
    }
    void stop() override { capturing_ = false; }
    Result<Frame> grab(std::stop_token stop) override;

    Result<> attached() const {
        return picturesAt(path_).empty() ? Result<>(gone("no picture at this path")) : Result<>();
    }

private:
    fs::path path_;
    PictureOptions options_;
    std::size_t turn_ = 0;
    bool capturing_ = false;
};

Result<Frame> PictureCamera::grab(std::stop_token stop) {
    if (!capturing_)
        return fail(ErrorKind::internal, "camera.off", Remedy::supplier, "grab before start");
    pause(options_.framePeriod, stop);
    if (stop.stop_requested())
        return fail(ErrorKind::cancelled, "camera.cancelled", Remedy::wait);
    const auto pictures = picturesAt(path_);
    if (pictures.empty())
        return gone("no picture at this path");
    const auto file = readFile(pictures[turn_++ % pictures.size()]);
    if (!file)
        return gone(file.error().code());
    auto frame = frameFromPicture(*file);
    if (!frame)
        return fail(ErrorKind::malformed, "camera.damaged-frame", Remedy::wait,
                    frame.error().code());
    return frame;
}

} // namespace

Result<std::unique_ptr<Camera>> openPictureFile(const fs::path& path, PictureOptions options) {
    auto camera = std::make_unique<PictureCamera>(path, options);
    TRY(camera->attached());
    return camera;
}

} // namespace kiosk::drivers
