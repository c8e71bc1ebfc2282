// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <thread>

#include "firmware/base/bytes.h"

namespace kiosk::tests {

/// What a device on a line sends back, and whether its cable stays in.
struct LineReply {
    enum class Cable { stays, comesLoose };

    Bytes bytes{};
    Cable cable = Cable::stays; ///< after the bytes
};

/// A device at the far end of a pseudo-terminal: the line a driver opens is path().
class PtyDevice {
public:
    /// From what came to what goes back. Called on the device's own thread.
    using Answer = std::function<LineReply(ByteView came)>;

    /// Plugs it in.
    explicit PtyDevice(Answer answer);
    ~PtyDevice();
    PtyDevice(const PtyDevice&) = delete;
    PtyDevice& operator=(const PtyDevice&) = delete;

    const std::filesystem::path& path() const { return path_; }
    /// It sends these bytes unasked.
    void say(ByteView bytes) const;
    void unplug(); ///< a second call does nothing
    /// Plugs it in again, at a path that may be another.
    void plug();

private:
    void serve(const std::stop_token& stop);
    /// Whether the line took them.
    bool send(ByteView bytes) const;

    Answer answer_;
    std::filesystem::path path_;
    int master_ = -1;
    int slave_ = -1; ///< held so that the line survives the driver closing it
    int wake_ = -1;  ///< an event descriptor that ends the thread
    std::jthread thread_;
};

} // namespace kiosk::tests
