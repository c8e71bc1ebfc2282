// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <type_traits>

#include "firmware/base/bytes.h"
#include "firmware/base/events.h"
#include "firmware/ending/ending.h"

/// The file in which a run says that it began and, with its last words, how it ended: two parts of
/// fixed size at fixed places, each with a check of its own, written at the start so that the end
/// needs no room on a disk that may be full. As the machine lays numbers out; read by the same
/// machine alone.
namespace kiosk::ending {

inline constexpr std::size_t kMostFrames = 48;
inline constexpr std::size_t kModuleName = 32; ///< with the zero at its end

/// Written durably when a run begins.
struct RunPart {
    std::array<char, 8> magic;
    std::uint64_t check; ///< of all behind it
    std::uint64_t run;
    std::int64_t startedAt;       ///< seconds since 1970
    std::uint64_t build;          ///< as Frame::build
    std::array<char, 40> boot;    ///< of the machine, as bootName(); ends with a zero
    std::array<char, 24> version; ///< likewise
};

struct FramePart {
    std::uint64_t build;
    std::uint64_t offset;
    std::array<char, kModuleName> module;
};

/// Written when it ends, by a signal's handler where it crashes.
struct EndPart {
    std::array<char, 8> magic;
    std::uint64_t check; ///< of all behind it
    std::uint64_t run;
    std::int64_t at; ///< seconds since 1970
    std::uint32_t how;
    std::uint32_t fault;
    std::uint32_t place;
    std::uint32_t loopBusyMs;
    std::uint32_t eventCount;
    std::uint32_t frameCount;
    std::array<events::Noted, events::kRemembered> events;
    std::array<FramePart, kMostFrames> frames;
};
static_assert(std::is_trivially_copyable_v<RunPart> && std::is_trivially_copyable_v<EndPart>);
// No gaps, whose bytes could be of anything.
static_assert(std::has_unique_object_representations_v<RunPart> &&
              std::has_unique_object_representations_v<EndPart>);

inline constexpr std::size_t kEndOffset = 4096; ///< in the file: a sector is never shared
inline constexpr std::size_t kRunFileSize = 8192;
static_assert(kEndOffset + sizeof(EndPart) <= kRunFileSize);

/// Puts magic and check into a part that is filled otherwise. Safe in a signal handler.
void close(RunPart& part);
void close(EndPart& part);

/// The file of a run that has just begun.
Bytes fileOf(const RunPart& run);

/// What a file says, whoever tore or wrote it: a part whose check does not hold is none, and so is
/// an end of another run than the one that began.
struct RunFile {
    std::optional<RunPart> run{};
    std::optional<EndPart> end{};
};
RunFile runFileIn(ByteView bytes);

/// The machine's boot, as 32 digits: from the environment (KIOSK_BOOT, which the service's unit
/// sets) or from the kernel; empty where neither says it.
std::string bootName();

/// How the run of this file ended, now that it runs no longer; nothing for a file that says of
/// none. `boot` is the machine's present one: a run without a last word ended with the machine
/// unless both are known to be the same.
std::optional<Ending> endingOf(const RunFile& file, std::string_view boot, WallTime now);

} // namespace kiosk::ending
