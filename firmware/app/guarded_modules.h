// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/usb_guard/usb_guard.h"
#include "firmware/app/modules.h"
#include "firmware/parts/parts_book.h"

namespace kiosk::app {

/// A kiosk's parts as its configuration names them, each behind the guard: opening one is
/// "device.not-allowed" where a device on USB is not what the kiosk's list allows. Whoever was
/// opened is compared with the parts' record; a card reader that is another is
/// "device.other-part". A part that the configuration does not have is empty.
class GuardedModules {
public:
    /// "device.allow-list" and "parts.record" when the list or the record cannot be read.
    static Result<GuardedModules> of(const Config& config);

    drivers::Slot<drivers::CardReader>::Open cardReader() const;
    drivers::Slot<drivers::Printer>::Open printer() const;
    drivers::Slot<drivers::Printer>::Open receiptPrinter() const;
    drivers::Slot<drivers::Camera>::Open camera() const;
    drivers::Slot<drivers::Auxiliaries>::Open auxiliaries() const;
    drivers::Slot<drivers::CodeSource>::Open codeScanner() const;
    drivers::Slot<drivers::StaffCards>::Open staffCards() const;

    drivers::UsbGuard& guard() const { return *guard_; }
    std::shared_ptr<parts::PartsBook> parts() const { return parts_; }

private:
    GuardedModules(const Config& config, std::shared_ptr<drivers::UsbGuard> guard,
                   std::shared_ptr<parts::PartsBook> parts)
        : config_(config), guard_(std::move(guard)), parts_(std::move(parts)) {}

    template <typename D>
    typename drivers::Slot<D>::Open
    guarded(std::string_view part, const std::optional<DeviceChoice>& choice,
            typename drivers::Slot<D>::Open (*module)(const DeviceChoice&),
            parts::OtherPart other = parts::OtherPart::isTold) const;

    Config config_;
    // Both live on in what was made here.
    std::shared_ptr<drivers::UsbGuard> guard_;
    std::shared_ptr<parts::PartsBook> parts_;
};

} // namespace kiosk::app
