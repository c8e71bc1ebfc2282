// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <type_traits>
#include <utility>

#include "drivers/device/call_thread.h"
#include "drivers/device/care.h"
#include "drivers/device/device.h"
#include "drivers/device/slot_report.h"
#include "drivers/device/tally.h"
#include "firmware/base/log.h"
#include "firmware/base/whereabouts.h"

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

    /// Without limits calls are made in place: on a bench whose clock stands still. `place` is what
    /// a crash within a call is named after. `tally` is told what is counted; none on a bench.
    Slot(Open open, const Clock& clock, std::optional<CallLimits> limits = {},
         Place place = Place::worker, std::shared_ptr<Tally> tally = {})
        : open_(std::move(open)), clock_(clock), place_(place), tally_(std::move(tally)) {
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
        else if (answer)
            noteAnswer();
        if constexpr (requires { D::isUse(*answer); })
            if (answer && D::isUse(*answer))
                count(Count::uses, 1);
        return answer;
    }

    /// For whoever uses the device and alone knows what its answers mean. A device whose answers
    /// say it themselves has a `static bool isUse(answer)`, and use() counts it. On the worker.
    void count(Count what, int more) {
        if (tally_)
            tally_->count(what, more);
    }

    /// It was plugged in, or a technician says that it is worth a try: the next call opens it at
    /// once. From any thread.
    void startAfresh() { afresh_ = true; }

    /// From any thread.
    SlotReport report() const {
        const std::scoped_lock lock(reportMutex_);
        return report_;
    }

private:
    struct Known {
        std::shared_ptr<D> device;
        DeviceIdentity identity;
    };

    Result<> makeReady(const std::stop_token& stop) {
        if (afresh_.exchange(false)) {
            care_.startAfresh();
            hung_.reset();
            publish();
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
        auto opened = inTime<Result<Known>>(
            [open = open_](const std::stop_token&) -> Result<Known> {
                std::shared_ptr<D> device = TRY(open());
                DeviceIdentity identity = device->identity();
                return Known{std::move(device), std::move(identity)};
            },
            stop);
        if (!opened) {
            lastError_ = opened.error();
            care_.openFailed(*lastError_, clock_.steady());
            publish();
            return std::unexpected(*lastError_);
        }
        device_ = std::move(opened->device);
        identity_ = std::move(opened->identity);
        care_.opened(clock_.steady());
        opening_ = Opening::unproven;
        publish();
        return {};
    }

    Result<> reset(const std::stop_token& stop) {
        const auto done = inTime<Result<>>(
            [device = device_](const std::stop_token& asked) { return device->reset(asked); },
            stop);
        if (!done) {
            noteFault(done.error(), stop);
            return done;
        }
        care_.wasReset();
        publish();
        return {};
    }

    /// A driver may open a device that is switched off: what is counted are devices that answered.
    void noteAnswer() {
        if (opening_ == Opening::unproven && tally_)
            tally_->opened(identity_);
        opening_ = Opening::answered;
    }

    void noteFault(const Error& fault, const std::stop_token& stop) {
        lastError_ = fault;
        log::tell<"device.call-failed">(name(place_), fault);
        if (opening_ == Opening::answered) {
            count(Count::failures, 1);
            opening_ = Opening::lost;
        }
        care_.faulted(fault, clock_.steady());
        if (care_.next(clock_.steady()) != Care::Step::reset)
            close(stop);
        publish();
    }

    SlotReport::State stateNow() const {
        if (!hung_.expired())
            return SlotReport::State::hung;
        switch (care_.next(clock_.steady())) {
        case Care::Step::use:
            return SlotReport::State::open;
        case Care::Step::reset:
            return SlotReport::State::resetting;
        case Care::Step::technician:
            return SlotReport::State::technician;
        case Care::Step::open:
        case Care::Step::wait:
            break;
        }
        return SlotReport::State::waiting;
    }

    void publish() {
        SlotReport now{.state = stateNow(),
                       .identity = identity_,
                       .lastError = lastError_,
                       .faults = care_.faults(),
                       .nextTry = care_.notBefore()};
        const std::scoped_lock lock(reportMutex_);
        report_ = std::move(now);
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
        if (!thread_) {
            const At at(place_);
            return call(stop);
        }
        const auto answer = std::make_shared<std::optional<Answer>>();
        const auto outcome = thread_->run(
            [call = std::move(call), answer, place = place_](const std::stop_token& asked) mutable {
                const At at(place);
                *answer = call(asked);
            },
            stop);
        if (outcome == CallThread::Outcome::done)
            return std::move(**answer);
        hung_ = answer; // lives as long as the call does
        return std::unexpected(Error(ErrorKind::timedOut, "device.hung", Remedy::technician));
    }

    /// How far the last opening came.
    enum class Opening {
        unproven, ///< nothing was answered yet
        answered,
        lost ///< and since then nothing was answered
    };

    Open open_;
    const Clock& clock_;
    Place place_;
    std::shared_ptr<Tally> tally_; ///< none where nothing is counted
    std::optional<CallThread> thread_;
    Care care_;
    std::shared_ptr<D> device_; ///< shared with calls that are made, and a bench around it
    Opening opening_ = Opening::unproven;
    DeviceIdentity identity_; ///< of the last one opened
    std::optional<Error> lastError_;
    std::weak_ptr<void> hung_; ///< a call that was given up and has not come back
    std::atomic<bool> afresh_ = false;
    mutable std::mutex reportMutex_; ///< guards report_
    SlotReport report_;
};

} // namespace kiosk::drivers
