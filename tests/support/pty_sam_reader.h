// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <thread>

#include "tests/support/sam_device_model.h"

namespace kiosk::tests {

/// A SAM reader at the far end of a pseudo-terminal: the line the driver opens is path().
class PtySamReader {
public:
    /// The model outlives the reader.
    explicit PtySamReader(SamDeviceModel& model);
    ~PtySamReader();
    PtySamReader(const PtySamReader&) = delete;
    PtySamReader& operator=(const PtySamReader&) = delete;

    const std::filesystem::path& path() const { return path_; }
    void unplug();
    /// Plugs it in again, at a path that may be another.
    void plug();

private:
    void serve(const std::stop_token& stop);
    /// Whether the line stays up.
    bool answer(ByteView request);

    SamDeviceModel& model_;
    std::filesystem::path path_;
    int master_ = -1;
    int slave_ = -1; ///< held so that the line survives the driver closing it
    int wake_ = -1;  ///< an event descriptor that ends the thread
    std::jthread thread_;
};

} // namespace kiosk::tests
