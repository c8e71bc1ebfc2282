// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/service_watch.h"

#include <algorithm>

#include "firmware/visit/reconcile.h"

namespace kiosk::visit {

namespace {

using drivers::PaperState;
using drivers::PrinterStatus;
using drivers::TonerState;

// What is plugged in or out is told by itself, and asked for at once; these are for the rest.
constexpr Rounds::Pace kDevices{std::chrono::seconds(2), std::chrono::seconds(16)};
constexpr Rounds::Pace kRegions{std::chrono::seconds(5), std::chrono::seconds(80)};

/// The first thing that keeps a printer from printing well, most urgent first; empty when all is
/// well.
std::string noteFor(const PrinterStatus& status) {
    if (status.paper == PaperState::jammed)
        return "printer.paper-jam";
    if (status.coverOpen)
        return "printer.cover-open";
    if (status.paper == PaperState::out)
        return "printer.paper-out";
    if (status.toner == TonerState::out)
        return "printer.toner-out";
    if (!status.canPrint())
        return "printer.not-ready";
    if (status.paper == PaperState::low)
        return "printer.paper-low";
    return status.toner == TonerState::low ? "printer.toner-low" : "";
}

ServiceState workingIf(bool works) {
    return works ? ServiceState::working : ServiceState::out;
}

} // namespace

Services withPrinter(Services services, const Result<PrinterStatus>& status) {
    services.printingNote = status ? noteFor(*status) : status.error().code();
    if (services.printingNote.empty())
        services.printing = ServiceState::working;
    else
        services.printing =
            status && status->canPrint() ? ServiceState::limited : ServiceState::out;
    return services;
}

Services withReceiptPrinter(Services services, const Result<PrinterStatus>& status) {
    if (status && status->canPrint())
        services.slipsNote.clear();
    else if (status && status->coverOpen)
        services.slipsNote = "slips.cover-open";
    else if (status && status->paper == PaperState::out)
        services.slipsNote = "slips.paper-out";
    else if (status && status->paper == PaperState::jammed)
        services.slipsNote = "slips.paper-jam";
    else
        services.slipsNote = "slips.not-ready";
    return services;
}

Services withRegions(Services services, const std::map<std::string, bool>& answers) {
    services.silentRegions.clear();
    for (const auto& [name, answered] : answers)
        if (!answered)
            services.silentRegions.push_back(name);
    if (services.silentRegions.empty())
        services.network = ServiceState::working;
    else
        services.network = services.silentRegions.size() < answers.size() ? ServiceState::limited
                                                                          : ServiceState::out;
    return services;
}

ServiceWatch::ServiceWatch(Workplace& workplace, std::function<bool()> idle,
                           std::function<void(Services)> changed)
    : at_(workplace),
      idle_(std::move(idle)),
      changed_(std::move(changed)),
      deviceRounds_(at_.loop, kDevices, [this] { lookAtDevices(); }),
      regionRounds_(at_.loop, kRegions, [this] { lookAtRegions(); }) {}

void ServiceWatch::begin() {
    lookAtDevices();
    lookAtRegions();
}

void ServiceWatch::lookAtDevices() {
    askDevices();
    deviceRounds_.next();
}

void ServiceWatch::lookAtRegions() {
    askRegions();
    regionRounds_.next();
}

void ServiceWatch::askDevices() {
    if (!idle_())
        return deviceRounds_.quicken(); // after a visit much may be otherwise
    askReader();
    askPrinter();
    askReceiptPrinter();
    askCamera();
}

void ServiceWatch::askReader() {
    at_.readerWorker.submit([this](const std::stop_token& stop) {
        const Result<> well = at_.reader.use(stop, &drivers::CardReader::check);
        at_.loop.post([this, works = well.has_value()] {
            services_.cards = workingIf(works);
            tell();
        });
    });
}

void ServiceWatch::askPrinter() {
    at_.printerWorker.submit([this](const std::stop_token& stop) {
        const auto status = at_.printer.status(stop);
        if (status)
            reconcilePages(at_, *status);
        at_.loop.post([this, status] {
            services_ = withPrinter(std::move(services_), status);
            tell();
        });
    });
}

void ServiceWatch::askReceiptPrinter() {
    if (!at_.receipts)
        return;
    at_.receipts->worker.submit([this](const std::stop_token& stop) {
        const auto status = at_.receipts->printer.status(stop);
        at_.loop.post([this, status] {
            services_ = withReceiptPrinter(std::move(services_), status);
            tell();
        });
    });
}

void ServiceWatch::askCamera() {
    at_.cameraWorker.submit([this](const std::stop_token& stop) {
        // Nothing is captured outside a visit; being there has to do.
        const Result<> well = at_.camera.use(stop, &drivers::Camera::check);
        at_.loop.post([this, works = well.has_value()] {
            services_.codes = workingIf(works);
            tell();
        });
    });
}

void ServiceWatch::askRegions() {
    if (!idle_())
        return regionRounds_.quicken();
    for (RegionLink& link : at_.regions)
        link.worker.submit([this, &link](const std::stop_token& stop) {
            const bool answered = link.authority.catalogue(stop).has_value();
            at_.loop.post([this, name = link.authority.region().name, answered] {
                regionAnswers_[name] = answered;
                services_ = withRegions(std::move(services_), regionAnswers_);
                tell();
            });
        });
}

void ServiceWatch::tell() {
    if (services_ == told_)
        return;
    told_ = services_;
    deviceRounds_.quicken();
    regionRounds_.quicken();
    changed_(services_);
}

} // namespace kiosk::visit
