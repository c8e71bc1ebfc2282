// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/assist_day.h"

#include "firmware/base/log.h"
#include "firmware/visit/view.h"

namespace kiosk::visit {

namespace {

constexpr std::chrono::hours kBetweenLooks{1};

} // namespace

void AssistDay::forget() {
    at_.storeWorker.submit([&at = at_](const std::stop_token&) {
        const WallTime now = at.clock.wall();
        if (const auto forgotten = at.assistBook.forget(localDate(now), now); !forgotten)
            log::tell<"visit.help-not-forgotten">(forgotten.error());
    });
    at_.loop.after(kBetweenLooks, [this] { forget(); });
}

} // namespace kiosk::visit
