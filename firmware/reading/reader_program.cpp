// SPDX-License-Identifier: Apache-2.0
#include "firmware/reading/reader_program.h"

namespace kiosk::reading {

std::filesystem::path readerProgram() {
    constexpr std::string_view kName = "kiosk-reader";
    std::error_code unknown;
    const auto folder = std::filesystem::read_symlink("/proc/self/exe", unknown).parent_path();
    const auto beside = folder / kName;
    return std::filesystem::exists(beside, unknown) ? beside : folder / ".." / "bin" / kName;
}

} // namespace kiosk::reading
