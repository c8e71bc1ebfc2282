// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/health_desk.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <set>

#include "firmware/app/queue_health.h"
#include "firmware/app/trust_fact.h"
#include "firmware/health/devices.h"
#include "firmware/health/machine_facts.h"
#include "firmware/health/network.h"
#include "firmware/staff/fact_desk.h"
#include "firmware/visit/cabinet.h"

namespace kiosk::app {

namespace {

health::Outcome cabinetOutcome(const drivers::CabinetState& cabinet) {
    const auto why = visit::whyNobodyBegins(cabinet);
    return why ? health::Outcome{health::Cause(*why)} : health::Outcome{};
}

} // namespace

struct HealthDesk::Answers {
    std::mutex mutex; ///< guards all below
    std::condition_variable came;
    std::set<std::string> open; ///< questions under way
    std::optional<Result<drivers::PrinterStatus>> printer;
    std::optional<staff::QueueFact> queue;
    std::map<std::string, health::Outcome> regions; ///< by code

    void forget() {
        printer.reset();
        queue.reset();
        regions.clear();
    }
};

HealthDesk::HealthDesk(HealthPlace place)
    : place_(std::move(place)), answers_(std::make_shared<Answers>()) {}

/// `question` runs on the worker and returns what then puts its answer among the others.
template <typename Ask>
void HealthDesk::ask(const std::string& what, Worker& worker, const Ask& question) {
    {
        const std::scoped_lock lock(answers_->mutex);
        if (!answers_->open.insert(what).second)
            return;
    }
    worker.submit([what, answers = answers_, question](const std::stop_token& stop) {
        auto put = question(stop);
        const std::scoped_lock lock(answers->mutex);
        put(*answers);
        answers->open.erase(what);
        answers->came.notify_all();
    });
}

void HealthDesk::askAll() {
    visit::Workplace& at = place_.at;
    ask("printer", at.printerWorker, [&at](const std::stop_token& stop) {
        return [status = at.printer.status(stop)](Answers& answers) { answers.printer = status; };
    });
    ask("queue", at.storeWorker, [&at](const std::stop_token&) {
        const auto entries = at.outbox.list();
        std::optional<staff::QueueFact> fact;
        if (entries)
            fact = staff::queueFact(*entries, at.clock.wall());
        return [fact](Answers& answers) { answers.queue = fact; };
    });
    askRegions();
}

void HealthDesk::askRegions() {
    for (visit::RegionLink& link : place_.at.regions) {
        const std::string code = link.authority.region().code;
        ask("region " + code, link.worker, [code, &link](const std::stop_token& stop) {
            const auto answer = link.authority.catalogue(stop);
            health::Outcome outcome;
            if (!answer)
                outcome.fault = health::Cause(answer.error());
            return [code, outcome](Answers& answers) { answers.regions[code] = outcome; };
        });
    }
}

health::Health HealthDesk::gather() {
    {
        const std::scoped_lock lock(answers_->mutex);
        answers_->forget();
    }
    askAll();
    std::unique_lock lock(answers_->mutex);
    answers_->came.wait_for(lock, kPatience, [this] { return answers_->open.empty(); });
    return known();
}

/// Holding the answers.
health::Health HealthDesk::known() const {
    const WallTime now = place_.at.clock.wall();
    health::Health health{.software = health::Version::of(place_.version),
                          .at = now,
                          .configuration = health::Outcome{}, // or it would not have started,
                          .assets = health::Outcome{},        // and without these neither
                          .clock = clockAgainst(place_.trust, now),
                          .trust = trustHealthOf(place_.trust, now)};
    const health::Machine machine{.state = place_.state};
    health::readMachine(health, machine);
    for (const auto& part : place_.parts)
        if (const auto named = health::partNamed(part.name))
            health.devices.push_back(health::deviceOf(*named, part.report()));
    if (answers_->printer && *answers_->printer) {
        health.printer = health::printerOf(**answers_->printer);
        for (health::Device& device : health.devices)
            if (device.part == health::Part::printer)
                device = health::withPrinter(device, **answers_->printer);
    }
    health.printer.strangePages = place_.at.ledger.strangePages();
    const health::Device* auxiliaries = health::deviceOf(health, health::Part::auxiliaries);
    const bool answers = auxiliaries != nullptr && auxiliaries->state == health::DeviceWord::online;
    if (const auto told = place_.cabinet(); told || answers)
        health.cabinet = cabinetOutcome(told.value_or(drivers::CabinetState{}));
    if (answers_->queue)
        health.queue = queueHealthOf(*answers_->queue);
    for (const visit::RegionLink& link : place_.at.regions) {
        const std::string code = link.authority.region().code;
        const auto answer = answers_->regions.find(code);
        health.regions.push_back({.code = health::RegionCode(code)});
        if (answer != answers_->regions.end())
            health.regions.back().answers = answer->second;
    }
    health.network = health::layersOf({.link = health::hasLink(machine.root),
                                       .address = health::hasAddress(machine.root),
                                       .clock = health.clock,
                                       .regions = health.regions});
    return health;
}

} // namespace kiosk::app
