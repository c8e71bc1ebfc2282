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
          capabilities_(toCapabilities(answer)) {}

    DeviceIdentity identity() const override { return identity_; }

    PrinterCapabilities capabilities() const override { return capabilities_; }

    Result<> reset(std::stop_token stop) override {
        const auto held = TRY(client_.heldJobs(stop));
        return cancel(held, stop);
    }

    Result<PrinterStatus> status(std::stop_token stop) override {
        return toStatus(TRY(client_.printer(stop)));
    }

    Result<int> submit(const PrintDocument& document, std::stop_token stop) override {
        if (capabilities_.formats.empty())
            return fail(ErrorKind::unsupported, "printer.format-refused", Remedy::supplier,
                        "application/pdf is not among its formats");
        const int id = TRY(client_.print(document, stop));
        counted_ = {.id = id, .pages = 0};
        return id;
    }

    Result<JobProgress> progress(const SentJob& job, std::stop_token stop) override {
        const ipp::JobAnswer answer = TRY(client_.job(job.id, stop));
        capabilities_.countsPages |= answer.countsPages();
        JobProgress progress = TRY(toProgress(answer, job.pages));
        if (counted_.id != job.id)
            counted_ = {.id = job.id, .pages = 0};
        counted_.pages = std::max(counted_.pages, progress.pagesOut);
        progress.pagesOut = counted_.pages;
        return progress;
    }

    Result<> cancel(int jobId, std::stop_token stop) override {
        return client_.cancel(jobId, stop);
    }

    Result<> clearJobs(std::stop_token stop) override {
        const auto held = TRY(client_.heldJobs(stop));
        if (held.empty()) // the ordinary case, before each document
            return {};
        TRY(cancel(held, stop));
        const auto left = TRY(client_.heldJobs(stop));
        if (!left.empty())
            return fail(ErrorKind::unavailable, "printer.busy", Remedy::wait,
                        std::to_string(left.size()) + " jobs are still held");
        return {};
    }

private:
    Result<> cancel(const std::vector<int>& held, const std::stop_token& stop) {
        for (const int id : held) {
            const auto cancelled = client_.cancel(id, stop);
            // One that has ended meanwhile, or is being cancelled already, cannot be cancelled.
            if (!cancelled && cancelled.error().kind() != ErrorKind::notFound &&
                cancelled.error().kind() != ErrorKind::refused)
                return std::unexpected(cancelled.error());
        }
        return {};
    }

    ipp::IppClient client_;
    DeviceIdentity identity_;
    PrinterCapabilities capabilities_;
    SentJob counted_; ///< pages out of the job asked about last: some printers take them back
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
