// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "firmware/base/bytes.h"
#include "firmware/base/process/descriptor.h"

namespace kiosk::stick {

/// A file that comes piece by piece, under another name until it is whole; gone where it is not
/// finished. As writeFile() (firmware/base/files.h), for what does not fit into memory. Errors
/// "file.create", "file.write", "file.read", "file.rename" (storage, technician).
class Draft {
public:
    static Result<Draft> begin(std::filesystem::path path);
    ~Draft();
    Draft(Draft&&) noexcept = default;
    Draft& operator=(Draft&&) = delete;

    Result<> add(ByteView bytes);
    /// SHA-256, in hexadecimal digits, of what the disk gives back once everything is synced.
    Result<std::string> writtenDigest();
    /// From now on it has its name, also when power goes.
    Result<> finish();

private:
    Draft(Descriptor file, std::filesystem::path path)
        : file_(std::move(file)), path_(std::move(path)) {}
    std::filesystem::path draftPath() const;

    Descriptor file_;
    std::filesystem::path path_;
};

} // namespace kiosk::stick
