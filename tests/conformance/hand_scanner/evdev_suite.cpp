// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/code_reader/hand_scanner/evdev_scanner.h"
#include "tests/conformance/hand_scanner/every_case.h"
#include "tests/conformance/mock_bed.h"
#include "tests/support/emulated_scanner.h"
#include "tests/unit/drivers/hand_scanner/typed_keys.h"

using namespace kiosk;
using namespace kiosk::tests;

namespace {

/// The module for scanners that type, at an input node emulated under umockdev.
class EvdevRig final : public ScannerRig {
public:
    EvdevRig() { EvdevRig::plugAndOpen(); }

    drivers::CodeSource& scanner() override { return *scanner_; }
    void scan(const std::string& text) override { type(text + "\n"); }
    void scanHalf(const std::string& text) override { type(text); }
    void unplug() override { device_->unplug(); }
    void plugAndOpen() override {
        scanner_.reset();
        device_.reset();
        device_ = std::make_unique<EmulatedScanner>(mockBed());
        scanner_ = drivers::openEvdevScanner(device_->path()).value();
    }

private:
    void type(const std::string& text) {
        device_->type(typed(text, begin_));
        begin_ += 1000 + static_cast<long>(text.size()); // the pause of a hand
    }

    long begin_ = 1000; ///< ms
    std::unique_ptr<EmulatedScanner> device_;
    std::unique_ptr<drivers::CodeSource> scanner_;
};

} // namespace

TEST_CASE("D1 a scanner that types passes every case of the conformance kit") {
    passesEveryCase([] { return std::make_unique<EvdevRig>(); });
}
