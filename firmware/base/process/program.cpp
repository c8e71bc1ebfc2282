// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/process/program.h"

namespace kiosk {

std::filesystem::path ownProgram(std::string_view name) {
    std::error_code unknown;
    const auto folder = std::filesystem::read_symlink("/proc/self/exe", unknown).parent_path();
    const auto beside = folder / name;
    return std::filesystem::exists(beside, unknown) ? beside : folder / ".." / "bin" / name;
}

} // namespace kiosk
