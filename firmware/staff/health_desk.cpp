// SPDX-License-Identifier: Apache-2.0
#include "firmware/staff/health_desk.h"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <set>

#include "firmware/health/devices.h"
#include "firmware/health/machine_facts.h"
#include "firmware/health/network.h"
#include "firmware/staff/tried.h"

namespace kiosk::staff {

namespace {

using health::Health;
/// What an answer says of the kiosk.
using Put = std::function<void(Health&)>;

std::optional<bool>& layerOf(Health& health, health::Layer layer) {
    return health.network[static_cast<std::size_t>(layer)];
}

void putPrinter(Health& health, health::Part part, const drivers::PrinterStatus& status) {
    for (health::Device& device : health.devices)
        if (device.part == part)
            device = health::withPrinter(device, status);
    if (part != health::Part::printer)
        return;
    const auto strangePages = health.printer.strangePages;
    health.printer = health::printerOf(status);
    health.printer.strangePages = strangePages;
}

void putRegion(Health& health, const health::RegionCode& code, const health::Outcome& answers) {
    for (health::Region& region : health.regions)
        if (region.code == code)
            region.answers = answers;
}

} // namespace

health::Queue queueOf(const std::vector<outbox::Entry>& entries, WallTime now) {
    const auto in = [&entries](outbox::Entry::State state) {
        return static_cast<int>(std::ranges::count(entries, state, &outbox::Entry::state));
    };
    std::chrono::seconds oldest{0}; // also of one accepted under a clock that ran ahead
    for (const outbox::Entry& entry : entries)
        if (entry.state == outbox::Entry::State::waiting)
            oldest =
                std::max(oldest, std::chrono::floor<std::chrono::seconds>(now - entry.acceptedAt));
    return {.waiting = in(outbox::Entry::State::waiting),
            .dead = in(outbox::Entry::State::dead),
            .oldest = oldest};
}

struct HealthDesk::Answers {
    struct Answer {
        Put put;
        SteadyTime at;
    };

    std::mutex mutex; ///< guards all below
    std::condition_variable arrival;
    std::function<void()> came;
    std::set<std::string> open;            ///< questions under way
    std::map<std::string, Answer> answers; ///< by question
};

HealthDesk::HealthDesk(HealthPlace place)
    : place_(std::move(place)), answers_(std::make_shared<Answers>()) {}

/// `ask` runs on the worker and returns what its answer says; an empty one says nothing.
template <typename Ask>
void HealthDesk::put(const std::string& question, Worker& worker, const Ask& ask) {
    {
        const std::scoped_lock lock(answers_->mutex);
        if (!answers_->open.insert(question).second)
            return;
    }
    worker.submit(
        [question, answers = answers_, ask, &clock = place_.at.clock](const std::stop_token& stop) {
            Put put = ask(stop);
            std::function<void()> came;
            {
                const std::scoped_lock lock(answers->mutex);
                answers->open.erase(question);
                answers->answers[question] = {std::move(put), clock.steady()};
                came = answers->came;
                answers->arrival.notify_all();
            }
            if (came)
                came();
        });
}

void HealthDesk::askMachine() {
    put("machine", place_.worker, [state = place_.state](const std::stop_token&) -> Put {
        const health::Machine machine{.state = state};
        Health seen;
        health::readMachine(seen, machine);
        layerOf(seen, health::Layer::link) = health::hasLink(machine.root);
        layerOf(seen, health::Layer::address) = health::hasAddress(machine.root);
        return [seen](Health& health) {
            health.store = seen.store;
            health.diskFree = seen.diskFree;
            health.diskErrors = seen.diskErrors;
            health.atRest = seen.atRest;
            health.memoryFree = seen.memoryFree;
            health.celsius = seen.celsius;
            health.network = seen.network;
        };
    });
}

void HealthDesk::askTests() {
    put("tests", place_.worker, [state = place_.state](const std::stop_token&) -> Put {
        return [tried = triedIn(state)](Health& health) { health.tried = tried; };
    });
}

void HealthDesk::askPrinter(health::Part part, printing::PrinterCare& printer, Worker& worker) {
    put(std::string(name(part)), worker, [part, &printer](const std::stop_token& stop) -> Put {
        const auto status = printer.status(stop);
        if (!status)
            return {}; // why stands in its slot's report
        return [part, status = *status](Health& health) { putPrinter(health, part, status); };
    });
}

void HealthDesk::askQueue() {
    visit::Workplace& at = place_.at;
    put("queue", at.storeWorker, [&at](const std::stop_token&) -> Put {
        const auto entries = at.outbox.list();
        if (!entries)
            return {};
        return
            [queue = queueOf(*entries, at.clock.wall())](Health& health) { health.queue = queue; };
    });
}

void HealthDesk::askRegion(visit::RegionLink& link) {
    const std::string code = link.authority.region().code;
    put("region " + code, link.worker, [code, &link](const std::stop_token& stop) -> Put {
        const auto answer = link.authority.catalogue(stop);
        health::Outcome outcome;
        if (!answer)
            outcome.fault = health::Cause(answer.error());
        return [code = health::RegionCode(code), outcome](Health& health) {
            putRegion(health, code, outcome);
        };
    });
}

void HealthDesk::askAll() {
    visit::Workplace& at = place_.at;
    askMachine();
    askTests();
    askPrinter(health::Part::printer, at.printer, at.printerWorker);
    if (at.receipts)
        askPrinter(health::Part::receiptPrinter, at.receipts->printer, at.receipts->worker);
    askQueue();
    for (visit::RegionLink& link : at.regions)
        askRegion(link);
}

void HealthDesk::ask(std::function<void()> came) {
    {
        const std::scoped_lock lock(answers_->mutex);
        answers_->came = std::move(came);
    }
    askAll();
}

Health HealthDesk::gather() {
    ask({});
    {
        std::unique_lock lock(answers_->mutex);
        answers_->arrival.wait_for(lock, kPatience, [this] { return answers_->open.empty(); });
    }
    return known();
}

Health HealthDesk::known() const {
    Health health = knownAtOnce();
    {
        const SteadyTime now = place_.at.clock.steady();
        const std::scoped_lock lock(answers_->mutex);
        for (const auto& [question, answer] : answers_->answers)
            if (answer.put && now - answer.at <= kCounts)
                answer.put(health);
    }
    health.network = health::layersOf({.link = layerOf(health, health::Layer::link),
                                       .address = layerOf(health, health::Layer::address),
                                       .clock = health.clock,
                                       .regions = health.regions});
    return health;
}

/// What nobody need be asked for.
Health HealthDesk::knownAtOnce() const {
    const WallTime now = place_.at.clock.wall();
    Health health{.software = health::Version::of(place_.version),
                  .at = now,
                  .configuration = health::Outcome{}, // or it would not have started,
                  .assets = health::Outcome{},        // and without these neither
                  .trust = place_.trust,
                  .lastEnd = place_.lastEnd};
    if (place_.record)
        health.record = place_.record();
    if (place_.key)
        health.key = place_.key();
    if (place_.counters)
        health.counters = place_.counters();
    if (place_.trust.changed)
        health.clock = health::clockWordOf(now, *place_.trust.changed);
    for (const HealthPlace::Part& part : place_.parts)
        if (const auto named = health::partNamed(part.name))
            health.devices.push_back(health::deviceOf(*named, part.report()));
    health.printer.strangePages = place_.at.ledger.strangePages();
    const health::Device* auxiliaries = deviceOf(health, health::Part::auxiliaries);
    health.cabinet = place_.cabinet();
    if (!health.cabinet && auxiliaries != nullptr &&
        auxiliaries->state == health::DeviceWord::online)
        health.cabinet = health::Outcome{};
    for (const visit::RegionLink& link : place_.at.regions)
        health.regions.push_back({.code = health::RegionCode(link.authority.region().code)});
    return health;
}

} // namespace kiosk::staff
