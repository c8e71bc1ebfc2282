// SPDX-License-Identifier: Apache-2.0
#include "firmware/staff/fact_desk.h"

#include <algorithm>

#include "firmware/staff/test_book.h"

namespace kiosk::staff {

namespace {

constexpr std::string_view kPrinter = "printer";
constexpr std::string_view kReceiptPrinter = "receiptPrinter";

} // namespace

QueueFact queueFact(const std::vector<outbox::Entry>& entries, WallTime now) {
    QueueFact fact;
    std::optional<WallTime> oldest;
    for (const outbox::Entry& entry : entries) {
        if (entry.state == outbox::Entry::State::dead)
            ++fact.dead;
        if (entry.state != outbox::Entry::State::waiting)
            continue;
        ++fact.waiting;
        oldest = std::min(oldest.value_or(entry.acceptedAt), entry.acceptedAt);
    }
    if (oldest)
        fact.oldest = std::max(std::chrono::floor<std::chrono::minutes>(now - *oldest),
                               std::chrono::minutes(0));
    return fact;
}

FactDesk::FactDesk(StaffPlace& place, std::function<void(const Facts&)> told)
    : place_(place), told_(std::move(told)) {
    facts_.trust = place_.trust;
    facts_.version = place_.version;
    for (const visit::RegionLink& link : place_.at.regions)
        facts_.regions.push_back({.name = link.authority.region().name});
}

void FactDesk::gather() {
    tell();
    askPrinter(std::string(kPrinter), place_.at.printer, place_.at.printerWorker);
    if (place_.at.receipts)
        askPrinter(std::string(kReceiptPrinter), place_.at.receipts->printer,
                   place_.at.receipts->worker);
    askQueue();
    askRegions();
    askResults();
}

void FactDesk::askPrinter(const std::string& part, printing::PrinterCare& printer, Worker& worker) {
    worker.submit([this, part, &printer](const std::stop_token& stop) {
        auto status = printer.status(stop);
        place_.at.loop.post([this, part, status = std::move(status)] {
            if (status)
                printers_[part] = *status;
            else
                printers_.erase(part);
            tell();
        });
    });
}

void FactDesk::askQueue() {
    place_.at.storeWorker.submit([this](const std::stop_token&) {
        const auto entries = place_.at.outbox.list();
        if (!entries)
            return;
        place_.at.loop.post([this, fact = queueFact(*entries, place_.at.clock.wall())] {
            facts_.queue = fact;
            tell();
        });
    });
}

void FactDesk::askRegions() {
    for (visit::RegionLink& link : place_.at.regions) {
        const std::string region = link.authority.region().name;
        if (std::exchange(asked_[region], true))
            continue;
        link.worker.submit([this, region, &link](const std::stop_token& stop) {
            const auto answer = link.authority.catalogue(stop);
            place_.at.loop.post(
                [this, region, error = answer ? std::string() : answer.error().code()] {
                    asked_[region] = false;
                    auto& fact = *std::ranges::find(facts_.regions, region, &RegionFact::name);
                    fact.answers = error.empty();
                    fact.error = error;
                    tell();
                });
        });
    }
}

void FactDesk::askResults() {
    place_.worker.submit([this](const std::stop_token&) {
        const auto results = testResults(place_.state / kTestsFileName);
        if (!results)
            return;
        place_.at.loop.post([this, results = *results] {
            facts_.tests = results;
            tell();
        });
    });
}

void FactDesk::tell() {
    facts_.devices.clear();
    facts_.printer.reset();
    for (const StaffPlace::Part& part : place_.parts) {
        DeviceFact fact = deviceFact(part.name, part.report());
        if (const auto status = printers_.find(part.name); status != printers_.end())
            fact = printerFact(std::move(fact), status->second);
        facts_.devices.push_back(std::move(fact));
    }
    if (const auto status = printers_.find(std::string(kPrinter)); status != printers_.end())
        facts_.printer = status->second;
    told_(facts_);
}

} // namespace kiosk::staff
