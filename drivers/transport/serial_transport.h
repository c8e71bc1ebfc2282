// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <stop_token>

#include "drivers/transport/link.h"
#include "drivers/transport/stoppable_wait.h"
#include "firmware/base/bytes.h"

namespace kiosk::drivers {

/// A serial line, raw, 8N1, no flow control, ours alone while open. One thread calls it. A call
/// waits at most its timeout for a byte to move and returns once the token asks to stop.
class SerialTransport {
public:
    /// `baud` is one of 9600, 19200, 38400, 57600, 115200. "serial.not-found", "serial.no-access",
    /// "serial.busy", "serial.not-a-line", "serial.speed".
    static Result<std::unique_ptr<SerialTransport>> open(const std::filesystem::path& path,
                                                         unsigned baud);
    ~SerialTransport();
    SerialTransport(const SerialTransport&) = delete;
    SerialTransport& operator=(const SerialTransport&) = delete;

    const std::filesystem::path& path() const { return path_; }

    /// All of the bytes, or trouble.
    LinkResult<> write(ByteView bytes, std::chrono::milliseconds timeout,
                       const std::stop_token& stop);
    /// What has come, at least one byte.
    LinkResult<Bytes> read(std::chrono::milliseconds timeout, const std::stop_token& stop);

private:
    SerialTransport(std::filesystem::path path, int descriptor)
        : path_(std::move(path)), descriptor_(descriptor) {}

    Result<> makeRaw(unsigned baud);
    LinkResult<> waitFor(short event, std::chrono::milliseconds timeout,
                         const std::stop_token& stop) const;

    std::filesystem::path path_;
    int descriptor_;
    StoppableWait wait_;
};

} // namespace kiosk::drivers
