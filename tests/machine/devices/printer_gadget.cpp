// SPDX-License-Identifier: Apache-2.0
#include "tests/machine/devices/printer_gadget.h"

#include <algorithm>

#include <fcntl.h>
#include <linux/usb/g_printer.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace kiosk::machine {

namespace {

constexpr const char* kFile = "/dev/g_printer0";
constexpr std::size_t kReadSize = 8192; ///< of the kernel's buffers
constexpr std::size_t kAnswerSize = 64; ///< one packet
/// Looks at what a hand did to the printer.
constexpr std::chrono::milliseconds kBetweenLooks{10};

enum class Want : short { nothing = 0, read = POLLIN, write = POLLOUT };

/// Waits that long for it, unless the device is in no state for either.
bool isReady(const DeviceFile& file, Want want, std::chrono::milliseconds patience) {
    pollfd waiting{.fd = file.number(), .events = static_cast<short>(want), .revents = 0};
    ::poll(&waiting, 1, static_cast<int>(patience.count()));
    if ((waiting.revents & (POLLERR | POLLHUP)) != 0) // and poll() came back at once
        std::this_thread::sleep_for(patience);
    return (waiting.revents & waiting.events) != 0;
}

} // namespace

Result<std::unique_ptr<PrinterGadget>> PrinterGadget::open(tests::ReceiptPrinterModel& model,
                                                           const std::string& port) {
    // The kernel counts the id's length without the two bytes in which it says it, so that the host
    // loses the last two.
    const std::string id = std::string(tests::ReceiptPrinterModel::kDeviceId) + ";;";
    UsbGadget gadget = TRY(UsbGadget::make({.name = "printer",
                                            .vendor = 0x0DD4,
                                            .product = 0x0237,
                                            .maker = "Kiosk",
                                            .model = "Played receipt printer",
                                            .serial = "1",
                                            .function = "printer.slips",
                                            .attributes = {{"pnp_string", id}},
                                            .port = port}));
    std::unique_ptr<PrinterGadget> printer(new PrinterGadget(model, std::move(gadget)));
    TRY(printer->plug());
    return printer;
}

PrinterGadget::~PrinterGadget() {
    static_cast<void>(unplug());
}

Result<> PrinterGadget::plug() {
    model_.powerCycle();
    untaken_.clear();
    TRY(gadget_.plug());
    file_ = TRY(DeviceFile::openSoon(kFile, O_RDWR | O_NONBLOCK));
    server_ = std::jthread([this](const std::stop_token& stop) { serve(stop); });
    return {};
}

/// The kernel wants nobody to read or write while it takes the device away.
Result<> PrinterGadget::unplug() {
    server_ = {};
    const Result<> unplugged = gadget_.unplug();
    file_.reset();
    return unplugged;
}

void PrinterGadget::serve(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        tellPort();
        takeFromHost();
        answerHost();
    }
}

void PrinterGadget::tellPort() const {
    const auto status = std::to_integer<std::uintptr_t>(model_.portStatus());
    // The kernel takes the status itself where others take its address.
    static_cast<void>(file_->control(GADGET_SET_PRINTER_STATUS, reinterpret_cast<void*>(status),
                                     "set the port's status"));
}

/// A printer whose buffer is full takes nothing from the bus, and the host waits.
void PrinterGadget::takeFromHost() {
    const bool hasRoom = untaken_.empty();
    if (isReady(*file_, hasRoom ? Want::read : Want::nothing, kBetweenLooks)) {
        untaken_.resize(kReadSize);
        const ssize_t count = ::read(file_->number(), untaken_.data(), untaken_.size());
        untaken_.resize(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    }
    if (!untaken_.empty() && model_.receive(untaken_))
        untaken_.clear();
}

void PrinterGadget::answerHost() const {
    if (!isReady(*file_, Want::write, {}))
        return; // nobody fetched what was answered before
    const Bytes answer = model_.send(kAnswerSize);
    if (!answer.empty())
        static_cast<void>(file_->write(answer));
}

} // namespace kiosk::machine
