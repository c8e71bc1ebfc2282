// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/service_watch.h"

#include <algorithm>

#include "firmware/health/devices.h"
#include "firmware/visit/reconcile.h"

namespace kiosk::visit {

namespace {

using drivers::PaperState;
using drivers::PrinterStatus;
using drivers::TonerState;

using std::chrono::milliseconds;

// What is plugged in or out is told by itself, and asked for at once; these are for the rest, of
// which paper and covers change most. Parts of a minute, so that devices are asked together, and
// when nothing happens in the moment in which the clock wakes the kiosk anyway.
constexpr Rounds::Pace kPrinters{milliseconds(7'500), milliseconds(60'000)};
constexpr Rounds::Pace kDevices{milliseconds(15'000), milliseconds(60'000)};
/// A minute is shorter than servers usually keep a connection (75 s): asking opens none.
constexpr Rounds::Pace kRegions{milliseconds(30'000), milliseconds(60'000)};
/// What does not work is being mended, perhaps, by somebody who waits for the kiosk to see it.
constexpr milliseconds kWhileOut{7'500};

/// All kiosks' clocks are set alike; their questions must not come to a region all at once.
milliseconds momentInMinute(RandomSource& random) {
    return milliseconds(random.next() % 60'000);
}

milliseconds patienceWith(std::initializer_list<ServiceState> states) {
    const auto serves = [](ServiceState state) {
        return state == ServiceState::working || state == ServiceState::limited;
    };
    return std::ranges::all_of(states, serves) ? milliseconds::max() : kWhileOut;
}

/// The first thing that keeps a printer from printing well, most urgent first; empty when all is
/// well.
std::string noteFor(const PrinterStatus& status) {
    if (const auto trouble = health::troubleOf(status))
        return trouble->code();
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

Services withRegions(Services services, const RegionAnswers& answers) {
    services.silentRegions.clear();
    bool isComplete = true;
    for (const auto& [name, answered] : answers) {
        isComplete = isComplete && answered.has_value();
        if (answered == false)
            services.silentRegions.push_back(name);
    }
    if (services.silentRegions.size() == answers.size())
        services.network = ServiceState::out;
    else if (!services.silentRegions.empty())
        services.network = ServiceState::limited;
    else
        services.network = isComplete ? ServiceState::working : ServiceState::unknown;
    return services;
}

ServiceWatch::ServiceWatch(Workplace& workplace, std::function<bool()> idle,
                           std::function<void(Services)> changed)
    : at_(workplace),
      idle_(std::move(idle)),
      changed_(std::move(changed)),
      printerRounds_(at_.loop, kPrinters, Beat{at_.clock}, [this] { lookAtPrinters(); }),
      deviceRounds_(at_.loop, kDevices, Beat{at_.clock}, [this] { lookAtDevices(); }),
      regionRounds_(at_.loop, kRegions, Beat{at_.clock, momentInMinute(at_.random)},
                    [this] { lookAtRegions(); }),
      regionNews_(at_.regions.size()) {}

void ServiceWatch::begin() {
    for (const RegionLink& link : at_.regions)
        regionAnswers_[link.authority.region().name] = std::nullopt;
    if (at_.regions.empty()) { // nobody to wait for
        services_ = withRegions(std::move(services_), regionAnswers_);
        tell();
    }
    lookAtPrinters();
    lookAtDevices();
    lookAtRegions();
}

void ServiceWatch::lookAtPrinters() {
    if (idle_())
        askPrinters();
    printerRounds_.next(patienceWith({services_.printing}));
}

void ServiceWatch::lookAtDevices() {
    if (idle_()) {
        askReader();
        askCamera();
    }
    deviceRounds_.next(patienceWith({services_.cards, services_.codes}));
}

void ServiceWatch::lookAtRegions() {
    if (idle_())
        askRegions();
    regionRounds_.next(); // a region that is back is not asked by all its kiosks at once
}

void ServiceWatch::quicken() {
    printerRounds_.quicken();
    deviceRounds_.quicken();
    regionRounds_.quicken();
}

void ServiceWatch::askDevices() {
    if (!idle_())
        return;
    askPrinters();
    askReader();
    askCamera();
}

void ServiceWatch::askPrinters() {
    askPrinter();
    askReceiptPrinter();
}

void ServiceWatch::askReader() {
    at_.readerWorker.submit([this](const std::stop_token& stop) {
        const bool works = at_.reader.use(stop, &drivers::CardReader::check).has_value();
        if (!readerNews_.isNew(works))
            return;
        at_.loop.post([this, works] {
            services_.cards = workingIf(works);
            tell();
        });
    });
}

void ServiceWatch::askPrinter() {
    at_.printerWorker.submit([this](const std::stop_token& stop) {
        const auto status = at_.printer.status(stop);
        if (status) {
            reconcilePages(at_, *status);
            (void)at_.printer.tidy(stop); // what somebody left behind, or brought along
        }
        if (!printerNews_.isNew(withPrinter({}, status)))
            return;
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
        if (status)
            (void)at_.receipts->printer.tidy(stop);
        if (!receiptNews_.isNew(withReceiptPrinter({}, status)))
            return;
        at_.loop.post([this, status] {
            services_ = withReceiptPrinter(std::move(services_), status);
            tell();
        });
    });
}

void ServiceWatch::askCamera() {
    at_.cameraWorker.submit([this](const std::stop_token& stop) {
        // Nothing is captured outside a visit; being there has to do.
        const bool works = at_.camera.use(stop, &drivers::Camera::check).has_value();
        if (!cameraNews_.isNew(works))
            return;
        at_.loop.post([this, works] {
            services_.codes = workingIf(works);
            tell();
        });
    });
}

void ServiceWatch::askRegions() {
    for (std::size_t index = 0; index < at_.regions.size(); ++index)
        askRegion(index);
}

void ServiceWatch::askRegion(std::size_t index) {
    RegionLink& link = at_.regions[index];
    link.worker.submit([this, &link, index](const std::stop_token& stop) {
        const bool answered = link.authority.catalogue(stop).has_value();
        if (!regionNews_[index].isNew(answered))
            return;
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
    changed_(services_);
}

} // namespace kiosk::visit
