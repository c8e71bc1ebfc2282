// SPDX-License-Identifier: Apache-2.0
#include "drivers/printer/pwg/pwg_raster.h"
#include "drivers/vendor/vendor.h"
#include "drivers/vendor/vendor_device.h"

namespace kiosk::drivers {

namespace {

using namespace std::chrono_literals;
using namespace vendor;

constexpr Milliseconds kQuestion = 2s;
constexpr Milliseconds kHandOver = 30s;
constexpr Milliseconds kClearing = 12s;

constexpr std::array kFormats{DocumentFormat::pdf, DocumentFormat::pwgRaster};
constexpr std::array kDevices{DeviceState::online,    DeviceState::offline,
                              DeviceState::noDevice,  DeviceState::hardwareError,
                              DeviceState::userError, DeviceState::busy};
constexpr std::array kPapers{PaperState::full, PaperState::low, PaperState::out, PaperState::jammed,
                             PaperState::unknown};
constexpr std::array kToners{TonerState::full, TonerState::low, TonerState::out,
                             TonerState::unknown};
constexpr std::array kJobStates{JobState::pending,   JobState::processing, JobState::stopped,
                                JobState::completed, JobState::canceled,   JobState::aborted};

Result<PrinterStatus> statusFrom(const kiosk_printer_status& told) {
    PrinterStatus status{.device = TRY(valueOf(kDevices, told.device, "device")),
                         .paper = TRY(valueOf(kPapers, told.paper, "paper")),
                         .toner = TRY(valueOf(kToners, told.toner, "toner")),
                         .coverOpen = TRY(yesOrNo(told.cover_open, "cover_open"))};
    if (told.life_pages >= 0)
        status.lifePages = told.life_pages;
    status.reasons = linesOf(TRY(textOf(told.reasons, "reasons")));
    return status;
}

Result<JobProgress> progressFrom(const kiosk_job_progress& told, int pages) {
    JobProgress progress{.state = TRY(valueOf(kJobStates, told.state, "job state")),
                         .pagesOut = told.pages_out};
    if (told.pages_out < 0 || told.pages_out > pages)
        return wrong("vendor.bad-size", "pages_out " + std::to_string(told.pages_out));
    progress.reasons = linesOf(TRY(textOf(told.reasons, "reasons")));
    return progress;
}

/// The document in the first form that the printer takes.
struct Handed {
    std::int32_t format;
    Bytes bytes;
};

Result<Handed> handed(const PrintDocument& document, const std::vector<DocumentFormat>& taken) {
    const auto takes = [&taken](DocumentFormat format) {
        return std::ranges::find(taken, format) != taken.end();
    };
    if (takes(DocumentFormat::pdf))
        return Handed{KIOSK_FORMAT_PDF, document.pdf};
    if (takes(DocumentFormat::pwgRaster))
        return Handed{KIOSK_FORMAT_PWG_RASTER, TRY(pwg::toPwgRaster(document, kVendorDotsPerInch))};
    return fail(ErrorKind::unsupported, "printer.format-refused", Remedy::supplier,
                "it takes neither PDF nor PWG raster");
}

class VendorPrinter final : public Printer {
public:
    VendorPrinter(OpenedDevice device, const kiosk_printer_ops& ops, PrinterCapabilities can)
        : device_(std::move(device)), ops_(ops), can_(std::move(can)) {}

    DeviceIdentity identity() const override { return device_.identity(); }
    PrinterCapabilities capabilities() const override { return can_; }
    Result<> reset(std::stop_token stop) override { return device_.reset(stop); }
    Result<PrinterStatus> status(std::stop_token stop) override {
        auto told = sized<kiosk_printer_status>();
        TRY(device_.ask(kQuestion, stop, ops_.status, &told));
        return statusFrom(told);
    }
    Result<int> submit(const PrintDocument& document, std::stop_token stop) override {
        const Handed made = TRY(handed(document, can_.formats));
        auto given = sized<kiosk_document>();
        given.format = made.format;
        given.pages = document.pages;
        given.bytes = reinterpret_cast<const unsigned char*>(made.bytes.data());
        given.size = made.bytes.size();
        given.job_name = document.jobName.c_str();
        std::int32_t job = 0;
        TRY(device_.ask(kHandOver, stop, ops_.submit, &given, &job));
        return job;
    }
    Result<JobProgress> progress(const SentJob& job, std::stop_token stop) override {
        auto told = sized<kiosk_job_progress>();
        TRY(device_.ask(kQuestion, stop, ops_.progress, job.id, job.pages, &told));
        return progressFrom(told, job.pages);
    }
    Result<> cancel(int jobId, std::stop_token stop) override {
        return device_.ask(kQuestion, stop, ops_.cancel, jobId);
    }
    Result<> clearJobs(std::stop_token stop) override {
        return device_.ask(kClearing, stop, ops_.clear_jobs);
    }

private:
    OpenedDevice device_;
    kiosk_printer_ops ops_;
    PrinterCapabilities can_;
};

Result<PrinterCapabilities> capabilitiesOf(const OpenedDevice& device,
                                           const kiosk_printer_ops& ops) {
    auto told = sized<kiosk_printer_capabilities>();
    TRY(device.askAtOnce(ops.capabilities, &told));
    return PrinterCapabilities{.formats = valuesIn(kFormats, told.formats),
                               .countsPages = TRY(yesOrNo(told.counts_pages, "counts_pages")),
                               .lifeCounter = TRY(yesOrNo(told.life_counter, "life_counter")),
                               .cutter = TRY(yesOrNo(told.cutter, "cutter")),
                               .presenter = TRY(yesOrNo(told.presenter, "presenter"))};
}

} // namespace

Result<std::unique_ptr<Printer>> vendor::openPrinter(std::shared_ptr<const Module> module,
                                                     const std::string& at) {
    auto opened = TRY(openClass(std::move(module), at, &Module::printer));
    auto can = TRY(capabilitiesOf(opened.first, opened.second));
    return std::make_unique<VendorPrinter>(std::move(opened.first), opened.second, std::move(can));
}

Result<std::unique_ptr<Printer>> openVendorPrinter(const std::string& at) {
    const Place place = placeIn(at);
    return openPrinter(TRY(Module::load(place.file)), place.at);
}

} // namespace kiosk::drivers
