// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "firmware/visit/reader_memory.h"
#include "firmware/visit/state.h"
#include "firmware/visit/visit_view.h"
#include "firmware/visit/workplace.h"

namespace kiosk::visit {

/// Looks after what people forget (D5): the card on the reader and the sheet in the printer's way
/// out. Looks every second while there is something to take, and after the visit for as long as
/// something lies there, five minutes at most. Loop thread only; outlived by the workplace.
class LeftWatch {
public:
    /// `changed` hears every change.
    LeftWatch(Workplace& workplace, std::function<void(const LeftBehind&)> changed);
    LeftWatch(const LeftWatch&) = delete;
    LeftWatch& operator=(const LeftWatch&) = delete;

    /// The visit is here now.
    void follow(const State& state);

private:
    enum class Duty {
        none, ///< whatever lies there belongs to the person in front
        look, ///< somebody has to take something
        afterwards,
        remember ///< the next person has begun: the reader looks for their card now
    };
    static Duty dutyAt(const State& state);

    void lookAtReader();
    /// What a look at the reader found.
    struct Sight {
        bool lies = false;
        ReaderMemory memory = ReaderMemory::whole;
    };
    static Result<Sight> look(Workplace& at, ReaderMemory memory, const std::stop_token& stop);
    void readerLooked(const Result<Sight>& sight);
    void lookAtPrinter();
    void lookAgain();
    bool goesOn() const;
    void giveUp();
    void tell(const LeftBehind& left);

    Workplace& at_;
    std::function<void(const LeftBehind&)> changed_;
    Duty duty_ = Duty::none;
    SteadyTime since_{};
    unsigned round_ = 0; ///< counts duties: what was asked for an earlier one answers nobody
    LeftBehind told_;
    enum class Exit { mayTell, blind } exit_ = Exit::mayTell; ///< the printer, as far as it said
    ReaderMemory memory_ = ReaderMemory::whole;
};

} // namespace kiosk::visit
