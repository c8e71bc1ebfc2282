// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

#include "firmware/base/event_loop.h"
#include "firmware/base/worker.h"
#include "firmware/staff/machine.h"
#include "firmware/staff/stick_place.h"

namespace kiosk::staff {

/// Asks for what is done with a memory stick, on a worker of its own, and tells how it goes on.
/// Loop thread only. Each wish is answered by one StickEnded or UpdatesTold, but one that was
/// ended.
class StickDesk {
public:
    using Tell = std::function<void(const Event&)>;

    /// `place` and `loop` outlive the desk and its worker's jobs.
    StickDesk(const std::optional<StickPlace>& place, EventLoop& loop, Tell tell)
        : place_(place), loop_(loop), tell_(std::move(tell)) {}
    ~StickDesk() { end(); }
    StickDesk(const StickDesk&) = delete;
    StickDesk& operator=(const StickDesk&) = delete;

    void exportTo(stick::What what);
    void look();
    void copy(const stick::BundleOnStick& bundle, stick::OlderMay older);
    void askUpdates();
    /// Ends what is under way: the stick is let go of, and nothing is told of it any more.
    void end();

private:
    struct Errand;
    using Asks = std::function<Event(stick::Wire&, const stick::Tell&)>;
    void begin(Asks asks, std::function<Event(Error)> without);
    void run(const std::shared_ptr<Errand>& errand, const Asks& asks,
             const std::function<Event(Error)>& without);
    void post(const std::shared_ptr<Errand>& errand, Event event);

    const std::optional<StickPlace>& place_;
    EventLoop& loop_;
    Tell tell_;
    std::shared_ptr<Errand> errand_; ///< shared with its job
};

} // namespace kiosk::staff
