// SPDX-License-Identifier: Apache-2.0
#include "drivers/code_reader/hand_scanner/serial_scanner.h"

#include <deque>

#include "drivers/code_reader/hand_scanner/line_typing.h"
#include "drivers/transport/serial_transport.h"

namespace kiosk::drivers {

namespace {

constexpr std::chrono::milliseconds kLongestSilence{1000};

scanner::Moment now() {
    return std::chrono::duration_cast<scanner::Moment>(
        std::chrono::steady_clock::now().time_since_epoch());
}

std::unexpected<Error> gone() {
    return fail(ErrorKind::notFound, "scanner.gone", Remedy::technician);
}

class SerialScanner final : public CodeSource {
public:
    explicit SerialScanner(std::unique_ptr<SerialTransport> line) : line_(std::move(line)) {}

    DeviceIdentity identity() const override {
        return {.module = "scanner-serial",
                .model = "",
                .serial = "",
                .firmware = "",
                .port = line_->path().string()};
    }
    /// Forgets what it has sent so far.
    Result<> reset(std::stop_token) override {
        typing_ = {};
        whole_.clear();
        return {};
    }
    Result<std::optional<Code>> next(std::stop_token stop) override;

private:
    void take(const Bytes& bytes);

    std::unique_ptr<SerialTransport> line_;
    scanner::LineTyping typing_;
    std::deque<Code> whole_; ///< came in one go with the one before
};

Result<std::optional<Code>> SerialScanner::next(std::stop_token stop) {
    while (whole_.empty()) {
        const auto bytes = line_->read(kLongestSilence, stop);
        if (!bytes && bytes.error() == LinkTrouble::silent)
            return std::nullopt;
        if (!bytes && bytes.error() == LinkTrouble::cancelled)
            return fail(ErrorKind::cancelled, "scanner.cancelled", Remedy::wait);
        if (!bytes)
            return gone();
        take(*bytes);
    }
    Code code = std::move(whole_.front());
    whole_.pop_front();
    return code;
}

void SerialScanner::take(const Bytes& bytes) {
    const scanner::Moment at = now();
    for (const std::byte byte : bytes)
        if (auto text = typing_.byte(byte, at))
            whole_.push_back({std::move(*text)});
}

} // namespace

Result<std::unique_ptr<CodeSource>> openSerialScanner(const std::filesystem::path& tty,
                                                      unsigned baud) {
    return std::make_unique<SerialScanner>(TRY(SerialTransport::open(tty, baud)));
}

} // namespace kiosk::drivers
