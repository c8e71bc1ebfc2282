// SPDX-License-Identifier: Apache-2.0
#include "drivers/printer/ipp/ipp_printer.h"

#include <algorithm>

#include "drivers/printer/ipp/ipp_client.h"

namespace kiosk::drivers {

namespace {

class IppPrinter final : public Printer {
public:
    IppPrinter(ipp::IppClient client, const ipp::PrinterAnswer& answer)
        : client_(std::move(client)),
          identity_(toIdentity(answer, client_.address().uri)),
          takesPdf_(ipp::takes(answer, "application/pdf")) {}

    DeviceIdentity identity() const override { return identity_; }

    Result<> reset(std::stop_token stop) override { return cancelHeldJobs(stop); }

    Result<PrinterStatus> status(std::stop_token stop) override {
        return toStatus(TRY(client_.printer(stop)));
    }

    Result<int> submit(const PrintDocument& document, std::stop_token stop) override {
        if (!takesPdf_)
            return fail(ErrorKind::unsupported, "printer.format-refused", Remedy::supplier,
                        "application/pdf is not among its formats");
        const int id = TRY(client_.print(document, stop));
        job_ = Job{.id = id, .pages = document.pages};
        return id;
    }

    Result<JobProgress> progress(int jobId, std::stop_token stop) override {
        const ipp::JobAnswer answer = TRY(client_.job(jobId, stop));
        if (!job_ || job_->id != jobId)
            return toProgress(answer, std::nullopt);
        JobProgress progress = TRY(toProgress(answer, job_->pages));
        job_->pagesOut = std::max(job_->pagesOut, progress.pagesOut);
        progress.pagesOut = job_->pagesOut;
        return progress;
    }

    Result<> cancel(int jobId, std::stop_token stop) override {
        return client_.cancel(jobId, stop);
    }

    Result<> clearJobs(std::stop_token stop) override {
        TRY(cancelHeldJobs(stop));
        const auto left = TRY(client_.heldJobs(stop));
        if (!left.empty())
            return fail(ErrorKind::unavailable, "printer.busy", Remedy::wait,
                        std::to_string(left.size()) + " jobs are still held");
        return {};
    }

private:
    Result<> cancelHeldJobs(const std::stop_token& stop) {
        const auto held = TRY(client_.heldJobs(stop));
        for (const int id : held) {
            const auto cancelled = client_.cancel(id, stop);
            // One that has ended meanwhile, or is being cancelled already, cannot be cancelled.
            if (!cancelled && cancelled.error().kind() != ErrorKind::notFound &&
                cancelled.error().kind() != ErrorKind::refused)
                return std::unexpected(cancelled.error());
        }
        return {};
    }

    /// The job handed over last: some printers count only while a job runs, some not at all.
    struct Job {
        int id = 0;
        int pages = 0;
        int pagesOut = 0;
    };

    ipp::IppClient client_;
    DeviceIdentity identity_;
    bool takesPdf_;
    std::optional<Job> job_;
};

} // namespace

Result<std::unique_ptr<Printer>> openIpp(const IppOptions& options) {
    ipp::IppClient client(TRY(ipp::parseAddress(options.uri)),
                          {.connect = options.connectLimit, .total = options.queryLimit},
                          {.connect = options.connectLimit, .total = options.printLimit});
    const ipp::PrinterAnswer answer = TRY(client.printer({}));
    return std::make_unique<IppPrinter>(std::move(client), answer);
}

} // namespace kiosk::drivers
