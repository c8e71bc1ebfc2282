// SPDX-License-Identifier: Apache-2.0
#include "drivers/vendor/vendor.h"
#include "drivers/vendor/vendor_device.h"

namespace kiosk::drivers {

namespace {

using namespace std::chrono_literals;
using namespace vendor;

constexpr Milliseconds kNextCode = 1s;

class VendorCodeReader final : public CodeSource {
public:
    VendorCodeReader(OpenedDevice device, const kiosk_code_reader_ops& ops)
        : device_(std::move(device)), ops_(ops) {}

    DeviceIdentity identity() const override { return device_.identity(); }
    Result<> reset(std::stop_token stop) override { return device_.reset(stop); }
    Result<std::optional<Code>> next(std::stop_token stop) override {
        auto told = sized<kiosk_code>();
        TRY(device_.ask(kNextCode, stop, ops_.next, &told));
        std::string text = TRY(textOf(told.text, "text"));
        if (text.empty())
            return std::nullopt;
        if (text.size() > kLongestCode)
            return wrong("vendor.bad-size", "a code longer than any");
        return Code{std::move(text)};
    }

private:
    OpenedDevice device_;
    kiosk_code_reader_ops ops_;
};

} // namespace

Result<std::unique_ptr<CodeSource>> vendor::openCodeReader(std::shared_ptr<const Module> module,
                                                           const std::string& at) {
    auto opened = TRY(openClass(std::move(module), at, &Module::codeReader));
    return std::make_unique<VendorCodeReader>(std::move(opened.first), opened.second);
}

Result<std::unique_ptr<CodeSource>> openVendorCodeReader(const std::string& at) {
    const Place place = placeIn(at);
    return openCodeReader(TRY(Module::load(place.file)), place.at);
}

} // namespace kiosk::drivers
