// SPDX-License-Identifier: Apache-2.0
#include "drivers/printer/escpos/escpos_printer.h"

#include <optional>

#include "drivers/printer/escpos/condition_mapping.h"
#include "drivers/printer/escpos/strip_job.h"

namespace kiosk::drivers {

namespace {

using namespace escpos;

/// A metre of paper: more is no slip.
constexpr int kMostRows = 8000;

std::unexpected<Error> noSuchJob() {
    return fail(ErrorKind::notFound, "printer.no-such-job", Remedy::attendant);
}

std::unexpected<Error> formatRefused(std::string_view why) {
    return fail(ErrorKind::unsupported, "printer.format-refused", Remedy::supplier, why);
}

Result<std::vector<Dots>> stripsOf(const PrintDocument& document) {
    if (!document.drawPage)
        return formatRefused("pages as dots are wanted");
    std::vector<Dots> strips;
    for (int page = 0; page < document.pages; ++page) {
        const RasterPage drawn = TRY(document.drawPage(page, kReceiptForm));
        const bool fits = drawn.width > 0 && drawn.width <= kReceiptForm.width &&
                          drawn.height > 0 && drawn.height <= kMostRows &&
                          drawn.dots.size() == static_cast<std::size_t>(drawn.width) *
                                                   static_cast<std::size_t>(drawn.height);
        if (!fits)
            return formatRefused("a strip of another size");
        strips.push_back(dotsOf(drawn));
    }
    return strips;
}

class EscposPrinter final : public Printer {
public:
    explicit EscposPrinter(std::unique_ptr<PrinterLink> link) : dialogue_(std::move(link)) {}

    DeviceIdentity identity() const override { return dialogue_.identity(); }

    PrinterCapabilities capabilities() const override {
        return {.formats = {DocumentFormat::strip},
                .countsPages = true,
                .cutter = true,
                .thermal = true,
                .forgetsJobs = true};
    }

    Result<> reset(std::stop_token stop) override {
        TRY(dialogue_.send(recoverAll(), stop));
        return drop(stop);
    }

    Result<PrinterStatus> status(std::stop_token stop) override {
        PrinterStatus status = toStatus(TRY(dialogue_.condition(stop)));
        if (isBusy() && status.device == DeviceState::online)
            status.device = DeviceState::busy;
        return status;
    }

    Result<int> submit(const PrintDocument& document, std::stop_token stop) override {
        TRY(dialogue_.condition(stop)); // gone or silent: nothing is sent
        if (isBusy())
            return fail(ErrorKind::unavailable, "printer.busy", Remedy::wait, "a job is printed");
        job_.emplace(++lastId_, TRY(stripsOf(document)));
        TRY(advance(stop));
        return job_->id();
    }

    Result<JobProgress> progress(const SentJob& job, std::stop_token stop) override {
        TRY(knows(job.id));
        TRY(advance(stop));
        return job_->progress();
    }

    Result<> cancel(int jobId, std::stop_token stop) override {
        TRY(knows(jobId));
        return isBusy() ? drop(stop) : Result<>{};
    }

    Result<> clearJobs(std::stop_token stop) override {
        if (isBusy() || mayHoldData_)
            return drop(stop);
        TRY(dialogue_.condition(stop));
        return {};
    }

private:
    bool isBusy() const { return job_ && !job_->isOver(); }

    Result<> knows(int jobId) const {
        return job_ && job_->id() == jobId ? Result<>{} : Result<>{noSuchJob()};
    }

    Result<> advance(const std::stop_token& stop) {
        const Result<> moved = job_->advance(dialogue_, stop);
        const JobState state = job_->progress().state;
        mayHoldData_ |= job_->isUnderWay() || state == JobState::aborted;
        if (state == JobState::completed)
            mayHoldData_ = false;
        return moved;
    }

    /// Neither we nor the printer hold anything afterwards.
    Result<> drop(const std::stop_token& stop) {
        TRY(dialogue_.condition(stop));
        TRY(dialogue_.forget(stop));
        if (mayHoldData_) // what hangs out of it is none of the next one's
            TRY(dialogue_.send(cut(), stop));
        if (isBusy())
            job_->cancel();
        mayHoldData_ = false;
        return {};
    }

    Dialogue dialogue_;
    std::optional<StripJob> job_; ///< the last one
    int lastId_ = 0;
    bool mayHoldData_ = true; ///< of before we were opened, at first
};

} // namespace

Result<std::unique_ptr<Printer>> openEscpos(std::unique_ptr<escpos::PrinterLink> link) {
    auto printer = std::make_unique<EscposPrinter>(std::move(link));
    TRY(printer->status({}));
    return printer;
}

Result<std::unique_ptr<Printer>> openEscposUsb(const std::string& at, const OpenUsb& openUsb) {
    return openEscpos(TRY(openUsbLink(at, openUsb)));
}

Result<std::unique_ptr<Printer>> openEscposSerial(const std::string& at) {
    return openEscpos(TRY(openSerialLink(at)));
}

} // namespace kiosk::drivers
