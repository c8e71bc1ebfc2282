// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "firmware/base/random.h"
#include "firmware/handout/device_key.h"

namespace kiosk::tests {

/// A kiosk's state folder with its key; gone with this.
class KeyFolder {
public:
    KeyFolder() { std::filesystem::create_directories(path_); }
    ~KeyFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    KeyFolder(const KeyFolder&) = delete;
    KeyFolder& operator=(const KeyFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path file() const { return path_ / handout::kKeyFileName; }
    handout::DeviceKey key() const { return handout::DeviceKey::openOrMake(file()).value(); }

private:
    static std::filesystem::path freshPath() {
        SystemRandom random;
        return std::filesystem::temp_directory_path() / ("kiosk-key-" + randomUuid(random));
    }

    std::filesystem::path path_ = freshPath();
};

} // namespace kiosk::tests
