// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <winscard.h>

#include "drivers/card_reader/pcsc/chip_link.h"

namespace kiosk::drivers::pcsc {

/// A reader behind the PC/SC service (pcscd). One thread calls it. How long a card may take to
/// answer is the service's to say: some seconds.
class PcscLink final : public ChipLink {
public:
    /// The first reader whose name contains `name`. "reader.gone" where there is none, or no
    /// service.
    static Result<std::unique_ptr<PcscLink>> open(const std::string& name);
    ~PcscLink() override;
    PcscLink(const PcscLink&) = delete;
    PcscLink& operator=(const PcscLink&) = delete;

    std::string readerName() const override { return reader_; }
    ChipResult<ChipSeat> look() override;
    ChipResult<> connect() override;
    ChipResult<Bytes> transmit(ByteView command) override;
    void disconnect() override;

private:
    explicit PcscLink(SCARDCONTEXT context) : context_(context) {}

    SCARDCONTEXT context_;
    std::string reader_;
    SCARDHANDLE card_ = 0; ///< connected, unless 0
    DWORD protocol_ = 0;
};

} // namespace kiosk::drivers::pcsc
