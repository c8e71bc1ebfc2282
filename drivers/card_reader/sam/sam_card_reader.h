// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/card_reader/card_reader.h"
#include "drivers/card_reader/sam/sam_module.h"

namespace kiosk::drivers::sam {

/// The policy over the protocol: what is tried again, what a status means, what the kiosk is told.
/// A broken exchange (no preamble, wrong check, cut short, halted pipe) and a wrong record are
/// tried once more; silence is not, for it has used up the time.
class SamCardReader final : public CardReader {
public:
    /// Asks the module whether it works and for its number. Takes at most 2 s.
    static Result<std::unique_ptr<SamCardReader>> open(std::unique_ptr<FrameChannel> channel,
                                                       const Clock& clock, SamTiming timing = {});

    DeviceIdentity identity() const override { return identity_; }
    CardReaderCapabilities capabilities() const override;
    Result<> reset(std::stop_token stop) override;
    Result<bool> findCard(std::stop_token stop) override;
    Result<IdCard> readCard(std::stop_token stop) override;
    Result<bool> cardStillThere(std::stop_token stop) override;
    Result<std::string> samNumber(std::stop_token stop) override;

private:
    enum class LastRead { none, good };

    SamCardReader(std::unique_ptr<FrameChannel> channel, const Clock& clock, SamTiming timing)
        : module_(std::move(channel), clock, timing) {}

    /// The reply, whatever its status.
    Result<Answer> ask(Command command, SteadyTime deadline, const std::stop_token& stop);
    /// The reply of a command that was carried out; any other status is its error.
    Result<Answer> carryOut(Command command, SteadyTime deadline, const std::stop_token& stop);
    Result<IdCard> readOnce(SteadyTime deadline, const std::stop_token& stop);
    /// Empty where the card has none.
    Result<std::string> readNewestAddress(SteadyTime deadline, const std::stop_token& stop);
    Error errorOf(Command command, std::uint8_t status, const std::stop_token& stop);
    SteadyTime within(std::chrono::milliseconds time) const;

    SamModule module_;
    DeviceIdentity identity_;
    LastRead lastRead_ = LastRead::none;
};

} // namespace kiosk::drivers::sam
