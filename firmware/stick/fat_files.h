// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "firmware/stick/volume.h"
#include "firmware/stick/walled_tool.h"

namespace kiosk::stick {

/// A file in a stick's first folder.
struct StickFile {
    std::string name;
    std::uint64_t size = 0; ///< bytes
};

/// Whether a name is one that we ask for: plain letters, digits, "-", "_", "." and spaces, 100 at
/// most, none of them first but a letter or a digit.
bool isPlainName(std::string_view name);

/// The first folder of a stick's FAT file system, read and written by mtools behind walls: nothing
/// is mounted. Each call blocks. What a stick that was pulled does to any of them: "stick.pulled"
/// (device, technician); what a damaged file system does: "stick.unreadable" (malformed,
/// technician).
class FatFiles {
public:
    explicit FatFiles(Volume volume) : volume_(std::move(volume)) {}

    const Volume& volume() const { return volume_; }

    /// Those with long and plain names, by name.
    Result<std::vector<StickFile>> list() const;
    /// Bytes; as the file system's own count says.
    Result<std::uint64_t> free() const;
    /// The sink's error comes back as it is.
    Result<> read(const std::string& name, const Sink& sink) const;
    /// Over what has this name. Whether all of it found room is not known before it is read again.
    Result<> write(const std::string& name, ByteView bytes) const;
    /// Where it is there.
    void remove(const std::string& name) const;

private:
    Result<std::string> listing() const;
    std::string image() const;
    std::unexpected<Error> broken() const;

    Volume volume_;
};

} // namespace kiosk::stick
