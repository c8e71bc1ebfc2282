// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "drivers/auxiliaries/auxiliaries.h"
#include "firmware/health/health.h"
#include "firmware/staff/staff_place.h"

namespace kiosk::app {

/// What the running kiosk's health is gathered from; all of it outlives the desk's questions.
struct HealthPlace {
    visit::Workplace& at;
    std::vector<staff::StaffPlace::Part> parts;
    std::filesystem::path state; ///< the kiosk's state folder
    staff::TrustFact trust;
    std::string version;
    /// How the cabinet stands; nothing where it never stood otherwise than well. From any thread.
    std::function<std::optional<drivers::CabinetState>()> cabinet;
};

/// Gathers the health of the kiosk that runs. What belongs to a worker is asked there; a question
/// that is still open from before is not asked twice, and what has not answered in time is not
/// known. From any thread but the workers', one caller at a time.
class HealthDesk {
public:
    /// How long gather() waits for the slowest.
    static constexpr std::chrono::milliseconds kPatience{2000};

    explicit HealthDesk(HealthPlace place);

    health::Health gather();

private:
    struct Answers;
    template <typename Ask>
    void ask(const std::string& what, Worker& worker, const Ask& question);
    void askAll();
    void askRegions();
    health::Health known() const;

    HealthPlace place_;
    std::shared_ptr<Answers> answers_; ///< shared with questions that are under way
};

} // namespace kiosk::app
