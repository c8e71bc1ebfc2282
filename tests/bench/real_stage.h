// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/finger.h"
#include "tests/bench/kiosk_process.h"
#include "tests/bench/sandbox_process.h"
#include "tests/bench/scene.h"
#include "tests/bench/stage.h"
#include "tests/support/emulated_camera.h"
#include "tests/support/emulated_sam_reader.h"
#include "tests/support/ippeveprinter.h"
#include "tests/support/usb_receipt_printer.h"

namespace kiosk::bench {

/// Real processes under one roof: the kiosk on a real window, the sandbox authority over HTTPS,
/// `ippeveprinter`, and a card reader, a receipt printer and a camera emulated beneath the kernel's
/// interfaces, so that every driver is the one a kiosk in the street runs. Must run under
/// umockdev-wrapper; touching needs DISPLAY. Ends everything it started.
class RealStage final : public Stage {
public:
    struct Options {
        std::filesystem::path root;     ///< of the repository: assets
        std::filesystem::path programs; ///< folder of kiosk and sandbox
        std::filesystem::path out;      ///< sheets, pictures, logs and state
        double scale = 1;               ///< of the kiosk's window …
        int left = 0;                   ///< … and where it stands, in pixels
    };
    static Result<std::unique_ptr<RealStage>> open(const Options& options);

    Glance look() override { return kiosk_.look(); }
    Result<> pass(std::chrono::milliseconds time) override;
    Result<> touch(const std::string& nodeId) override;
    Result<> happen(Happening what) override;
    Result<> layCard(const std::string& person, Card card) override;
    Result<> setFault(const std::string& regionCode, const std::string& fault,
                      std::optional<int> times) override;
    Result<> showCode(const std::string& text) override;
    Result<> breakNextRead(const std::string& how) override;
    Result<std::vector<PrintedSheet>> sheets() override;
    Result<int> slips() override;
    Result<Delivered> delivered() override { return sandbox_.delivered(); }

    /// Somebody closed its window; one that was killed here may be started again.
    bool kioskWasClosed() { return !killed_ && !kiosk_.running(); }
    /// Ends the kiosk as a person would and keeps its last screen.
    void endKiosk() { kiosk_.end(); }
    std::filesystem::path pictures() const { return kiosk_.observations(); }
    std::filesystem::path spool() const { return options_.out / "sheets"; }

private:
    RealStage(Options options, SandboxProcess sandbox,
              std::unique_ptr<tests::IppEvePrinter> printer, KioskProcess::Options kiosk);

    Result<> setView(Scene::View view);
    Result<> setPlatforms(const std::string& fault);
    Result<> killKiosk();
    Result<> crashKiosk();
    Result<> startKiosk();

    Options options_;
    tests::MockTestbed testbed_;
    tests::SamDeviceModel samModel_;
    tests::EmulatedSamReader reader_;
    tests::ReceiptPrinterModel receiptModel_;
    tests::UsbReceiptPrinter receiptFunction_{receiptModel_};
    tests::EmulatedUsbDevice receiptPrinter_{testbed_, receiptFunction_};
    tests::EmulatedCamera camera_;
    SandboxProcess sandbox_;
    std::unique_ptr<tests::IppEvePrinter> printer_;
    KioskProcess kiosk_;
    bool killed_ = false; ///< and not started since
    Scene scene_;
    std::optional<Finger> finger_;
};

} // namespace kiosk::bench
