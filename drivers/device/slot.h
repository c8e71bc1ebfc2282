// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

#include "drivers/device/call_thread.h"
#include "drivers/device/care.h"
#include "drivers/device/device.h"

namespace kiosk::drivers {

/// A place where a device may come and go, kept as Care says: opens it when it is first needed,
/// resets it or lets go of it after a fault, and tries again in good time. Belongs to the device's
/// worker thread, but for startAfresh().
///
/// With limits every call into the driver is made on a thread of the slot's own. One that does not
/// come back is given up together with its device: "device.hung" (technician), until it comes back
/// after all or something is plugged in. So no driver holds up the worker, nor the program's end.
template <typename D>
class Slot {
public:
    using Open = std::function<Result<std::shared_ptr<D>>()>;

    /// Without limits calls are made in place: on a bench whose clock stands still.
    Slot(Open open, const Clock& clock, std::optional<CallLimits> limits = {})
        : open_(std::move(open)), clock_(clock) {
        if (limits)
            thread_.emplace(*limits);
    }
    ~Slot() { close(CallThread::askedAlready()); }
    Slot(const Slot&) = delete;
    Slot& operator=(const Slot&) = delete;

    /// Calls the device, as in `use(stop, &Printer::cancel, jobId)`, and gives its result back.
    /// `arguments` are copied, for the call may outlast the caller. After an error that
    /// losesDevice() the device is reset or opened anew before a later call; until then its error
    /// stands, or "device.needs-technician" (technician) when it was given up.
    template <typename Call, typename... Arguments>
    auto use(const std::stop_token& stop, Call call, Arguments... arguments)
        -> std::invoke_result_t<Call, D&, Arguments&..., std::stop_token> {
        using Answer = std::invoke_result_t<Call, D&, Arguments&..., std::stop_token>;
        static_assert(std::is_member_function_pointer_v<Call> || std::is_empty_v<Call>,
                      "what a call works with is copied: it captures nothing");
        if (Result<> ready = makeReady(stop); !ready)
            return std::unexpected(ready.error());
        Answer answer = inTime<Answer>(
            [device = device_, call,
             ... arguments = std::move(arguments)](const std::stop_token& asked) mutable {
                return std::invoke(call, *device, arguments..., asked);
            },
            stop);
        if (!answer && losesDevice(answer.error()))
            noteFault(answer.error(), stop);
        return answer;
    }

    /// The same for several calls in one, made on the worker itself whatever the limits: one that
    /// hangs holds the worker up. Nothing but the device belongs in `calls`: another part's failure
    /// must not cost it.
    template <typename Calls>
    auto use(Calls calls) -> std::invoke_result_t<Calls, D&> {
        if (Result<> ready = makeReady({}); !ready)
            return std::unexpected(ready.error());
        auto answer = calls(*device_);
        if (!answer && losesDevice(answer.error()))
            noteFault(answer.error(), {});
        return answer;
    }

    /// It was plugged in, or a technician says that it is worth a try: the next call opens it at
    /// once. From any thread.
    void startAfresh() { afresh_ = true; }

private:
    Result<> makeReady(const std::stop_token& stop) {
        if (afresh_.exchange(false)) {
            care_.startAfresh();
            hung_.reset();
        }
        if (!hung_.expired()) // another thread lost to it would help nobody
            return std::unexpected(*lastError_);
        switch (care_.next(clock_.steady())) {
        case Care::Step::use:
            return {};
        case Care::Step::reset:
            return reset(stop);
        case Care::Step::open:
            return open(stop);
        case Care::Step::wait:
            return std::unexpected(*lastError_);
        case Care::Step::technician:
            break;
        }
        return std::unexpected(needsTechnician(*lastError_));
    }

    Result<> open(const std::stop_token& stop) {
        auto opened = inTime<Result<std::shared_ptr<D>>>(
            [open = open_](const std::stop_token&) { return open(); }, stop);
        if (opened) {
            device_ = std::move(*opened);
            care_.opened(clock_.steady());
            return {};
        }
        lastError_ = opened.error();
        care_.openFailed(*lastError_, clock_.steady());
        return std::unexpected(*lastError_);
    }

    Result<> reset(const std::stop_token& stop) {
        const auto done = inTime<Result<>>(
            [device = device_](const std::stop_token& asked) { return device->reset(asked); },
            stop);
        if (done)
            care_.wasReset();
        else
            noteFault(done.error(), stop);
        return done;
    }

    void noteFault(const Error& fault, const std::stop_token& stop) {
        lastError_ = fault;
        care_.faulted(fault, clock_.steady());
        if (care_.next(clock_.steady()) != Care::Step::reset)
            close(stop);
    }

    void close(const std::stop_token& stop) {
        if (!device_)
            return;
        static_cast<void>(inTime<Result<>>(
            [device = std::exchange(device_, nullptr)](const std::stop_token&) mutable {
                device.reset();
                return Result<>();
            },
            stop));
    }

    template <typename Answer>
    Answer inTime(std::move_only_function<Answer(std::stop_token)> call,
                  const std::stop_token& stop) {
        if (!thread_)
            return call(stop);
        const auto answer = std::make_shared<std::optional<Answer>>();
        const auto outcome =
            thread_->run([call = std::move(call),
                          answer](const std::stop_token& asked) mutable { *answer = call(asked); },
                         stop);
        if (outcome == CallThread::Outcome::done)
            return std::move(**answer);
        hung_ = answer; // lives as long as the call does
        return std::unexpected(Error(ErrorKind::timedOut, "device.hung", Remedy::technician));
    }

    Open open_;
    const Clock& clock_;
    std::optional<CallThread> thread_;
    Care care_;
    std::shared_ptr<D> device_; ///< shared with calls that are made, and a bench around it
    std::optional<Error> lastError_;
    std::weak_ptr<void> hung_; ///< a call that was given up and has not come back
    std::atomic<bool> afresh_ = false;
};

} // namespace kiosk::drivers
