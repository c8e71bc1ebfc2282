// SPDX-License-Identifier: Apache-2.0
#include "drivers/auxiliaries/simulated/simulated_auxiliaries.h"
#include "drivers/camera/simulated/simulated_camera.h"
#include "drivers/code_reader/hand_scanner/simulated_scanner.h"
#include "tests/conformance/kit/rigs.h"

namespace kiosk::tests {

namespace {

using drivers::SimulatedCamera;
using drivers::SimulatedScanner;

class SimulatedCameraRig final : public CameraRig {
public:
    drivers::Camera& camera() override { return camera_; }
    void show(const drivers::Frame& frame) override { camera_.show(frame); }
    void unplug() override { camera_.setFault(SimulatedCamera::Fault::unplugged); }
    void plugIn() override { heal(); }
    void openAnew() override {} // driver and device are one
    void makeSilent() override { camera_.setFault(SimulatedCamera::Fault::silent); }
    void damageFrames() override { camera_.setFault(SimulatedCamera::Fault::damaged); }
    void heal() override { camera_.setFault(SimulatedCamera::Fault::none); }
    bool capturing() const override { return camera_.capturing(); }
    double tolerance() const override { return 0; }

private:
    SimulatedCamera camera_;
};

class SimulatedAuxiliariesRig final : public AuxiliariesRig {
public:
    drivers::Auxiliaries& auxiliaries() override { return cabinet_; }
    void become(const drivers::CabinetState& state) override { cabinet_.become(state); }
    void pressCallKey() override { cabinet_.pressCallKey(); }
    drivers::FlashRate shown(drivers::Part light) override { return cabinet_.shown(light); }
    void unplug() override { cabinet_.unplug(); }
    void plugAndOpen() override { cabinet_.plug(); }

private:
    // Shorter than the usual second: the cases wait it out often.
    drivers::SimulatedAuxiliaries cabinet_{{.patience = std::chrono::milliseconds(10)}};
};

class SimulatedScannerRig final : public ScannerRig {
public:
    drivers::CodeSource& scanner() override { return scanner_; }
    void scan(const std::string& text) override { scanner_.scan(text); }
    void scanHalf(const std::string& /*text*/) override {} // it knows no halves
    void unplug() override { scanner_.setCable(SimulatedScanner::Cable::pulled); }
    void plugAndOpen() override { scanner_.setCable(SimulatedScanner::Cable::plugged); }

private:
    SimulatedScanner scanner_;
};

} // namespace

std::unique_ptr<CameraRig> simulatedCameraRig() {
    return std::make_unique<SimulatedCameraRig>();
}

std::unique_ptr<AuxiliariesRig> simulatedAuxiliariesRig() {
    return std::make_unique<SimulatedAuxiliariesRig>();
}

std::unique_ptr<ScannerRig> simulatedScannerRig() {
    return std::make_unique<SimulatedScannerRig>();
}

} // namespace kiosk::tests
