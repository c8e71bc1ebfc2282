// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "firmware/base/result.h"

namespace kiosk::update {

/// One of the two systems on the disk.
enum class Slot { a, b };
std::string_view name(Slot slot); ///< "a"
Slot otherThan(Slot slot);

/// What the loader goes by (board/image.d/grub.cfg): it starts the first slot that has a try left,
/// and takes one from it. Whoever finds that a slot works gives it new ones.
struct Slots {
    /// Of a slot that was seen to work: power that comes and goes must not unseat it.
    static constexpr int kTriesOfGood = 16;
    /// Of a slot nobody has seen at work.
    static constexpr int kTriesOfNew = 3;

    Slot first = Slot::a;
    int triesA = kTriesOfNew;
    int triesB = kTriesOfNew;
    bool provenA = false; ///< seen to work since it was written
    bool provenB = false;

    int tries(Slot slot) const { return slot == Slot::a ? triesA : triesB; }
    bool isProven(Slot slot) const { return slot == Slot::a ? provenA : provenB; }
    bool operator==(const Slots&) const = default;
};

/// From the loader's file. A damaged one is what the loader takes it for: nothing is known, as on a
/// new disk. Error: "file.open" and its like (technician).
Result<Slots> readSlots(const std::filesystem::path& file);

/// Of this machine as it runs, by the kernel's command line ("… kiosk.slot=a …"); nothing where the
/// loader was another.
std::optional<Slot> runningSlot(std::string_view commandLine);

/// Each of these writes the file in its place, and only its first half changes, which a disk writes
/// whole or not at all: power may go at any moment. Errors: "file.open", "file.write" (technician).

/// The slot was seen to work: it is first from now on.
Result<> markGood(const std::filesystem::path& file, Slot slot);
/// The slot is about to be written over: it starts no more, and the other one is first.
Result<> closeSlot(const std::filesystem::path& file, Slot slot);
/// Another system lies in the slot now: it is first and has to prove itself.
Result<> startNext(const std::filesystem::path& file, Slot slot);

} // namespace kiosk::update
