// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include "drivers/printer/escpos/codec/commands.h"
#include "drivers/printer/escpos/printer_link.h"

namespace kiosk::drivers::escpos {

/// Questions and answers over one link: sorts what the printer sends, at whatever time, into
/// status, done marks and noise. Errors: "printer.gone" and "printer.silent" (technician),
/// "printer.stopped" (wait): the stop token asked.
class Dialogue {
public:
    explicit Dialogue(std::unique_ptr<PrinterLink> link) : link_(std::move(link)) {}

    DeviceIdentity identity() const { return link_->identity(); }

    /// Everything the printer says of itself, at most 1.5 s; less is asked of one that is online.
    Result<Condition> condition(const std::stop_token& stop);
    /// Is it still online? The shortest question, for between two pieces of a page.
    Result<bool> isOnline(const std::stop_token& stop);
    Result<> send(ByteView bytes, const std::stop_token& stop);

    /// Asks the printer to say when it has carried out all it was sent so far.
    Result<> askDone(const std::stop_token& stop);
    /// Has it said so? As of the last answers heard.
    bool isDone() const { return done_; }

    /// The printer throws away what it has not printed. Errors of a wire that takes nothing any
    /// more are kept for the next question: the buffer it cannot empty is full.
    Result<> forget(const std::stop_token& stop);

private:
    Result<std::byte> ask(StatusPart part, const std::stop_token& stop);
    void hear(ByteView answers);
    Result<> hearWaiting(const std::stop_token& stop);

    std::unique_ptr<PrinterLink> link_;
    std::optional<std::byte> status_; ///< the first heard since it was asked for
    bool done_ = false;               ///< since askDone()
};

} // namespace kiosk::drivers::escpos
