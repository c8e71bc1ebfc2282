// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <stop_token>

#include "drivers/device/slot.h"
#include "drivers/printer/printer.h"

namespace kiosk::printing {

/// The printer as the kiosk uses it, and the one place that sees to it that nothing stays in the
/// printer's own queue: a sheet nobody waits for must not come out when staff load paper later.
/// What may be held and is followed by nobody is cleared before every document, and by tidy() after
/// a start, a lost reply, a copy given up, and when a printer that was away comes back. Belongs to
/// the printer's worker thread; errors are those of Printer.
class PrinterCare {
public:
    /// `printer` outlives the care.
    explicit PrinterCare(drivers::Slot<drivers::Printer>& printer) : printer_(printer) {}

    Result<drivers::PrinterStatus> status(const std::stop_token& stop);
    Result<drivers::JobProgress> progress(const drivers::SentJob& job, const std::stop_token& stop);

    /// Clears what may be held and nobody follows. Asks the printer nothing when there is nothing.
    Result<> tidy(const std::stop_token& stop);

    /// Called with the printer's status when its queue is empty, before the first byte goes out;
    /// an error here sends nothing.
    using Intent = std::function<Result<>(const drivers::PrinterStatus&)>;
    /// Hands the document over and follows its job from then on. "printer.busy" (wait) while the
    /// printer still works on something: ask again.
    Result<int> print(const drivers::PrintDocument& document, const Intent& intent,
                      const std::stop_token& stop);

    /// Every page of the followed job is out.
    void finished();
    /// finished(), if this is still the job that is followed.
    void finished(int jobId);
    /// Nobody follows any job any more, whatever became of the last one.
    void letGo();
    /// letGo(), if this is still the job that is followed.
    void letGo(int jobId);

private:
    /// What of ours the printer may hold.
    enum class Held { nothing, followedJob, anything };

    template <typename Call, typename... Arguments>
    auto ask(const std::stop_token& stop, Call call, const Arguments&... arguments);
    Result<drivers::PrinterStatus> makeReady(const std::stop_token& stop);
    Result<> clear(const std::stop_token& stop);

    drivers::Slot<drivers::Printer>& printer_;
    Held held_ = Held::anything; ///< whatever was handed over before the start
    int followed_ = 0;           ///< job id, with Held::followedJob
};

} // namespace kiosk::printing
