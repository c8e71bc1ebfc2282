// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include "drivers/device/slot.h"
#include "firmware/base/event_loop.h"
#include "firmware/base/worker.h"
#include "firmware/visit/lights.h"

namespace kiosk::visit {

/// Keeps an eye on the cabinet and its lights as the visit wants them, in one round after the
/// other on the cabinet's own worker. As long as the cabinet waits and nothing happens there, the
/// worker goes on by itself and the loop sleeps. Auxiliaries that are gone leave what was known of
/// them: an open door does not close by that. Loop thread only; outlived by everything it is given.
class CabinetWatch {
public:
    using Slot = drivers::Slot<drivers::Auxiliaries>;

    /// `changed` hears every change, the shortest too; the first time if it is not at rest.
    CabinetWatch(EventLoop& loop, const Clock& clock, Slot& cabinet, Worker& worker,
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
    Result<drivers::CabinetState> watch(const Lights& wanted, const std::stop_token& stop);
    Result<drivers::CabinetState> look(const Lights& wanted, const std::stop_token& stop);
    Result<drivers::CabinetState> ask(const Lights& wanted, const std::stop_token& stop);
    Result<> light(const Lights& wanted, const std::stop_token& stop);

    EventLoop& loop_;
    const Clock& clock_;
    Slot& cabinet_;
    Worker& worker_;
    std::function<void(const drivers::CabinetState&)> changed_;
    Lights wanted_;
    drivers::CabinetState told_;
    std::string faultLogged_; ///< code
    unsigned round_ = 0;      ///< counts them: a round that was called off begins no other

    // On the worker.
    std::optional<drivers::CabinetState> known_; ///< nothing: a change may have been told to nobody
    std::optional<drivers::CabinetState> handed_; ///< to the loop, since the last fault
    Lights shown_;
};

} // namespace kiosk::visit
