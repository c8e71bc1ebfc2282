// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

#include "drivers/device/care.h"
#include "drivers/device/device.h"

namespace kiosk::drivers {

/// A place where a device may come and go, kept as Care says: opens it when it is first needed,
/// resets it or lets go of it after a fault, and tries again in good time. Belongs to the device's
/// worker thread, but for startAfresh().
template <typename D>
class Slot {
public:
    using Open = std::function<Result<std::shared_ptr<D>>()>;

    Slot(Open open, const Clock& clock) : open_(std::move(open)), clock_(clock) {}

    /// Runs `call` on the device and gives its result back. After an error that losesDevice() the
    /// device is reset or opened anew before a later call; until then its error stands, or
    /// "device.needs-technician" (technician) when it was given up. Nothing but the device belongs
    /// in `call`: another part's failure must not cost it.
    template <typename Call>
    auto use(Call call) -> std::invoke_result_t<Call, D&> {
        if (Result<> ready = makeReady(); !ready)
            return std::unexpected(ready.error());
        auto result = call(*device_);
        if (!result && losesDevice(result.error()))
            noteFault(result.error());
        return result;
    }

    /// It was plugged in, or a technician says that it is worth a try: the next call opens it at
    /// once. From any thread.
    void startAfresh() { afresh_ = true; }

private:
    Result<> makeReady() {
        if (afresh_.exchange(false))
            care_.startAfresh();
        switch (care_.next(clock_.steady())) {
        case Care::Step::use:
            return {};
        case Care::Step::reset:
            return reset();
        case Care::Step::open:
            return open();
        case Care::Step::wait:
            return std::unexpected(*lastError_);
        case Care::Step::technician:
            break;
        }
        return std::unexpected(needsTechnician(*lastError_));
    }

    Result<> open() {
        Result<std::shared_ptr<D>> opened = open_();
        if (opened) {
            device_ = std::move(*opened);
            care_.opened(clock_.steady());
            return {};
        }
        lastError_ = opened.error();
        care_.openFailed(*lastError_, clock_.steady());
        return std::unexpected(*lastError_);
    }

    Result<> reset() {
        const Result<> done = device_->reset({});
        if (done)
            care_.wasReset();
        else
            noteFault(done.error());
        return done;
    }

    void noteFault(const Error& fault) {
        lastError_ = fault;
        care_.faulted(fault, clock_.steady());
        if (care_.next(clock_.steady()) != Care::Step::reset)
            device_.reset();
    }

    Open open_;
    const Clock& clock_;
    Care care_;
    std::shared_ptr<D> device_; ///< shared only with a bench that plays the world around it
    std::optional<Error> lastError_;
    std::atomic<bool> afresh_ = false;
};

} // namespace kiosk::drivers
