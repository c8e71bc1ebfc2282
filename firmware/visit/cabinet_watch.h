// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "drivers/device/slot.h"
#include "firmware/base/event_loop.h"
#include "firmware/base/worker.h"
#include "firmware/visit/lights.h"

namespace kiosk::visit {

/// Keeps an eye on the cabinet and its lights as the visit wants them, in one round after the
/// other on the cabinet's own worker. Auxiliaries that are gone leave what was known of them: an
/// open door does not close by that. Loop thread only; outlived by everything it is given.
class CabinetWatch {
public:
    using Slot = drivers::Slot<drivers::Auxiliaries>;

    /// `changed` hears every change, the shortest too; the first time if it is not at rest.
    CabinetWatch(EventLoop& loop, Slot& cabinet, Worker& worker,
                 std::function<void(const drivers::CabinetState&)> changed);
    CabinetWatch(const CabinetWatch&) = delete;
    CabinetWatch& operator=(const CabinetWatch&) = delete;

    /// From now on the lights show this, also after a cabinet was lost and is back.
    void show(const Lights& wanted);

private:
    void beginRound();
    void endRound(unsigned round, const Result<drivers::CabinetState>& state);
    void logOnce(const Result<drivers::CabinetState>& state);
    // On the worker.
    Result<drivers::CabinetState> look(const Lights& wanted, const std::stop_token& stop);
    Result<drivers::CabinetState> ask(const Lights& wanted, const std::stop_token& stop);
    Result<> light(const Lights& wanted, const std::stop_token& stop);

    EventLoop& loop_;
    Slot& cabinet_;
    Worker& worker_;
    std::function<void(const drivers::CabinetState&)> changed_;
    Lights wanted_;
    drivers::CabinetState told_;
    std::string faultLogged_; ///< code
    unsigned round_ = 0;      ///< counts them: a round that was called off begins no other

    enum class Known { nothing, asTold };
    Known known_ = Known::nothing; ///< on the worker
    Lights shown_;                 ///< on the worker
};

} // namespace kiosk::visit
