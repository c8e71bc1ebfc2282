// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/base/clock.h"
#include "firmware/base/whereabouts.h"

namespace kiosk::ending {

/// How a run of the kiosk ended.
enum class How {
    none,     ///< none has ended yet
    stopped,  ///< somebody asked it to
    crashed,  ///< a fault of its own
    frozen,   ///< its loop hung, and the service manager ended it (WatchdogSec)
    killed,   ///< without a word, and the machine ran on: as when memory runs out
    powerLost ///< without a word, and the machine started anew
};
inline constexpr std::array<std::string_view, 6> kHowNames{"none",   "stopped", "crashed",
                                                           "frozen", "killed",  "powerLost"};
std::string_view name(How how);

/// By what a crash or a freeze came to its end.
enum class Fault { none, segv, bus, fpe, ill, abrt, exception, outOfMemory };
inline constexpr std::array<std::string_view, 8> kFaultNames{
    "none", "segv", "bus", "fpe", "ill", "abrt", "exception", "outOfMemory"};
std::string_view name(Fault fault);

/// A place in the program's code: an address within the module of that build, so that whoever has
/// the build finds function and line ("addr2line -e MODULE OFFSET"). Holds no memory.
struct Frame {
    std::string module{};     ///< "kiosk", "libcairo.so.2"; empty for code of none
    std::uint64_t build = 0;  ///< the first eight bytes of its build id (NT_GNU_BUILD_ID)
    std::uint64_t offset = 0; ///< from where the module is loaded

    bool operator==(const Frame&) const = default;
};

/// One of the last events before the end.
struct PastEvent {
    std::string_view event{}; ///< its id, of firmware/base/event_list.h
    std::string_view word{};  ///< what was said in its first field, a word of its list, or empty
    std::chrono::milliseconds before{0};

    bool operator==(const PastEvent&) const = default;
};

/// How one run ended: closed words, numbers and places in code; no person can stand in it.
struct Ending {
    How how = How::none;
    std::uint64_t run = 0; ///< counts the kiosk's starts
    WallTime at{};         ///< when, to the second; when it was noticed, for one without a word
    Fault fault = Fault::none;
    std::optional<Place> place{};          ///< of crashed and frozen: what its thread was at
    std::chrono::milliseconds loopBusy{0}; ///< how long the loop had been at its last turn
    std::string version{};                 ///< "0.1.0" of the program, empty if not known
    std::uint64_t build = 0;               ///< as Frame::build, of the program
    std::vector<Frame> frames{};           ///< innermost first
    std::vector<PastEvent> events{};       ///< oldest first

    bool operator==(const Ending&) const = default;
};

/// Nobody asked for it.
constexpr bool isUnasked(How how) {
    return how != How::none && how != How::stopped;
}

/// What a module may be called: "kiosk" or a library file's name. Whoever reads a file takes no
/// other text for one.
bool isModuleName(std::string_view name);

/// "crashed (segv) at printer, 2026-11-27T10:00:00Z": one line for a technician.
std::string text(const Ending& ending);
/// "libcairo.so.2+0x1a2b (3f7a09c2…)": one line for a technician.
std::string text(const Frame& frame);

} // namespace kiosk::ending
