// SPDX-License-Identifier: Apache-2.0
#include "drivers/vendor/vendor.h"
#include "drivers/vendor/vendor_device.h"

namespace kiosk::drivers {

namespace {

using namespace std::chrono_literals;
using namespace vendor;

constexpr Milliseconds kLongestWait = 1s;

constexpr std::array kParts{Part::cardLight,   Part::paperLight,   Part::callLamp,
                            Part::cabinetDoor, Part::tamperSensor, Part::powerSupply,
                            Part::headset,     Part::callKey};
constexpr std::array kRates{FlashRate::off, FlashRate::slow, FlashRate::quick,
                            FlashRate::continuous};
constexpr std::array kPowers{PowerSupply::mains, PowerSupply::battery, PowerSupply::batteryLow};

Result<CabinetState> cabinetFrom(const kiosk_cabinet_state& told) {
    const bool open = TRY(yesOrNo(told.door_open, "door_open"));
    const bool tampered = TRY(yesOrNo(told.tampered, "tampered"));
    const bool headset = TRY(yesOrNo(told.headset_present, "headset_present"));
    const bool pressed = TRY(yesOrNo(told.call_key_pressed, "call_key_pressed"));
    return CabinetState{.door = open ? CabinetDoor::open : CabinetDoor::closed,
                        .tamper = tampered ? TamperSensor::on : TamperSensor::off,
                        .power = TRY(valueOf(kPowers, told.power, "power")),
                        .headset = headset ? Headset::present : Headset::notPresent,
                        .callKey = pressed ? CallKey::on : CallKey::off};
}

class VendorAuxiliaries final : public Auxiliaries {
public:
    VendorAuxiliaries(OpenedDevice device, const kiosk_auxiliaries_ops& ops,
                      AuxiliariesCapabilities can)
        : device_(std::move(device)), ops_(ops), can_(std::move(can)) {}

    DeviceIdentity identity() const override { return device_.identity(); }
    AuxiliariesCapabilities capabilities() const override { return can_; }
    Result<> reset(std::stop_token stop) override { return device_.reset(stop); }
    Result<> set(Part light, FlashRate rate, std::stop_token stop) override {
        return device_.ask(kLongestWait, stop, ops_.set, numberOf(kParts, light),
                           numberOf(kRates, rate));
    }
    Result<std::optional<CabinetChange>> next(std::stop_token stop) override {
        std::int32_t part = 0;
        auto told = sized<kiosk_cabinet_state>();
        TRY(device_.ask(kLongestWait, stop, ops_.next, &part, &told));
        if (part == 0)
            return std::nullopt;
        return CabinetChange{TRY(valueOf(kParts, part, "part")), TRY(cabinetFrom(told))};
    }
    Result<CabinetState> state(std::stop_token stop) override {
        auto told = sized<kiosk_cabinet_state>();
        TRY(device_.ask(kLongestWait, stop, ops_.state, &told));
        return cabinetFrom(told);
    }

private:
    OpenedDevice device_;
    kiosk_auxiliaries_ops ops_;
    AuxiliariesCapabilities can_;
};

Result<AuxiliariesCapabilities> cabinetOf(const OpenedDevice& device,
                                          const kiosk_auxiliaries_ops& ops) {
    auto told = sized<kiosk_auxiliaries_capabilities>();
    TRY(device.askAtOnce(ops.capabilities, &told));
    return AuxiliariesCapabilities{.parts = valuesIn(kParts, told.parts)};
}

} // namespace

Result<std::unique_ptr<Auxiliaries>> vendor::openAuxiliaries(std::shared_ptr<const Module> module,
                                                             const std::string& at) {
    auto opened = TRY(openClass(std::move(module), at, &Module::auxiliaries));
    auto can = TRY(cabinetOf(opened.first, opened.second));
    return std::make_unique<VendorAuxiliaries>(std::move(opened.first), opened.second,
                                               std::move(can));
}

Result<std::unique_ptr<Auxiliaries>> openVendorAuxiliaries(const std::string& at) {
    const Place place = placeIn(at);
    return openAuxiliaries(TRY(Module::load(place.file)), place.at);
}

} // namespace kiosk::drivers
