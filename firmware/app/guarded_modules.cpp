// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/guarded_modules.h"

#include "firmware/app/egress.h"

namespace kiosk::app {

using drivers::Slot;

template <typename D>
typename Slot<D>::Open
GuardedModules::guarded(std::string_view part, const std::optional<DeviceChoice>& choice,
                        typename Slot<D>::Open (*module)(const DeviceChoice&),
                        parts::OtherPart other) const {
    if (!choice)
        return {};
    DeviceChoice chosen = *choice;
    chosen.through = egressSocket(part);
    return [part, other, guard = guard_, parts = parts_, at = choice->at,
            open = module(chosen)]() -> Result<std::shared_ptr<D>> {
        TRY(guard->admit(part, at));
        std::shared_ptr<D> device = TRY(open());
        TRY(parts->note(part, device->identity(), other));
        return device;
    };
}

Result<GuardedModules> GuardedModules::of(const Config& config) {
    auto list = TRY(drivers::AllowList::load(config.usbDevices));
    auto parts = TRY(parts::PartsBook::open(config.state / parts::kPartsFileName));
    return GuardedModules(config, std::make_shared<drivers::UsbGuard>(std::move(list)),
                          std::move(parts));
}

Slot<drivers::CardReader>::Open GuardedModules::cardReader() const {
    return guarded<drivers::CardReader>("cardReader", config_.cardReader, cardReaderModule,
                                        parts::OtherPart::isKeptOut);
}

Slot<drivers::Printer>::Open GuardedModules::printer() const {
    return guarded<drivers::Printer>("printer", config_.printer, printerModule);
}

Slot<drivers::Printer>::Open GuardedModules::receiptPrinter() const {
    return guarded<drivers::Printer>("receiptPrinter", config_.receiptPrinter, printerModule);
}

Slot<drivers::Camera>::Open GuardedModules::camera() const {
    return guarded<drivers::Camera>("camera", config_.camera, cameraModule);
}

Slot<drivers::Auxiliaries>::Open GuardedModules::auxiliaries() const {
    return guarded<drivers::Auxiliaries>("auxiliaries", config_.auxiliaries, auxiliariesModule);
}

Slot<drivers::CodeSource>::Open GuardedModules::codeScanner() const {
    return guarded<drivers::CodeSource>("codeScanner", config_.codeScanner, codeScannerModule);
}

Slot<drivers::StaffCards>::Open GuardedModules::staffCards() const {
    // Told alone: where it is kept out nobody could come in to accept it, and a card opens nothing
    // without its PIN.
    return guarded<drivers::StaffCards>("staffCards", config_.staffCards, staffCardsModule);
}

} // namespace kiosk::app
