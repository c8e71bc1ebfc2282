// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/kit/hosted_case.h"

#include "drivers/vendor/hosted/hosted.h"

namespace kiosk::tests {

namespace {

template <typename D>
using Open = Result<std::unique_ptr<D>> (*)(const std::string& at);

/// The process says the same of the device; only its serial may tell where it is.
template <typename D>
Result<> isTheSame(const D& here, const D& there) {
    TRY(met(here.identity().module == there.identity().module &&
                here.identity().model == there.identity().model,
            "it says that it is \"" + there.identity().model + "\" and not \"" +
                here.identity().model + "\""));
    return met(here.capabilities() == there.capabilities(), "its capabilities are others");
}

template <typename D>
ReadyCase hostedCase(const std::string& at, Open<D> openHere, Open<D> openHosted) {
    return {"module.hosted",
            "D3 the driver works in a process of its own, behind the kiosk's walls",
            [at, openHere, openHosted]() -> Result<> {
                const auto here = TRY(openHere(at));
                const auto there = TRY(openHosted(at));
                TRY(isTheSame(*here, *there));
                TRY(succeeds("check()", there->check({})));
                return succeeds("reset()", there->reset({}));
            }};
}

} // namespace

ReadyCase hostedReaderCase(const std::string& at) {
    return hostedCase<drivers::CardReader>(at, drivers::openVendorCardReader,
                                           drivers::openHostedCardReader);
}

ReadyCase hostedPrinterCase(const std::string& at) {
    return hostedCase<drivers::Printer>(at, drivers::openVendorPrinter, drivers::openHostedPrinter);
}

} // namespace kiosk::tests
