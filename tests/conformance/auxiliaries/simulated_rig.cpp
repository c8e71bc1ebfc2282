// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/kit/rigs.h"

namespace kiosk::tests {

std::unique_ptr<AuxiliariesRig> makeAuxiliariesRig() {
    return simulatedAuxiliariesRig();
}

} // namespace kiosk::tests
