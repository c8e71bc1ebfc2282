// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/hosted/rigged_example.h"

#include "drivers/vendor/hosted/hosted_module.h"
#include "firmware/base/process/program.h"

namespace kiosk::tests {

std::shared_ptr<const drivers::vendor::Module> riggedExample() {
    using namespace drivers::vendor::hosted;
    auto host = Host::start(ownProgram("rigged-device"), KIOSK_BINARY_DIR "/vendor/acme.so");
    return HostedModule::describedBy(std::move(host.value())).value();
}

} // namespace kiosk::tests
