// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/printer/usb_class/usb_printer.h"
#include "tests/support/usb_receipt_printer.h"

// The USB printer class over an emulated bus: what the wire can do to us, and we to the wire.

using namespace kiosk;
using namespace kiosk::drivers;
using namespace kiosk::tests;
using namespace std::chrono_literals;
using drivers::usb::UsbPrinter;
using Next = UsbReceiptPrinter::Next;

namespace {

constexpr std::chrono::milliseconds kPatient = 2000ms;
constexpr std::chrono::milliseconds kShort = 120ms;

MockTestbed& testbed() {
    static MockTestbed bed;
    return bed;
}

struct Bench {
    explicit Bench(
        UsbReceiptPrinter::Protocol protocol = UsbReceiptPrinter::Protocol::bidirectional)
        : function(model, protocol) {}

    ReceiptPrinterModel model{};
    UsbReceiptPrinter function;
    EmulatedUsbDevice device{testbed(), function};

    std::unique_ptr<UsbPrinter> open() const { return UsbPrinter::open("").value(); }
};

const Bytes kStatusQuestion = fromHex("100401").value();

/// Something of everything: status, a page's bytes, a question and its answer.
LinkResult<> wholeExchange(UsbPrinter& printer) {
    static_cast<void>(TRY(printer.portStatus({})));
    TRY(printer.write(fromHex("1b40").value(), kPatient, {}));
    TRY(printer.write(Bytes(200, std::byte{0x20}), kPatient, {}));
    TRY(printer.write(kStatusQuestion, kPatient, {}));
    static_cast<void>(TRY(printer.read(kPatient, {})));
    return printer.softReset({});
}

bool isLoss(LinkTrouble trouble) {
    return trouble == LinkTrouble::gone || trouble == LinkTrouble::failed;
}

} // namespace

TEST_CASE("D1 a printer on USB says who it is, though its id has no end") {
    const Bench bench;
    const auto printer = bench.open();
    CHECK(printer->identity().model == "Custom K80");
    CHECK(printer->identity().serial == "R0042");
    CHECK(printer->identity().port == "1-1");
}

TEST_CASE("D2 one of several printers on USB is named by its port or its ids") {
    const Bench bench;
    CHECK(UsbPrinter::open("1-1"));
    CHECK(UsbPrinter::open("0dd4:0237"));
    for (const char* elsewhere : {"1-2", "2-1", "0dd4:0238"})
        CHECK(UsbPrinter::open(elsewhere).error().code() == "printer.gone");
    for (const char* wrong : {"/dev/usb/lp0", "0dd4:02", "0dd4:xyzw", "printer"}) {
        const auto error = UsbPrinter::open(wrong).error();
        CHECK(error.code() == "printer.address");
        CHECK(error.remedy() == Remedy::configuration);
    }
}

TEST_CASE("D1 a printer that cannot answer is refused, and needs another supplier") {
    const Bench bench(UsbReceiptPrinter::Protocol::oneWay);
    const auto error = UsbPrinter::open("").error();
    CHECK(error.code() == "printer.one-way");
    CHECK(error.remedy() == Remedy::supplier);
}

TEST_CASE("D1 the kernel's driver gives the printer up and has it again afterwards") {
    const Bench bench;
    REQUIRE(bench.device.kernelHasIt());
    {
        const auto printer = bench.open();
        CHECK_FALSE(bench.device.kernelHasIt());
    }
    CHECK(bench.device.kernelHasIt());
}

TEST_CASE("D7 a printer never selected yet is ready; one that takes it back is not") {
    Bench bench;
    const auto printer = bench.open();
    CHECK(printer->portStatus({}) == usb::PortStatus{});
    CHECK(printer->isPortReady({}) == true);
    bench.function.setPortStatus(0x18);
    CHECK(printer->isPortReady({}) == true);
    bench.function.setPortStatus(0x08);
    CHECK(printer->isPortReady({}) == false);
    for (const unsigned trouble : {0x38U, 0x10U, 0x30U}) {
        bench.function.setPortStatus(trouble);
        CHECK(printer->isPortReady({}) == false);
    }
}

TEST_CASE("D1 bytes go both ways over USB, and a soft reset empties the printer") {
    Bench bench;
    const auto printer = bench.open();
    bench.model.begin(ReceiptPrinterModel::Fault::coverOpen);
    CHECK(printer->write(Bytes(5000, std::byte{'?'}), kPatient, {}));
    CHECK(printer->write(kStatusQuestion, kPatient, {}));
    CHECK(printer->read(kPatient, {}) == Bytes{std::byte{0x1A}});
    CHECK(printer->softReset({}));
    bench.model.end(ReceiptPrinterModel::Fault::coverOpen);
    CHECK(bench.model.garbage() == 0);
}

TEST_CASE("D1 a USB printer that takes or says nothing is silent in time") {
    Bench bench;
    const auto printer = bench.open();
    CHECK(printer->read(kShort, {}).error() == LinkTrouble::silent);
    bench.function.setNextOut(Next::nothing);
    const auto begin = std::chrono::steady_clock::now();
    CHECK(printer->write(kStatusQuestion, kShort, {}).error() == LinkTrouble::silent);
    CHECK(std::chrono::steady_clock::now() - begin < kPatient);
}

TEST_CASE("D1 a halted pipe of a USB printer is said once, and cleared") {
    Bench bench;
    const auto printer = bench.open();
    bench.function.setNextOut(Next::stall);
    CHECK(printer->write(kStatusQuestion, kPatient, {}).error() == LinkTrouble::stalled);
    CHECK(printer->write(kStatusQuestion, kPatient, {}));
    bench.function.setNextIn(Next::stall);
    CHECK(printer->read(kPatient, {}).error() == LinkTrouble::stalled);
    CHECK(printer->read(kPatient, {}) == Bytes{std::byte{0x12}});
}

TEST_CASE("D1 a stop ends a wait on the bus, and a question before it is asked") {
    Bench bench;
    const auto printer = bench.open();
    std::stop_source stop;
    stop.request_stop();
    const int before = bench.device.transfers();
    CHECK(printer->read(kPatient, stop.get_token()).error() == LinkTrouble::cancelled);
    CHECK(printer->portStatus(stop.get_token()).error() == LinkTrouble::cancelled);
    CHECK(bench.device.transfers() == before);
}

TEST_CASE("D3 a USB printer pulled at any transfer is gone, and works when it is back") {
    Bench bench;
    auto whole = bench.open();
    const int opening = bench.device.transfers();
    REQUIRE(wholeExchange(*whole));
    const int transfers = bench.device.transfers() - opening;
    REQUIRE(transfers >= 6);
    for (int at = 1; at <= transfers; ++at) {
        CAPTURE(at);
        whole.reset();
        bench.device.unplug();
        bench.device.plug();
        whole = bench.open();
        bench.device.unplugAtTransfer(at);
        const auto cut = wholeExchange(*whole);
        REQUIRE_FALSE(cut);
        CHECK(isLoss(cut.error()));
        CHECK(whole->portStatus({}).error() == LinkTrouble::gone);
        CHECK(UsbPrinter::open("").error().kind() != ErrorKind::internal);
    }
    whole.reset();
    bench.device.unplug();
    CHECK(UsbPrinter::open("").error().code() == "printer.gone");
    bench.device.plug();
    CHECK(wholeExchange(*bench.open()));
}

TEST_CASE("D3 a USB printer pulled while it is asked who it is can still be opened or is gone") {
    Bench bench;
    static_cast<void>(bench.open());
    const int transfers = bench.device.transfers();
    for (int at = 1; at <= transfers; ++at) {
        CAPTURE(at);
        bench.device.unplug();
        bench.device.plug();
        bench.device.unplugAtTransfer(at);
        const auto opened = UsbPrinter::open("");
        if (opened)
            CHECK((*opened)->portStatus({}).error() == LinkTrouble::gone);
        else
            CHECK(opened.error().remedy() == Remedy::technician);
    }
}
