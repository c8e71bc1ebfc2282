// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>

#include "drivers/device/device.h"
#include "firmware/base/clock.h"

namespace kiosk::drivers {

/// A place where a device may come and go: opens it when it is first needed, lets go of it after a
/// fault and tries again, each time after twice the pause, at most half a minute (D3). Belongs to
/// the device's worker thread.
template <typename D>
class Slot {
public:
    using Open = std::function<Result<std::shared_ptr<D>>()>;

    Slot(Open open, const Clock& clock) : open_(std::move(open)), clock_(clock) {}

    /// Runs `call` on the device and gives its result back. An error that losesDevice() closes the
    /// device, so that a later call opens it anew; until then its error stands. Nothing but the
    /// device belongs in `call`: another part's failure must not cost it.
    template <typename Call>
    auto use(Call call) -> std::invoke_result_t<Call, D&> {
        if (Result<> ready = ensureOpen(); !ready)
            return std::unexpected(ready.error());
        auto result = call(*device_);
        if (!result && losesDevice(result.error()))
            close(result.error());
        return result;
    }

private:
    static constexpr std::chrono::milliseconds kFirstPause{1000};
    static constexpr std::chrono::milliseconds kLongestPause{30000};

    Result<> ensureOpen() {
        if (device_)
            return {};
        if (lastError_ && clock_.steady() < notBefore_)
            return std::unexpected(*lastError_);
        Result<std::shared_ptr<D>> opened = open_();
        if (!opened) {
            close(opened.error());
            return std::unexpected(opened.error());
        }
        device_ = std::move(*opened);
        pause_ = kFirstPause;
        return {};
    }

    void close(const Error& why) {
        device_.reset();
        lastError_ = why;
        notBefore_ = clock_.steady() + pause_;
        pause_ = std::min(pause_ * 2, kLongestPause);
    }

    Open open_;
    const Clock& clock_;
    std::shared_ptr<D> device_; ///< shared only with a bench that plays the world around it
    std::optional<Error> lastError_;
    SteadyTime notBefore_{};
    std::chrono::milliseconds pause_ = kFirstPause;
};

} // namespace kiosk::drivers
