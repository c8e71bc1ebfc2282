// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "drivers/device/slot_report.h"
#include "firmware/health/health.h"
#include "firmware/visit/workplace.h"

namespace kiosk::staff {

/// What the running kiosk's health is gathered from; all of it outlives the desk's questions.
struct HealthPlace {
    visit::Workplace& at;
    Worker& worker; ///< for what the machine says of itself: takes as long as its disk

    struct Part {
        std::string name; ///< the configuration's word: "cardReader"
        std::function<drivers::SlotReport()> report;
    };
    std::vector<Part> parts;
    std::filesystem::path state; ///< the kiosk's state folder
    health::Trust trust;
    std::string version;
    health::LastEnd lastEnd{}; ///< of the run before this one
    /// Whether door, tamper switch and power let anybody begin; nothing while nobody has said
    /// otherwise. From any thread.
    std::function<std::optional<health::Outcome>()> cabinet;
    /// How the record for supervision stands; empty: not known. From any thread.
    std::function<health::Record()> record{};
    /// Where the kiosk's key lies, and whether it signs; empty: not known. From any thread.
    std::function<health::Key()> key{};
    /// What was counted of the devices; empty: not known. From any thread.
    std::function<health::Counters()> counters{};
};

/// Gathers the health of the kiosk that runs, for the staff's pages and for a technician's
/// programs. What belongs to a worker is asked there, and a question that is still open from before
/// is not asked twice. An answer counts until the next one to the same question, and for kCounts at
/// most; what has none is not known.
class HealthDesk {
public:
    /// How long gather() waits for the slowest.
    static constexpr std::chrono::milliseconds kPatience{2000};
    /// Longer than a region's platform is waited for, so that one that never answers is known.
    static constexpr std::chrono::seconds kCounts{60};

    explicit HealthDesk(HealthPlace place);

    /// Asks everything anew and returns at once. `came` is called after each answer, on the worker
    /// that gave it, until the next call of ask() or gather(). From any thread, one caller at a
    /// time.
    void ask(std::function<void()> came);
    /// What is known now, without waiting for anything. From any thread.
    health::Health known() const;

    /// Asks, waits, and says what is known. From any thread but the workers', one caller at a time.
    health::Health gather();

private:
    struct Answers;
    template <typename Ask>
    void put(const std::string& question, Worker& worker, const Ask& ask);
    void askAll();
    void askMachine();
    void askPrinter(health::Part part, printing::PrinterCare& printer, Worker& worker);
    void askTests();
    void askQueue();
    void askRegion(visit::RegionLink& link);
    health::Health knownAtOnce() const;

    HealthPlace place_;
    std::shared_ptr<Answers> answers_; ///< shared with questions that are under way
};

/// What waits, by number and age alone.
health::Queue queueOf(const std::vector<outbox::Entry>& entries, WallTime now);

} // namespace kiosk::staff
