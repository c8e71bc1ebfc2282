// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/sandbox_process.h"
#include "tests/bench/scene.h"
#include "tests/bench/stage.h"
#include "tests/machine/devices/connected_camera.h"
#include "tests/machine/devices/printer_gadget.h"
#include "tests/machine/devices/reader_gadget.h"
#include "tests/machine/seats/seat.h"
#include "tests/support/ippeveprinter.h"

namespace kiosk::machine {

/// The world around a kiosk on a kernel of its own: the sandbox authority, here or outside,
/// `ippeveprinter`, and devices that the kernel plays beneath its own interfaces. Only in a guest,
/// with root's rights.
class MachineStage final : public bench::Stage {
public:
    struct Options {
        std::filesystem::path programs; ///< folder of the sandbox
        std::filesystem::path out;      ///< sheets
        std::string sandbox;            ///< the control side's URL of one outside; empty: one here
        ReaderGadget::Pipes pipes = ReaderGadget::Pipes::split;
    };
    static Result<std::unique_ptr<MachineStage>> open(const Options& options,
                                                      std::unique_ptr<Seat> seat);

    bench::Glance look() override { return seat_->look(); }
    Result<> pass(std::chrono::milliseconds time) override;
    Result<> touch(const std::string& nodeId) override;
    Result<> happen(bench::Happening what) override;
    Result<> layCard(const std::string& person, Card card) override;
    Result<> setFault(const std::string& regionCode, const std::string& fault,
                      std::optional<int> times) override;
    Result<> showCode(const std::string& text) override;
    /// Also "unplugged": the reader is pulled in the middle of the answer.
    Result<> breakNextRead(const std::string& how) override;
    Result<std::vector<bench::PrintedSheet>> sheets() override;
    Result<int> slips() override;
    Result<Delivered> delivered() override { return sandbox_.delivered(); }

    void endKiosk() { seat_->end(); }
    std::filesystem::path pictures() const { return seat_->pictures(); }

private:
    /// What stands around the kiosk before it starts.
    struct World;
    MachineStage(Options options, World world, std::unique_ptr<Seat> seat);
    Result<> setPlatforms(const std::string& fault);
    Result<> setView(bench::Scene::View view);

    Options options_;
    std::unique_ptr<tests::SamDeviceModel> samModel_;
    std::unique_ptr<ReaderGadget> reader_;
    std::unique_ptr<tests::ReceiptPrinterModel> receiptModel_;
    std::unique_ptr<PrinterGadget> receiptPrinter_;
    std::unique_ptr<ConnectedCamera> camera_;
    bench::SandboxProcess sandbox_;
    std::unique_ptr<tests::IppEvePrinter> printer_;
    std::unique_ptr<Seat> seat_;
    bench::Scene scene_;                      ///< before the camera
    std::vector<bench::PrintedSheet> sheets_; ///< looked at before
};

} // namespace kiosk::machine
