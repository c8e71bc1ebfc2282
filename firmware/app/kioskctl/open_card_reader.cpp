// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kioskctl/open_card_reader.h"

#include "drivers/card_reader/pcsc/pcsc_card_reader.h"
#include "drivers/card_reader/sam/sam_reader.h"

namespace kiosk::app {

Result<std::unique_ptr<drivers::CardReader>> openCardReader(std::string_view name) {
    constexpr std::string_view kSerial = "serial:";
    if (name == "usb")
        return drivers::sam::openSamUsb();
    if (name.starts_with(kSerial) && name.size() > kSerial.size())
        return drivers::sam::openSamSerial(name.substr(kSerial.size()));
    if (name == "pcsc")
        return drivers::pcsc::openPcsc({});
    return fail(ErrorKind::unsupported, "usage.card-reader", Remedy::configuration, name);
}

} // namespace kiosk::app
