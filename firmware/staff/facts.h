// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "drivers/device/slot_report.h"
#include "drivers/printer/printer.h"

namespace kiosk::staff {

/// One of the kiosk's devices in the words of XFS4IoT.
struct DeviceFact {
    std::string part; ///< the configuration's word: "cardReader"
    drivers::DeviceState state = drivers::DeviceState::noDevice;
    std::optional<Error> error{}; ///< why it is not online

    bool operator==(const DeviceFact&) const = default;
};

/// A slot's report as XFS4IoT names it. One that nobody has needed yet is busy: ask again.
DeviceFact deviceFact(std::string part, const drivers::SlotReport& report);
/// The same, and what a printer that answers says of itself: cover and paper are the user's.
DeviceFact printerFact(DeviceFact fact, const drivers::PrinterStatus& status);

/// What is kept to be sent, without persons.
struct QueueFact {
    std::size_t waiting = 0;
    std::size_t dead = 0; ///< given up: for the region's staff
    std::optional<std::chrono::minutes> oldest{};

    bool operator==(const QueueFact&) const = default;
};

/// Whether a region answered when it was asked now.
struct RegionFact {
    std::string name;
    std::optional<bool> answers{}; ///< nothing: asked, no answer yet
    std::string error{};           ///< code, where it did not

    bool operator==(const RegionFact&) const = default;
};

/// The issuers this kiosk believes.
struct TrustFact {
    std::string name; ///< "3F7A-09C2": two lists with one name hold the same
    std::size_t roots = 0;
    std::size_t copySigners = 0;
    std::string lastChanged{}; ///< "2026-11-01": the newest of its files
    std::string firstEnds{};   ///< "2031-10-31": when the first certificate runs out

    bool operator==(const TrustFact&) const = default;
};

/// What is tried with a person's help (G2).
enum class GuidedTest { cardReader, printer, camera, screen };
inline constexpr std::size_t kGuidedTests = 4;
std::string_view name(GuidedTest test); ///< "cardReader", as in the results' file and in text keys

/// How a guided test ended last.
struct TestResult {
    bool passed = false;
    std::string when{}; ///< "2026-11-26 18:00"
    std::string role{}; ///< whose word it is: "technician"

    bool operator==(const TestResult&) const = default;
};

/// All that the staff's pages show. Knows nothing of persons.
struct Facts {
    std::vector<DeviceFact> devices;
    std::optional<drivers::PrinterStatus> printer; ///< nothing: it does not answer, or not yet
    std::optional<QueueFact> queue;
    std::vector<RegionFact> regions;
    TrustFact trust;
    std::string version;
    std::array<std::optional<TestResult>, kGuidedTests> tests;
};

/// What citizens can do right now, and why not.
struct Readiness {
    std::string service; ///< "identify", "print", "verify"; "look-up" with a region
    std::string region{};
    std::optional<bool> ready{}; ///< nothing: it is being asked
    std::optional<Error> why{};  ///< where it is not
    std::optional<TestResult> tested{};
};
std::vector<Readiness> readinessOf(const Facts& facts);

} // namespace kiosk::staff
