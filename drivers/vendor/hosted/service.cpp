// SPDX-License-Identifier: Apache-2.0
#include "drivers/vendor/hosted/service.h"

#include <algorithm>

#include "drivers/vendor/hosted/exchange.h"

namespace kiosk::drivers::vendor::hosted {

namespace {

/// The module's table that a device of its class goes by; nullptr for one of another class.
template <typename Table>
const Table* tableOf(const Module& module, const Service::Opened& opened) {
    const auto ifIs = [&opened](DeviceClass deviceClass, const std::optional<Table>& table) {
        return opened.deviceClass == deviceClass && table ? &*table : nullptr;
    };
    if constexpr (std::is_same_v<Table, kiosk_card_reader_ops>)
        return ifIs(DeviceClass::cardReader, module.cardReader());
    else if constexpr (std::is_same_v<Table, kiosk_printer_ops>)
        return ifIs(DeviceClass::printer, module.printer());
    else if constexpr (std::is_same_v<Table, kiosk_camera_ops>)
        return ifIs(DeviceClass::camera, module.camera());
    else if constexpr (std::is_same_v<Table, kiosk_auxiliaries_ops>)
        return ifIs(DeviceClass::auxiliaries, module.auxiliaries());
    else if constexpr (std::is_same_v<Table, kiosk_code_reader_ops>)
        return ifIs(DeviceClass::codeReader, module.codeReader());
    else
        return &opened.ops;
}

template <auto member, typename Function>
struct Local;

template <auto member, typename Table, typename Returned, typename... Arguments>
struct Local<member, Returned (*Table::*)(void*, Arguments...)> {
    static bool make(const Module& module, const Service::Opened& opened, Exchange& exchange) {
        const Table* table = tableOf<Table>(module, opened);
        return table != nullptr &&
               exchange.make<Arguments...>([&](Arguments... arguments) -> std::int32_t {
                   if constexpr (std::is_void_v<Returned>) {
                       (table->*member)(opened.device, arguments...);
                       return KIOSK_OK;
                   } else {
                       return (table->*member)(opened.device, arguments...);
                   }
               });
    }
};

using Make = bool (*)(const Module&, const Service::Opened&, Exchange&);

template <auto... members>
constexpr std::array<Make, sizeof...(members)> makesOf(Functions<members...> /*all*/) {
    return {&Local<members, decltype(members)>::make...};
}

/// By the number of the call.
constexpr auto kMakes = makesOf(Calls());

constexpr std::array kClasses{DeviceClass::cardReader, DeviceClass::printer, DeviceClass::camera,
                              DeviceClass::auxiliaries, DeviceClass::codeReader};

const kiosk_device_ops* deviceOps(const Module& module, DeviceClass deviceClass) {
    const auto of = [](const auto& table) { return table ? &table->device : nullptr; };
    switch (deviceClass) {
    case DeviceClass::cardReader:
        return of(module.cardReader());
    case DeviceClass::printer:
        return of(module.printer());
    case DeviceClass::camera:
        return of(module.camera());
    case DeviceClass::auxiliaries:
        return of(module.auxiliaries());
    case DeviceClass::codeReader:
        return of(module.codeReader());
    }
    return nullptr;
}

} // namespace

Service::~Service() {
    for (const Opened& opened : devices_)
        if (opened.device != nullptr)
            opened.ops.close(opened.device);
}

bool Service::answer(Packet& question, Packet& answer) {
    answer.clear();
    QuestionHead head{};
    if (!question.take(head))
        return false;
    Exchange exchange{question, answer, {room_, head.call}};
    if (head.number == kDescribe)
        return exchange.make<Description*, const kiosk_call*, kiosk_error*>(
            [this](Description* told, const kiosk_call* /*call*/, kiosk_error* error) {
                return describe(*told, *error);
            });
    if (!module_)
        return false;
    if (head.number == kOpen)
        return exchange
            .make<std::int32_t, const char*, const kiosk_call*, std::uint32_t*, kiosk_error*>(
                [this](std::int32_t deviceClass, const char* at, const kiosk_call* call,
                       std::uint32_t* number, kiosk_error* error) {
                    return open(static_cast<DeviceClass>(deviceClass), at, call, *number, *error);
                });
    Opened* opened = find(head.device);
    if (opened == nullptr || head.number >= kMakes.size())
        return false;
    if (!kMakes[head.number](*module_, *opened, exchange))
        return false;
    if (head.number == Calls::numberOf<&kiosk_device_ops::close>())
        *opened = {};
    return true;
}

std::int32_t Service::describe(Description& told, kiosk_error& error) {
    if (!module_) {
        auto loaded = Module::load(file_);
        if (!loaded) {
            error = inVendorsWords(loaded.error());
            return KIOSK_FAILED;
        }
        module_ = std::move(*loaded);
    }
    std::strncpy(told.name, module_->name().c_str(), sizeof(told.name) - 1);
    for (const DeviceClass deviceClass : kClasses)
        if (deviceOps(*module_, deviceClass) != nullptr)
            told.classes |= 1U << static_cast<unsigned>(deviceClass);
    return KIOSK_OK;
}

std::int32_t Service::open(DeviceClass deviceClass, const char* at, const kiosk_call* call,
                           std::uint32_t& number, kiosk_error& error) {
    const kiosk_device_ops* ops = deviceOps(*module_, deviceClass);
    if (ops == nullptr) {
        error = inVendorsWords(wrong("vendor.no-such-class", module_->name()).error());
        return KIOSK_FAILED;
    }
    void* device = nullptr;
    const std::int32_t result = ops->open(at, call, &device, &error);
    if (result == KIOSK_OK && device != nullptr)
        number = keep({deviceClass, *ops, device});
    return result;
}

/// Devices are counted from 1.
std::uint32_t Service::keep(const Opened& opened) {
    auto place = std::ranges::find(devices_, nullptr, &Opened::device);
    if (place == devices_.end())
        place = devices_.insert(place, opened);
    *place = opened;
    return static_cast<std::uint32_t>(place - devices_.begin()) + 1;
}

Service::Opened* Service::find(std::uint32_t number) {
    const bool isOpen =
        number >= 1 && number <= devices_.size() && devices_[number - 1].device != nullptr;
    return isOpen ? &devices_[number - 1] : nullptr;
}

} // namespace kiosk::drivers::vendor::hosted
