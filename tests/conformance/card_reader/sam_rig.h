// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/card_reader/sam/sam_reader.h"
#include "tests/conformance/card_reader/reader_rig.h"
#include "tests/support/sam_device_model.h"

namespace kiosk::tests {

/// A rig around the SAM device model; what differs is the wire.
class SamRig : public ReaderRig {
public:
    drivers::CardReader& reader() override { return *reader_; }
    void lay(const drivers::IdCard& card) override { model_.lay(card); }
    void lift() override { model_.lift(); }
    void failNextRead(drivers::CardTrouble trouble) override;
    void holdNextRead() override { model_.inject({.kind = SamFault::Kind::silence}); }
    SamDeviceModel& model() { return model_; }

protected:
    /// Long enough for a busy machine, short where a test waits for it.
    static drivers::sam::SamTiming timing() {
        using namespace std::chrono_literals;
        return {.control = 900ms, .read = 1900ms, .gap = 100ms, .quiet = 20ms};
    }

    SamDeviceModel model_; // outlives the wire of the rigs derived
    std::unique_ptr<drivers::CardReader> reader_;
};

/// As makeReaderRig(), for the cases that spoil the wire.
std::unique_ptr<SamRig> makeSamRig();

} // namespace kiosk::tests
