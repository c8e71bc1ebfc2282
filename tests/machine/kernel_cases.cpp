// SPDX-License-Identifier: Apache-2.0
#include "tests/machine/kernel_cases.h"

#include <array>
#include <functional>
#include <thread>

#include "drivers/printer/usb_class/usb_printer.h"

namespace kiosk::machine {

namespace {

using namespace drivers;
using namespace std::chrono_literals;
using tests::met;
using Fault = tests::ReceiptPrinterModel::Fault;

constexpr auto kPatience = 10s;
constexpr auto kBetweenLooks = 20ms;
constexpr int kRows = 200; ///< of the strip that is printed

bool becomes(const std::function<bool()>& expected) {
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (!expected()) {
        if (std::chrono::steady_clock::now() > deadline)
            return false;
        std::this_thread::sleep_for(kBetweenLooks);
    }
    return true;
}

/// The kernel's module that has the interface at this port ("2-1"), empty for none.
std::string moduleAt(const std::string& port) {
    std::error_code none;
    return std::filesystem::read_symlink("/sys/bus/usb/devices/" + port + ":1.0/driver", none)
        .filename();
}

Result<> kernelLetsGo(PrinterGadgetBench& bench) {
    const std::string port = bench.printer().identity().port;
    TRY(met(moduleAt(port) == "usbfs", "'" + moduleAt(port) + "' has the open printer, not usbfs"));
    bench.close();
    TRY(met(becomes([&] { return moduleAt(port) == "usblp"; }),
            "usblp does not have the printer back that was closed"));
    const Result<PrinterStatus> status = bench.reopened().status({});
    return met(status && status->canPrint() && moduleAt(port) == "usbfs",
               "a printer that usblp had does not answer");
}

Result<> portTellsPaper(PrinterGadgetBench& bench) {
    bench.close();
    const auto printer = TRY(usb::UsbPrinter::open(""));
    TRY(met(printer->identity().model == "Custom K80" && printer->identity().serial == "R0042",
            "the device id is '" + printer->identity().model + "', '" + printer->identity().serial +
                "'"));
    const auto tells = [&](bool empty) {
        return becomes([&] {
            const auto status = printer->portStatus({});
            return status && !status->error && status->paperEmpty == empty;
        });
    };
    TRY(met(tells(false), "the port does not tell that there is paper"));
    bench.takePaper();
    TRY(met(tells(true), "the port does not tell that the paper is out"));
    bench.putPaper();
    return met(tells(false), "the port does not tell that there is paper again");
}

/// Oblique stripes, so that a row lost or doubled is seen.
Result<RasterPage> stripes(int /*page*/, const RasterForm& form) {
    RasterPage drawn{.width = form.width, .height = kRows};
    for (int y = 0; y < drawn.height; ++y)
        for (int x = 0; x < drawn.width; ++x)
            drawn.dots.push_back((x + y) / 3 % 2 == 0 ? std::byte{} : std::byte{255});
    return drawn;
}

Result<> rollEndsInStrip(PrinterGadgetBench& bench) {
    constexpr std::size_t kRowsOnTheRoll = 90;
    const PrintDocument document{.pages = 1, .jobName = "slip", .drawPage = stripes};
    bench.model().beginAfter(kRowsOnTheRoll, Fault::paperOut);
    bench.pageOut();
    const SentJob job{TRY(bench.printer().submit(document, {})), document.pages};
    const auto isAt = [&](JobState state, int pagesOut) {
        return becomes([&] {
            const auto progress = bench.printer().progress(job, {});
            return progress && progress->state == state && progress->pagesOut == pagesOut;
        });
    };
    TRY(met(isAt(JobState::stopped, 0), "the job does not stop where the roll ends"));
    const PrinterStatus status = TRY(bench.printer().status({}));
    TRY(met(status.paper == PaperState::out && status.device == DeviceState::userError,
            "its status does not show that the paper is out"));
    TRY(met(bench.model().rowsBurned() == kRowsOnTheRoll, "it burned where no paper was"));
    bench.putPaper();
    TRY(met(isAt(JobState::completed, 1), "the strip does not come to its end on a new roll"));
    const std::vector<Bytes> strips = bench.received();
    return met(strips.size() == 1 && strips.front() == bench.asReceived(document),
               "the strip is not whole, or there are two");
}

constexpr auto kKernelCases = std::to_array<tests::Case<PrinterGadgetBench>>({
    {"kernel.usblp", "D1 the kernel's own module for printers lets go of one that is opened",
     kernelLetsGo},
    {"kernel.port-status", "D7 the port of a printer on USB tells that the paper is out",
     portTellsPaper},
    {"kernel.roll-ends",
     "D8 the roll ends in the middle of a strip: it is told, and the strip goes on",
     rollEndsInStrip},
});

} // namespace

std::span<const tests::Case<PrinterGadgetBench>> kernelCases() {
    return kKernelCases;
}

} // namespace kiosk::machine
