// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/card_reader/reader_rig.h"

#include "drivers/vendor/vendor_device.h"
#include "tests/conformance/hosted/hands.h"
#include "tests/conformance/hosted/rigged_example.h"
#include "tests/conformance/kit/vendor_card.h"

namespace kiosk::tests {

namespace {

class HostedReaderRig final : public ReaderRig {
public:
    drivers::CardReader& reader() override { return *reader_; }
    void lay(const drivers::IdCard& card) override {
        const kiosk_id_card theirs = toVendor(card);
        by<&kiosk_reader_rig::lay>(*module_, &theirs);
    }
    void lift() override { by<&kiosk_reader_rig::lift>(*module_); }
    void failNextRead(drivers::CardTrouble trouble) override {
        by<&kiosk_reader_rig::fail_next_read>(*module_, toVendor(trouble));
    }
    void unplug() override { by<&kiosk_reader_rig::unplug>(*module_); }
    void plugAndOpen() override {
        by<&kiosk_reader_rig::plug>(*module_);
        reader_.reset();
        reader_ = drivers::vendor::openCardReader(module_, "").value();
    }
    void holdNextRead() override { by<&kiosk_reader_rig::hold_next_read>(*module_); }

private:
    std::shared_ptr<const drivers::vendor::Module> module_ = riggedExample();
    std::unique_ptr<drivers::CardReader> reader_ =
        drivers::vendor::openCardReader(module_, "").value();
};

} // namespace

std::unique_ptr<ReaderRig> makeReaderRig() {
    return std::make_unique<HostedReaderRig>();
}

} // namespace kiosk::tests
