// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "drivers/device/slot_report.h"
#include "firmware/audit/entry.h"
#include "firmware/handout/proof.h"
#include "firmware/health/health.h"
#include "firmware/parts/parts_book.h"

namespace kiosk::app {

/// Where one of the kiosk's devices stands, as a technician sees it. Both functions are called from
/// any thread.
struct DevicePlace {
    std::string part; ///< the configuration's word: "cardReader"
    std::function<drivers::SlotReport()> report;
    std::function<void()> startAfresh; ///< it is worth a try: at the next call
};

/// Pages that the printer counted and the kiosk did not print (S4).
struct StrangePages {
    std::function<int()> count;   ///< not accepted yet; called on any thread, as the other
    std::function<void()> accept; ///< soon
};

/// Answers the questions of a technician's programs, JSON for JSON:
///
///     {"ask": "devices"}                     how each device stands, and the parts' record
///     {"ask": "health"}                      all that is known of the kiosk (health/report.h)
///     {"ask": "metrics"}                     the same as OpenMetrics text: {"metrics": "…"}
///     {"ask": "proof", "challenge": "…"}     what software runs, signed (handout/proof.h); error
///                                            "service.challenge" for what is no Challenge
///     {"ask": "visit"}                       whether somebody is served: {"serving": true}
///     {"do": "retry", "part": "printer"}     a technician's word that it is worth a try; without
///                                            a part: all
///     {"do": "accept", "part": "printer"}    a technician's word that this is the kiosk's part
///     {"do": "acceptPages"}                  a technician's word that strange pages are explained
///
/// An answer holds "error" with code, remedy and detail when it could not be done. Knows nothing of
/// persons. One caller at a time, on any thread.
class ServiceDesk {
public:
    /// What is known of the kiosk when it is called, on the caller's thread; takes 2 s at most.
    using GatherHealth = std::function<health::Health()>;

    /// Whether somebody stands at the kiosk whom a restart would send away.
    using IsServing = std::function<bool()>;

    /// Puts what a technician did on the kiosk's record; on the asker's thread.
    using Record = std::function<void(audit::Entry)>;

    /// `parts` may be none; `clock` outlives the desk.
    ServiceDesk(std::vector<DevicePlace> places, StrangePages pages,
                std::shared_ptr<parts::PartsBook> parts, const Clock& clock,
                GatherHealth health = {}, IsServing isServing = {}, Record record = {})
        : places_(std::move(places)),
          pages_(std::move(pages)),
          parts_(std::move(parts)),
          clock_(clock),
          health_(std::move(health)),
          isServing_(std::move(isServing)),
          record_(std::move(record)) {}

    /// The signed answer to a challenge, one line of JSON; called on the asker's thread.
    using Prove = std::function<Result<std::string>(const handout::Challenge& challenge)>;
    /// Without it nobody can say what runs. Before the first question.
    void provesBy(Prove prove) { prove_ = std::move(prove); }

    std::string answer(std::string_view question);

private:
    Result<> retry(const std::string& part);
    Result<> accept(const std::string& part);
    Result<> acceptPages() const;
    std::string devices() const;
    std::string proof(std::string_view challenge) const;

    std::vector<DevicePlace> places_;
    StrangePages pages_;
    std::shared_ptr<parts::PartsBook> parts_;
    const Clock& clock_;
    GatherHealth health_; ///< may be empty: then nobody can say
    IsServing isServing_; ///< the same
    Record record_;       ///< may be empty
    Prove prove_;         ///< may be empty: then nobody can say
};

} // namespace kiosk::app
