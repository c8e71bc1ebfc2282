// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "drivers/vendor/vendor.h"
#include "tests/conformance/kit/rigs.h"
#include "tests/conformance/kit/vendor_hands.h"

namespace kiosk::tests {

namespace {

/// One device of a supplier's module and the hands beside it.
template <typename D>
class VendorDevice {
public:
    using Open = Result<std::unique_ptr<D>> (*)(const std::string& at);

    VendorDevice(std::string at, Open opener) : at_(std::move(at)), open_(opener), hands_(at_) {}
    Result<> open() {
        device_.reset();
        device_ = TRY(open_(at_));
        return {};
    }
    void openAgain() {
        if (const auto opened = open(); !opened)
            throw NotOffered{"open it again: " + opened.error().line()};
    }
    D& device() { return *device_; }
    const Hands& hands() const { return hands_; }

private:
    std::string at_;
    Open open_;
    Hands hands_;
    std::unique_ptr<D> device_;
};

class VendorCameraRig final : public CameraRig {
public:
    explicit VendorCameraRig(const std::string& at) : vendor_(at, drivers::openVendorCamera) {}
    Result<> open() { return vendor_.open(); }

    drivers::Camera& camera() override { return vendor_.device(); }
    void show(const drivers::Frame& frame) override {
        by(hands().show, "show a picture", frame.luma.data(), frame.width, frame.height);
    }
    void unplug() override { by(hands().unplug, "pull the plug"); }
    void plugIn() override { by(hands().plug, "put the plug in"); }
    void openAnew() override { vendor_.openAgain(); }
    void makeSilent() override { by(hands().make_silent, "make it silent"); }
    void damageFrames() override { by(hands().damage_frames, "damage its frames"); }
    void heal() override { by(hands().heal, "heal it"); }
    bool capturing() const override {
        return by(hands().capturing, "see whether it captures") != 0;
    }
    /// What a lens and a lossy format may change.
    double tolerance() const override { return 12; }

private:
    kiosk_camera_rig hands() const { return vendor_.hands().camera(); }

    VendorDevice<drivers::Camera> vendor_;
};

constexpr std::array kPowers{drivers::PowerSupply::mains, drivers::PowerSupply::battery,
                             drivers::PowerSupply::batteryLow};
constexpr std::array kRates{drivers::FlashRate::off, drivers::FlashRate::slow,
                            drivers::FlashRate::quick, drivers::FlashRate::continuous};

class VendorAuxiliariesRig final : public AuxiliariesRig {
public:
    explicit VendorAuxiliariesRig(const std::string& at)
        : vendor_(at, drivers::openVendorAuxiliaries) {}
    Result<> open() { return vendor_.open(); }

    drivers::Auxiliaries& auxiliaries() override { return vendor_.device(); }
    void become(const drivers::CabinetState& state) override {
        kiosk_cabinet_state theirs{};
        theirs.struct_size = sizeof(theirs);
        theirs.door_open = state.door == drivers::CabinetDoor::open;
        theirs.tampered = state.tamper == drivers::TamperSensor::on;
        theirs.power =
            static_cast<int32_t>(std::ranges::find(kPowers, state.power) - kPowers.begin()) + 1;
        theirs.headset_present = state.headset == drivers::Headset::present;
        theirs.call_key_pressed = state.callKey == drivers::CallKey::on;
        by(hands().become, "open doors and pull plugs", &theirs);
    }
    void pressCallKey() override { by(hands().press_call_key, "press the call key"); }
    drivers::FlashRate shown(drivers::Part light) override {
        const int32_t rate = by(hands().shown, "look at a light", static_cast<int32_t>(light) + 1);
        if (rate < 1 || rate > std::ssize(kRates))
            throw NotOffered{"look at this light"};
        return kRates.at(static_cast<std::size_t>(rate) - 1);
    }
    void unplug() override { by(hands().unplug, "pull the plug"); }
    void plugAndOpen() override {
        by(hands().plug, "put the plug in");
        vendor_.openAgain();
    }

private:
    kiosk_auxiliaries_rig hands() const { return vendor_.hands().auxiliaries(); }

    VendorDevice<drivers::Auxiliaries> vendor_;
};

class VendorScannerRig final : public ScannerRig {
public:
    explicit VendorScannerRig(const std::string& at) : vendor_(at, drivers::openVendorCodeReader) {}
    Result<> open() { return vendor_.open(); }

    drivers::CodeSource& scanner() override { return vendor_.device(); }
    void scan(const std::string& text) override { by(hands().scan, "scan a code", text.c_str()); }
    void scanHalf(const std::string& text) override {
        by(hands().scan_half, "send half a code", text.c_str());
    }
    void unplug() override { by(hands().unplug, "pull the plug"); }
    void plugAndOpen() override {
        by(hands().plug, "put the plug in");
        vendor_.openAgain();
    }

private:
    kiosk_code_reader_rig hands() const { return vendor_.hands().codeReader(); }

    VendorDevice<drivers::CodeSource> vendor_;
};

template <typename Rig, typename Made>
Result<std::unique_ptr<Rig>> opened(const std::string& at) {
    auto rig = std::make_unique<Made>(at);
    TRY(rig->open());
    return rig;
}

} // namespace

Result<std::unique_ptr<CameraRig>> vendorCameraRig(const std::string& at) {
    return opened<CameraRig, VendorCameraRig>(at);
}

Result<std::unique_ptr<AuxiliariesRig>> vendorAuxiliariesRig(const std::string& at) {
    return opened<AuxiliariesRig, VendorAuxiliariesRig>(at);
}

Result<std::unique_ptr<ScannerRig>> vendorScannerRig(const std::string& at) {
    return opened<ScannerRig, VendorScannerRig>(at);
}

} // namespace kiosk::tests
