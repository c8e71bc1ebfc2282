// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/outbox/drain.h"
#include "firmware/visit/rounds.h"
#include "firmware/visit/workplace.h"

namespace kiosk::visit {

/// Sends what the outbox holds, one record after another, for as long as the kiosk runs. The outbox
/// is asked and told on its own worker, the sending happens on the region's: nobody who is being
/// served waits for it. Loop thread only.
class Deliveries {
public:
    explicit Deliveries(Workplace& workplace);
    Deliveries(const Deliveries&) = delete;
    Deliveries& operator=(const Deliveries&) = delete;

    /// There is something to send. Until then an empty outbox is not looked into again.
    void quicken() { rounds_.quicken(); }

private:
    void lookForDue();
    void send(const outbox::Due& due);
    void settle(const outbox::Due& due, const Result<>& answer);

    Workplace& at_;
    outbox::Drainer drainer_;
    Rounds rounds_;
};

} // namespace kiosk::visit
