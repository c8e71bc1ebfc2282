// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "firmware/base/clock.h"
#include "firmware/base/result.h"

namespace kiosk::update {

/// One thing that happened to this kiosk's systems.
struct Event {
    enum class What {
        begun,     ///< a bundle is being installed
        installed, ///< it starts next
        refused,   ///< it was not, see `code`
        proven,    ///< the system that runs was seen to work
        failed,    ///< the system that runs was not seen to work: the other one's turn
    };

    WallTime at;
    What what = What::begun;
    std::string version; ///< of the bundle or system; empty where it could not be told
    std::string code{};  ///< of the error: "update.older"
    bool older = false;  ///< by a technician's word that an older one may be

    bool operator==(const Event&) const = default;
};
std::string_view name(Event::What what);

/// What was installed when, and what came of it. It lies apart from the systems and from what the
/// kiosk keeps, so that neither update nor roll-back touches it. One caller at a time.
class History {
public:
    static constexpr std::size_t kMost = 200; ///< events; older ones go

    explicit History(std::filesystem::path file) : file_(std::move(file)) {}

    /// Oldest first; none where there is no file. Lines that nobody can read are passed by.
    std::vector<Event> events() const;
    /// Durable when it returns. Error "file.write" and its like (technician).
    Result<> add(const Event& event);

    /// How often the latest bundle was begun without an end, all of them this version: power went,
    /// or the machine died of it.
    int unfinished(std::string_view version) const;

private:
    std::filesystem::path file_;
};

} // namespace kiosk::update
