// SPDX-License-Identifier: Apache-2.0
#include "drivers/printer/ipp/ipp_printer.h"

#include <algorithm>

#include "drivers/printer/ipp/ipp_client.h"
#include "drivers/printer/pwg/pwg_raster.h"

namespace kiosk::drivers {

namespace {

class IppPrinter final : public Printer {
public:
    IppPrinter(ipp::IppClient client, const ipp::PrinterAnswer& answer)
        : client_(std::move(client)),
          identity_(toIdentity(answer, client_.address().uri)),
          capabilities_(toCapabilities(answer)),
          rasterDensity_(ipp::rasterDensity(answer)) {
        lookAtTrays(answer);
    }

    DeviceIdentity identity() const override { return identity_; }

    PrinterCapabilities capabilities() const override { return capabilities_; }

    Result<> reset(std::stop_token stop) override {
        const auto held = TRY(client_.heldJobs(stop));
        return cancel(held, stop);
    }

    Result<PrinterStatus> status(std::stop_token stop) override {
        const ipp::PrinterAnswer answer = TRY(client_.printer(stop));
        lookAtTrays(answer);
        return toStatus(answer);
    }

    Result<int> submit(const PrintDocument& document, std::stop_token stop) override {
        if (lacksA4_)
            return fail(ErrorKind::unavailable, "printer.no-a4", Remedy::attendant,
                        "no tray holds A4");
        const int id = TRY(hand(document, stop));
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
    /// A printer that waits for paper says so, and gets its paper; one that has another size would
    /// hold the job until somebody presses a key.
    void lookAtTrays(const ipp::PrinterAnswer& answer) {
        const auto isEmpty = [](const std::string& reason) {
            const std::string_view stem = ipp::reasonStem(reason);
            return stem == "media-empty" || stem == "media-needed";
        };
        lacksA4_ = ipp::lacksA4(answer) && std::ranges::none_of(answer.reasons, isEmpty);
    }

    /// As PDF where the printer takes it: vectors are smaller and finer than our dots.
    Result<int> hand(const PrintDocument& document, const std::stop_token& stop) {
        if (takes(DocumentFormat::pdf))
            return client_.print(document, {DocumentFormat::pdf, document.pdf}, stop);
        if (!rasterDensity_)
            return fail(ErrorKind::unsupported, "printer.format-refused", Remedy::supplier,
                        "neither PDF nor grey PWG raster is among its formats");
        const Bytes raster = TRY(pwg::toPwgRaster(document, *rasterDensity_));
        return client_.print(document, {DocumentFormat::pwgRaster, raster}, stop);
    }

    bool takes(DocumentFormat format) const {
        return std::ranges::find(capabilities_.formats, format) != capabilities_.formats.end();
    }

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
    std::optional<int> rasterDensity_; ///< dots an inch
    bool lacksA4_ = false;             ///< as of the last look
    SentJob counted_; ///< pages out of the job asked about last: some printers take them back
};

} // namespace

Result<std::unique_ptr<Printer>> openIpp(const IppOptions& options) {
    ipp::PrinterAddress address = TRY(ipp::parseAddress(options.uri));
    address.through = options.through;
    ipp::IppClient client(std::move(address),
                          {.connect = options.connectLimit, .total = options.queryLimit},
                          {.connect = options.connectLimit, .total = options.printLimit});
    const ipp::PrinterAnswer answer = TRY(client.printer({}));
    return std::make_unique<IppPrinter>(std::move(client), answer);
}

} // namespace kiosk::drivers
