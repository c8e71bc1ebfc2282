// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <mutex>

#include "drivers/code_reader/code_source.h"

namespace kiosk::drivers {

/// A hand scanner that reads what whoever plays the world around it holds before it. Never waits.
/// Any thread.
class SimulatedScanner final : public CodeSource {
public:
    /// What is longer than any code is none.
    void scan(std::string text);
    enum class Cable { plugged, pulled };
    void setCable(Cable cable);

    DeviceIdentity identity() const override;
    Result<> reset(std::stop_token stop) override;
    Result<std::optional<Code>> next(std::stop_token stop) override;

private:
    Result<> attached() const;

    std::mutex mutex_;
    std::deque<Code> scanned_;
    Cable cable_ = Cable::plugged;
};

} // namespace kiosk::drivers
