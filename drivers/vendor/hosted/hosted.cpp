// SPDX-License-Identifier: Apache-2.0
#include "drivers/vendor/hosted/hosted.h"

#include "drivers/vendor/hosted/hosted_module.h"
#include "drivers/vendor/vendor_device.h"
#include "firmware/base/process/program.h"

namespace kiosk::drivers {

namespace {

using namespace vendor;

template <typename D>
Result<std::unique_ptr<D>> openIn(const std::string& configured,
                                  Result<std::unique_ptr<D>> (*open)(std::shared_ptr<const Module>,
                                                                     const std::string&)) {
    const Place place = placeIn(configured);
    auto host = TRY(hosted::Host::start(ownProgram("kiosk-device"), place.file));
    return open(TRY(hosted::HostedModule::describedBy(std::move(host))), place.at);
}

} // namespace

Result<std::unique_ptr<CardReader>> openHostedCardReader(const std::string& at) {
    return openIn(at, openCardReader);
}

Result<std::unique_ptr<Printer>> openHostedPrinter(const std::string& at) {
    return openIn(at, openPrinter);
}

Result<std::unique_ptr<Camera>> openHostedCamera(const std::string& at) {
    return openIn(at, openCamera);
}

Result<std::unique_ptr<Auxiliaries>> openHostedAuxiliaries(const std::string& at) {
    return openIn(at, openAuxiliaries);
}

Result<std::unique_ptr<CodeSource>> openHostedCodeReader(const std::string& at) {
    return openIn(at, openCodeReader);
}

} // namespace kiosk::drivers
