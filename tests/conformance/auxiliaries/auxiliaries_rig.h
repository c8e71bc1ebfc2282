// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>

#include "drivers/auxiliaries/auxiliaries.h"
#include "tests/conformance/kit/case.h"

namespace kiosk::tests {

/// Auxiliaries under test together with the hands and the eye before the cabinet: what a supplier
/// writes to have a module judged by this suite.
class AuxiliariesRig {
public:
    virtual ~AuxiliariesRig() = default;

    virtual drivers::Auxiliaries& auxiliaries() = 0;
    /// From now on the cabinet stands like this, as far as it has the parts.
    virtual void become(const drivers::CabinetState& state) = 0;
    /// Shortly: on and off again.
    virtual void pressCallKey() = 0;
    /// What an eye sees that looks at a light for some seconds.
    virtual drivers::FlashRate shown(drivers::Part light) = 0;
    virtual void unplug() = 0;
    /// Plugs the cabinet in again and opens it anew; auxiliaries() may be another object
    /// afterwards.
    virtual void plugAndOpen() = 0;
};

/// What every module for auxiliaries must do.
std::span<const Case<AuxiliariesRig>> auxiliariesCases();

/// A rig with its cabinet plugged in, opened and at rest. Each conformance program links one.
std::unique_ptr<AuxiliariesRig> makeAuxiliariesRig();

} // namespace kiosk::tests
