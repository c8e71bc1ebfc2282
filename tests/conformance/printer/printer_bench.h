// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>

#include "drivers/printer/printer.h"
#include "tests/conformance/kit/case.h"

namespace kiosk::tests {

/// A printer under test and the hands that stand beside it. Whoever writes a driver module brings
/// one of these for their device and links it with the suite.
class PrinterBench {
public:
    virtual ~PrinterBench() = default;

    /// Ready, with A4 paper, no job.
    virtual drivers::Printer& printer() = 0;
    /// A driver opened anew on the same device, as after a restart of the kiosk: it remembers no
    /// job. printer() is not asked any more.
    virtual drivers::Printer& reopened() = 0;
    /// What the driver says it takes.
    virtual std::vector<drivers::DocumentFormat> formats() const {
        return {drivers::DocumentFormat::pdf};
    }
    /// All documents the device was given, oldest first, as it received them.
    virtual std::vector<Bytes> received() const = 0;
    /// What received() shows of a document of one page that arrived as it should.
    virtual Bytes asReceived(const drivers::PrintDocument& document) const { return document.pdf; }

    virtual void pageOut() = 0; ///< the running job's next page leaves the machine
    virtual void jam() = 0;     ///< while a job runs, before its next page
    virtual void clearJam() = 0;
    virtual void openCover() = 0; ///< while a job runs
    virtual void closeCover() = 0;
    virtual void takePaper() = 0;
    virtual void putPaper() = 0;
    virtual void lowToner() = 0;
    virtual void settleCancelled() = 0; ///< lets a cancelled job come to its end
    virtual void vanish() = 0;          ///< the cable is pulled or the power goes

    /// The answer to the next hand-over never reaches the driver.
    virtual void loseNextReply() { throw NotOffered{"lose the answer to a hand-over"}; }

    /// The device takes its time with the next document, longer than a stop may be waited for.
    virtual void holdNextJob() { throw NotOffered{"hold up a hand-over"}; }

    /// How long the device may take to show what a hand has done.
    virtual std::chrono::milliseconds settlingTime() const = 0;
};

/// What every printer must do.
std::span<const Case<PrinterBench>> printerCases();

/// Defined by the one bench that is linked with the suite.
std::unique_ptr<PrinterBench> makePrinterBench();

} // namespace kiosk::tests
