// SPDX-License-Identifier: Apache-2.0
#include "drivers/vendor/vendor_device.h"

#include <utility>

namespace kiosk::drivers::vendor {

namespace {

using namespace std::chrono_literals;

constexpr Milliseconds kOpening = 5s;
constexpr Milliseconds kReset = 3s;

} // namespace

Call::Call(Milliseconds deadline, const std::stop_token& stop)
    : stop_(stop), call_(sized<kiosk_call>()) {
    call_.deadline_ms = static_cast<std::uint32_t>(deadline.count());
    call_.stop_asked = [](void* token) {
        return static_cast<const std::stop_token*>(token)->stop_requested() ? 1 : 0;
    };
    call_.context = &stop_;
}

Place placeIn(const std::string& configured) {
    const std::size_t mark = configured.rfind('#');
    if (mark == std::string::npos)
        return {configured, ""};
    return {configured.substr(0, mark), configured.substr(mark + 1)};
}

Result<OpenedDevice> OpenedDevice::open(std::shared_ptr<const Module> module,
                                        const kiosk_device_ops& ops, const std::string& at) {
    const Call call(kOpening, {});
    auto error = sized<kiosk_error>();
    void* device = module->self();
    TRY(answered(ops.open(at.c_str(), call.get(), &device, &error), error));
    if (device == nullptr)
        return wrong("vendor.bad-result", "open() gave no device");
    OpenedDevice opened(std::move(module), ops, device);
    TRY(opened.learnIdentity(at));
    return opened;
}

OpenedDevice::OpenedDevice(OpenedDevice&& other) noexcept
    : module_(std::move(other.module_)),
      ops_(other.ops_),
      device_(std::exchange(other.device_, nullptr)),
      identity_(std::move(other.identity_)) {}

OpenedDevice::~OpenedDevice() {
    if (device_ != nullptr)
        ops_.close(device_);
}

Result<> OpenedDevice::check() const {
    auto told = sized<kiosk_identity>();
    return askAtOnce(ops_.identity, &told);
}

Result<> OpenedDevice::reset(const std::stop_token& stop) {
    return ask(kReset, stop, ops_.reset);
}

Result<> OpenedDevice::learnIdentity(const std::string& port) {
    auto told = sized<kiosk_identity>();
    TRY(askAtOnce(ops_.identity, &told));
    identity_.module = module_->name();
    identity_.model = TRY(textOf(told.model, "model"));
    identity_.serial = TRY(textOf(told.serial, "serial"));
    identity_.firmware = TRY(textOf(told.firmware, "firmware"));
    identity_.port = TRY(textOf(told.port, "port"));
    if (identity_.port.empty())
        identity_.port = port;
    return {};
}

} // namespace kiosk::drivers::vendor
