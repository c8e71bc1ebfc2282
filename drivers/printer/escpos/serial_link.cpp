// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "drivers/printer/escpos/printer_link.h"
#include "drivers/transport/serial_transport.h"

namespace kiosk::drivers::escpos {

namespace {

class SerialLink final : public PrinterLink {
public:
    explicit SerialLink(std::unique_ptr<SerialTransport> line) : line_(std::move(line)) {}

    LinkResult<> write(ByteView bytes, std::chrono::milliseconds timeout,
                       const std::stop_token& stop) override {
        return line_->write(bytes, timeout, stop);
    }
    LinkResult<Bytes> read(std::chrono::milliseconds timeout,
                           const std::stop_token& stop) override {
        return line_->read(timeout, stop);
    }
    LinkResult<bool> isReady(const std::stop_token& /*stop*/) override { return true; }
    LinkResult<> reset(const std::stop_token& /*stop*/) override { return {}; }
    DeviceIdentity identity() const override {
        return {.module = "escpos-serial",
                .model = "ESC/POS",
                .serial = "",
                .firmware = "",
                .port = line_->path().string()};
    }

private:
    std::unique_ptr<SerialTransport> line_;
};

/// What stands behind the comma; 0, which no line has, where that is no number.
unsigned baudFrom(std::string_view text) {
    unsigned baud = 0;
    std::from_chars(text.data(), text.data() + text.size(), baud);
    return baud;
}

} // namespace

Result<std::unique_ptr<PrinterLink>> openSerialLink(const std::string& at) {
    constexpr unsigned kUsualBaud = 115200;
    const std::size_t comma = at.find(',');
    const unsigned baud = comma == std::string::npos ? kUsualBaud : baudFrom(at.substr(comma + 1));
    auto line = SerialTransport::open(at.substr(0, comma), baud);
    if (!line && line.error().kind() == ErrorKind::notFound)
        return fail(ErrorKind::unavailable, "printer.gone", Remedy::technician, at);
    return std::make_unique<SerialLink>(TRY(std::move(line)));
}

} // namespace kiosk::drivers::escpos
