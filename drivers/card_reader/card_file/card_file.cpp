// SPDX-License-Identifier: Apache-2.0
#include "drivers/card_reader/card_file/card_file.h"

#include "firmware/base/bytes.h"
#include "firmware/base/files.h"
#include "firmware/base/text.h"

namespace kiosk::drivers {

namespace {

constexpr std::size_t kMostBytes = 64;
constexpr std::size_t kMostDigits = 20;

} // namespace

DeviceIdentity CardFile::identity() const {
    return {.module = "card-file",
            .model = "file",
            .serial = "",
            .firmware = "",
            .port = file_.string()};
}

Result<std::optional<std::string>> CardFile::look(std::stop_token) {
    const auto bytes = readFile(file_, kMostBytes);
    if (!bytes)
        return std::nullopt;
    const std::string number(trimmed(toText(*bytes)));
    if (number.empty() || number.size() > kMostDigits)
        return std::nullopt;
    const auto digits = fromHex(number);
    return digits ? std::optional(toHex(*digits)) : std::nullopt;
}

Result<std::unique_ptr<StaffCards>> openCardFile(const std::string& file) {
    return std::make_unique<CardFile>(file);
}

} // namespace kiosk::drivers
