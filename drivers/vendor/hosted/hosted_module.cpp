// SPDX-License-Identifier: Apache-2.0
#include "drivers/vendor/hosted/hosted_module.h"

#include "drivers/vendor/vendor_device.h"

namespace kiosk::drivers::vendor::hosted {

namespace {

constexpr Milliseconds kLoading{5'000};

/// What the tables below take for a device.
struct HostedDevice {
    Host& host;
    std::uint32_t number; ///< in its process
};

/// *device is the module's self() before, the device after.
template <DeviceClass deviceClass>
std::int32_t open(const char* at, const kiosk_call* call, void** device, kiosk_error* error) {
    Host& host = *static_cast<Host*>(*device);
    std::uint32_t number = 0;
    const std::int32_t result =
        host.call(kOpen, 0, static_cast<std::int32_t>(deviceClass), at, call, &number, error);
    *device = result == KIOSK_OK && number != 0 ? new HostedDevice{host, number} : nullptr;
    return result;
}

void close(void* device) {
    const std::unique_ptr<HostedDevice> mine(static_cast<HostedDevice*>(device));
    mine->host.call(Calls::numberOf<&kiosk_device_ops::close>(), mine->number);
}

template <auto member, typename Function>
struct Remote;

template <auto member, typename Table, typename Returned, typename... Arguments>
struct Remote<member, Returned (*Table::*)(void*, Arguments...)> {
    static Returned call(void* device, Arguments... arguments) {
        const auto& mine = *static_cast<HostedDevice*>(device);
        return static_cast<Returned>(
            mine.host.call(Calls::numberOf<member>(), mine.number, arguments...));
    }
};

/// A function like the one of that name in a module's table, made there.
template <auto member>
constexpr auto remote = &Remote<member, decltype(member)>::call;

template <DeviceClass deviceClass>
constexpr kiosk_device_ops kDevice{.open = open<deviceClass>,
                                   .close = close,
                                   .identity = remote<&kiosk_device_ops::identity>,
                                   .reset = remote<&kiosk_device_ops::reset>};

constexpr kiosk_card_reader_ops kCardReader{
    .struct_size = sizeof(kiosk_card_reader_ops),
    .device = kDevice<DeviceClass::cardReader>,
    .capabilities = remote<&kiosk_card_reader_ops::capabilities>,
    .find_card = remote<&kiosk_card_reader_ops::find_card>,
    .read_card = remote<&kiosk_card_reader_ops::read_card>,
    .card_still_there = remote<&kiosk_card_reader_ops::card_still_there>,
    .sam_number = remote<&kiosk_card_reader_ops::sam_number>};

constexpr kiosk_printer_ops kPrinter{.struct_size = sizeof(kiosk_printer_ops),
                                     .device = kDevice<DeviceClass::printer>,
                                     .capabilities = remote<&kiosk_printer_ops::capabilities>,
                                     .status = remote<&kiosk_printer_ops::status>,
                                     .submit = remote<&kiosk_printer_ops::submit>,
                                     .progress = remote<&kiosk_printer_ops::progress>,
                                     .cancel = remote<&kiosk_printer_ops::cancel>,
                                     .clear_jobs = remote<&kiosk_printer_ops::clear_jobs>};

constexpr kiosk_camera_ops kCamera{.struct_size = sizeof(kiosk_camera_ops),
                                   .device = kDevice<DeviceClass::camera>,
                                   .capabilities = remote<&kiosk_camera_ops::capabilities>,
                                   .start = remote<&kiosk_camera_ops::start>,
                                   .stop = remote<&kiosk_camera_ops::stop>,
                                   .grab = remote<&kiosk_camera_ops::grab>};

constexpr kiosk_auxiliaries_ops kAuxiliaries{.struct_size = sizeof(kiosk_auxiliaries_ops),
                                             .device = kDevice<DeviceClass::auxiliaries>,
                                             .capabilities =
                                                 remote<&kiosk_auxiliaries_ops::capabilities>,
                                             .set = remote<&kiosk_auxiliaries_ops::set>,
                                             .next = remote<&kiosk_auxiliaries_ops::next>,
                                             .state = remote<&kiosk_auxiliaries_ops::state>};

constexpr kiosk_code_reader_ops kCodeReader{.struct_size = sizeof(kiosk_code_reader_ops),
                                            .device = kDevice<DeviceClass::codeReader>,
                                            .next = remote<&kiosk_code_reader_ops::next>};

template <typename Table>
std::optional<Table> tableIf(const Description& told, DeviceClass deviceClass, const Table& table) {
    if ((told.classes >> static_cast<unsigned>(deviceClass) & 1U) == 0)
        return std::nullopt;
    return table;
}

} // namespace

Result<std::shared_ptr<const Module>> HostedModule::describedBy(std::unique_ptr<Host> host) {
    Description told{};
    auto error = sized<kiosk_error>();
    const Call call(kLoading, {});
    TRY(answered(host->call(kDescribe, 0, &told, call.get(), &error), error));
    const std::shared_ptr<HostedModule> module(new HostedModule(std::move(host)));
    module->name_ = TRY(textOf(told.name, "name of the module"));
    module->cardReader_ = tableIf(told, DeviceClass::cardReader, kCardReader);
    module->printer_ = tableIf(told, DeviceClass::printer, kPrinter);
    module->camera_ = tableIf(told, DeviceClass::camera, kCamera);
    module->auxiliaries_ = tableIf(told, DeviceClass::auxiliaries, kAuxiliaries);
    module->codeReader_ = tableIf(told, DeviceClass::codeReader, kCodeReader);
    return module;
}

} // namespace kiosk::drivers::vendor::hosted
