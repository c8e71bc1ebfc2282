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
    if constexpr (requires { here.capabilities(); })
        TRY(met(here.capabilities() == there.capabilities(), "its capabilities are others"));
    return {};
}

template <typename D>
ReadyCase caseOf(const std::string& at, Open<D> openHere, Open<D> openHosted) {
    return {"module.hosted",
            "D3 the driver works in a process of its own, behind the kiosk's walls",
            [at, openHere, openHosted]() -> Result<> {
                const auto here = TRY(openHere(at));
                const auto there = TRY(openHosted(at));
                TRY(isTheSame(*here, *there));
                if constexpr (requires { there->check({}); })
                    TRY(succeeds("check()", there->check({})));
                return succeeds("reset()", there->reset({}));
            }};
}

} // namespace

ReadyCase hostedCase(std::string_view deviceClass, const std::string& at) {
    using namespace drivers;
    if (deviceClass == "printer")
        return caseOf<Printer>(at, openVendorPrinter, openHostedPrinter);
    if (deviceClass == "camera")
        return caseOf<Camera>(at, openVendorCamera, openHostedCamera);
    if (deviceClass == "auxiliaries")
        return caseOf<Auxiliaries>(at, openVendorAuxiliaries, openHostedAuxiliaries);
    if (deviceClass == "code-reader")
        return caseOf<CodeSource>(at, openVendorCodeReader, openHostedCodeReader);
    return caseOf<CardReader>(at, openVendorCardReader, openHostedCardReader);
}

} // namespace kiosk::tests
