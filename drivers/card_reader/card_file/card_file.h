// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "drivers/card_reader/staff_cards.h"

namespace kiosk::drivers {

/// A file in place of a staff card reader: its only line is the number of the card that lies there
/// (hexadecimal, at most 20 characters). Without a file, or with anything else in it, none lies
/// there.
class CardFile final : public StaffCards {
public:
    explicit CardFile(std::filesystem::path file) : file_(std::move(file)) {}

    DeviceIdentity identity() const override;
    Result<> reset(std::stop_token) override { return {}; }
    Result<std::optional<std::string>> look(std::stop_token stop) override;

private:
    std::filesystem::path file_;
};

Result<std::unique_ptr<StaffCards>> openCardFile(const std::string& file);

} // namespace kiosk::drivers
