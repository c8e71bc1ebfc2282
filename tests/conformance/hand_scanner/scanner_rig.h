// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>

#include "drivers/code_reader/code_source.h"
#include "tests/conformance/kit/case.h"

namespace kiosk::tests {

/// A device that reads codes by itself, and the hand that holds codes before it: what a supplier
/// writes to have a hand scanner judged by this suite. Texts have capitals, digits, ':' and '-'.
class ScannerRig {
public:
    virtual ~ScannerRig() = default;

    virtual drivers::CodeSource& scanner() = 0;
    /// A code of this text is read, whole.
    virtual void scan(const std::string& text) = 0;
    /// The device sends so much of a code, and no more.
    virtual void scanHalf(const std::string& text) = 0;
    virtual void unplug() = 0;
    /// Plugs it in again and opens it anew; scanner() may be another object afterwards.
    virtual void plugAndOpen() = 0;
};

/// What every code reader must do.
std::span<const Case<ScannerRig>> scannerCases();

} // namespace kiosk::tests
