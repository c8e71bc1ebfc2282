// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/visit/rounds.h"
#include "firmware/visit/visit_view.h"
#include "firmware/visit/workplace.h"

namespace kiosk::visit {

/// Settles the copies that were under way when the kiosk ended, and clears the printers of jobs
/// nobody follows while somebody is served; at rest ServiceWatch does. Never sends a document (D9).
/// Loop thread only.
class Recovery {
public:
    /// `found` hears, once, what became of the last copy of an earlier run; not called without one.
    using Found = std::function<void(const InterruptedCopy&)>;
    Recovery(Workplace& workplace, Found found);
    Recovery(const Recovery&) = delete;
    Recovery& operator=(const Recovery&) = delete;

    /// Somebody is being served: a document may be left behind.
    void quicken() { rounds_.quicken(); }

private:
    void look();
    void settleWhenClear(const std::stop_token& stop);

    Workplace& at_;
    Found found_;
    SteadyTime startedAt_;
    Rounds rounds_;
    bool settled_ = false; ///< on the printer's worker
};

/// Weighs what the printer says about every copy whose end nobody saw: all out is taken, the rest
/// is void, and the authority hears of both. Returns what became of each, oldest first. On the
/// printer's worker, before anything else is printed: after that its life counter says nothing any
/// more.
Result<std::vector<InterruptedCopy>> settleInterruptedCopies(Workplace& at,
                                                             const std::stop_token& stop);

} // namespace kiosk::visit
