// SPDX-License-Identifier: Apache-2.0
#include "firmware/update/slots.h"

#include <algorithm>
#include <string>

#include "firmware/base/files.h"
#include "firmware/base/text.h"
#include "firmware/update/grub_environment.h"

namespace kiosk::update {

namespace {

// GRUB cannot count; it can take a letter away.
constexpr char kTry = 'x';

std::string triesOf(Slot slot) {
    return std::string(name(slot)) + "_tries";
}

std::string proofOf(Slot slot) {
    return std::string(name(slot)) + "_proven";
}

bool isProvenIn(const GrubEnvironment& environment, Slot slot) {
    return environment.get(proofOf(slot)) == "yes";
}

/// What the loader tries in this order, and what it has left for `slot`.
void put(GrubEnvironment& environment, Slot first, Slot slot, int tries) {
    environment.set("order", std::string(name(first)) + " " + std::string(name(otherThan(first))));
    environment.set(triesOf(slot), std::string(static_cast<std::size_t>(tries), kTry));
    environment.set(proofOf(slot), "no");
}

int triesIn(const GrubEnvironment& environment, Slot slot) {
    const auto letters = environment.get(triesOf(slot));
    if (!letters)
        return Slots::kTriesOfNew;
    return static_cast<int>(std::ranges::find_if(*letters, [](char c) { return c != kTry; }) -
                            letters->begin());
}

GrubEnvironment asDelivered() {
    GrubEnvironment environment;
    environment.set("order", "a b");
    return environment;
}

Result<GrubEnvironment> read(const std::filesystem::path& file) {
    const Bytes block = TRY(readFile(file, GrubEnvironment::kSize));
    return GrubEnvironment::parse(block).value_or(asDelivered());
}

} // namespace

std::string_view name(Slot slot) {
    return slot == Slot::a ? "a" : "b";
}

Slot otherThan(Slot slot) {
    return slot == Slot::a ? Slot::b : Slot::a;
}

Result<Slots> readSlots(const std::filesystem::path& file) {
    const GrubEnvironment environment = TRY(read(file));
    return Slots{.first =
                     environment.get("order").value_or("a").starts_with("b") ? Slot::b : Slot::a,
                 .triesA = triesIn(environment, Slot::a),
                 .triesB = triesIn(environment, Slot::b),
                 .provenA = isProvenIn(environment, Slot::a),
                 .provenB = isProvenIn(environment, Slot::b)};
}

std::optional<Slot> runningSlot(std::string_view commandLine) {
    constexpr std::string_view kWord = "kiosk.slot=";
    for (const std::string_view word : split(commandLine.substr(0, commandLine.find('\n')), ' ')) {
        if (!word.starts_with(kWord))
            continue;
        const std::string_view slot = word.substr(kWord.size());
        if (slot == name(Slot::a))
            return Slot::a;
        if (slot == name(Slot::b))
            return Slot::b;
    }
    return std::nullopt;
}

Result<> markGood(const std::filesystem::path& file, Slot slot) {
    GrubEnvironment environment = TRY(read(file));
    put(environment, slot, slot, Slots::kTriesOfGood);
    environment.set(proofOf(slot), "yes");
    return overwriteFile(file, environment.block());
}

Result<> closeSlot(const std::filesystem::path& file, Slot slot) {
    GrubEnvironment environment = TRY(read(file));
    put(environment, otherThan(slot), slot, 0);
    return overwriteFile(file, environment.block());
}

Result<> startNext(const std::filesystem::path& file, Slot slot) {
    GrubEnvironment environment = TRY(read(file));
    put(environment, slot, slot, Slots::kTriesOfNew);
    return overwriteFile(file, environment.block());
}

} // namespace kiosk::update
