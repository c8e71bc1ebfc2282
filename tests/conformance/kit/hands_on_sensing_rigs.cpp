// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/kit/ask_person.h"
#include "tests/conformance/kit/rigs.h"

namespace kiosk::tests {

namespace {

/// A device that is opened anew when its plug is in again.
template <typename D>
class HeldDevice {
public:
    explicit HeldDevice(std::function<Result<std::shared_ptr<D>>()> open)
        : open_(std::move(open)) {}
    Result<> open() {
        device_.reset();
        device_ = TRY(open_());
        return {};
    }
    void openAgain() {
        if (const auto opened = open(); !opened)
            throw NotOffered{"open it again: " + opened.error().line()};
    }
    D& device() { return *device_; }

private:
    std::function<Result<std::shared_ptr<D>>()> open_;
    std::shared_ptr<D> device_;
};

class HandsOnCameraRig final : public CameraRig {
public:
    explicit HandsOnCameraRig(OpenCamera open) : held_(std::move(open)) {}
    Result<> open() { return held_.open(); }

    drivers::Camera& camera() override { return held_.device(); }
    // No hand holds up a picture dot by dot.
    void show(const drivers::Frame&) override { throw NotOffered{"show a known picture"}; }
    void unplug() override { ask("Pull the camera's plug"); }
    void plugIn() override { ask("Put the camera's plug in again and wait until it is ready"); }
    void openAnew() override { held_.openAgain(); }
    void makeSilent() override { throw NotOffered{"make it silent"}; }
    void damageFrames() override { throw NotOffered{"damage its frames"}; }
    void heal() override { throw NotOffered{"heal it"}; }
    bool capturing() const override { throw NotOffered{"see whether it captures"}; }
    double tolerance() const override { return 0; }

private:
    HeldDevice<drivers::Camera> held_;
};

class HandsOnAuxiliariesRig final : public AuxiliariesRig {
public:
    explicit HandsOnAuxiliariesRig(OpenAuxiliaries open) : held_(std::move(open)) {}
    Result<> open() { return held_.open(); }

    drivers::Auxiliaries& auxiliaries() override { return held_.device(); }
    void become(const drivers::CabinetState& state) override {
        using drivers::name;
        ask("See to it: door " + std::string(name(state.door)) + ", tamper switch " +
            std::string(name(state.tamper)) + ", power from " + std::string(name(state.power)) +
            ", headset " + std::string(name(state.headset)) + ", call key " +
            std::string(name(state.callKey)) + ", as far as the cabinet has them");
    }
    void pressCallKey() override { ask("Press the call key shortly"); }
    drivers::FlashRate shown(drivers::Part) override { throw NotOffered{"look at a light"}; }
    void unplug() override { ask("Pull the cabinet's cable"); }
    void plugAndOpen() override {
        ask("Put the cabinet's cable in again and wait until it is ready");
        held_.openAgain();
    }

private:
    HeldDevice<drivers::Auxiliaries> held_;
};

class HandsOnScannerRig final : public ScannerRig {
public:
    explicit HandsOnScannerRig(OpenScanner open) : held_(std::move(open)) {}
    Result<> open() { return held_.open(); }

    drivers::CodeSource& scanner() override { return held_.device(); }
    void scan(const std::string& text) override {
        constexpr std::size_t kOnALine = 60;
        if (text.size() > kOnALine)
            throw NotOffered{"draw a code of " + std::to_string(text.size()) + " characters"};
        ask("Scan a QR code that says " + text);
    }
    void scanHalf(const std::string&) override { throw NotOffered{"send half a code"}; }
    void unplug() override { ask("Pull the scanner's plug"); }
    void plugAndOpen() override {
        ask("Put the scanner's plug in again and wait until it is ready");
        held_.openAgain();
    }

private:
    HeldDevice<drivers::CodeSource> held_;
};

template <typename Rig, typename Made, typename Open>
Result<std::unique_ptr<Rig>> openedBy(Open open) {
    auto rig = std::make_unique<Made>(std::move(open));
    TRY(rig->open());
    return rig;
}

} // namespace

Result<std::unique_ptr<CameraRig>> handsOnCameraRig(OpenCamera open) {
    return openedBy<CameraRig, HandsOnCameraRig>(std::move(open));
}

Result<std::unique_ptr<AuxiliariesRig>> handsOnAuxiliariesRig(OpenAuxiliaries open) {
    return openedBy<AuxiliariesRig, HandsOnAuxiliariesRig>(std::move(open));
}

Result<std::unique_ptr<ScannerRig>> handsOnScannerRig(OpenScanner open) {
    return openedBy<ScannerRig, HandsOnScannerRig>(std::move(open));
}

} // namespace kiosk::tests
