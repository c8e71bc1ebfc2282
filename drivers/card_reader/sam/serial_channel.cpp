// SPDX-License-Identifier: Apache-2.0
#include "drivers/card_reader/sam/serial_channel.h"

#include "drivers/card_reader/card_trouble.h"

namespace kiosk::drivers::sam {

Result<std::unique_ptr<SerialChannel>> SerialChannel::open(const std::filesystem::path& path,
                                                           unsigned baud) {
    auto line = SerialTransport::open(path, baud);
    if (!line && line.error().kind() == ErrorKind::notFound)
        return std::unexpected(asError(CardTrouble::gone, path.string()));
    return std::unique_ptr<SerialChannel>(new SerialChannel(TRY(std::move(line))));
}

LinkResult<> SerialChannel::send(ByteView frame, std::chrono::milliseconds timeout,
                                 const std::stop_token& stop) {
    return line_->write(frame, timeout, stop);
}

LinkResult<Bytes> SerialChannel::receive(FramePart /*part*/, std::chrono::milliseconds timeout,
                                         const std::stop_token& stop) {
    return line_->read(timeout, stop);
}

DeviceIdentity SerialChannel::identity() const {
    return {.module = "sam-serial",
            .model = "",
            .serial = "",
            .firmware = "",
            .port = line_->path().string()};
}

} // namespace kiosk::drivers::sam
