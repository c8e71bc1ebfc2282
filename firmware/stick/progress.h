// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kiosk::stick {

/// How an errand with a stick goes on.
struct Progress {
    enum class Stage {
        gathering, ///< what is to go onto it
        admitting, ///< until it can be read
        reading,   ///< what is on it
        writing,   ///< onto it, or from it into the kiosk
        comparing  ///< what was written, read again
    };
    Stage stage = Stage::gathering;
    int percent = 0;         ///< of this stage
    std::uint64_t needs = 0; ///< bytes; 0 while it is not known
    std::uint64_t free = 0;  ///< bytes, where they are to go; 0 while it is not known

    bool operator==(const Progress&) const = default;
};
inline constexpr int kStages = 5;
std::string_view name(Progress::Stage stage); ///< "admitting", as on the wire and in text keys

/// Whether a bundle may follow the system that runs.
enum class Standing {
    newer,
    same, ///< which repairs the other slot
    older,
    foreign,   ///< for another board
    untrusted, ///< nobody whom this kiosk believes signed it, or it is damaged
    later      ///< the system that runs has to prove itself first
};
inline constexpr int kStandings = 6;
std::string_view name(Standing standing);

struct BundleOnStick {
    std::string file;       ///< its name on the stick
    std::uint64_t size = 0; ///< bytes
    std::string version{};  ///< empty where it could not be told
    std::string board{};    ///< the same
    Standing standing = Standing::untrusted;

    bool operator==(const BundleOnStick&) const = default;
};

} // namespace kiosk::stick
