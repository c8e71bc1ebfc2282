// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/code_reader/hand_scanner/serial_scanner.h"
#include "tests/conformance/hand_scanner/every_case.h"
#include "tests/conformance/kit/rigs.h"
#include "tests/support/pty_device.h"

using namespace kiosk;
using namespace kiosk::tests;

namespace {

/// The module for scanners on a serial line, at a pseudo-terminal.
class SerialRig final : public ScannerRig {
public:
    SerialRig() { open(); }
    ~SerialRig() override { scanner_.reset(); }
    SerialRig(const SerialRig&) = delete;
    SerialRig& operator=(const SerialRig&) = delete;

    drivers::CodeSource& scanner() override { return *scanner_; }
    void scan(const std::string& text) override { line_.say(toBytes(text + "\r")); }
    void scanHalf(const std::string& text) override { line_.say(toBytes(text)); }
    void unplug() override { line_.unplug(); }
    void plugAndOpen() override {
        scanner_.reset();
        line_.plug();
        open();
    }

private:
    void open() { scanner_ = drivers::openSerialScanner(line_.path(), 9600).value(); }

    PtyDevice line_{[](ByteView) { return LineReply{}; }};
    std::unique_ptr<drivers::CodeSource> scanner_;
};

} // namespace

TEST_CASE("D1 a scanner on a line passes every case of the conformance kit") {
    passesEveryCase([] { return std::make_unique<SerialRig>(); });
}

TEST_CASE("D1 a simulated scanner passes every case of the conformance kit") {
    passesEveryCase(simulatedScannerRig);
}
