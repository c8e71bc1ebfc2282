// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <chrono>
#include <vector>

#include "drivers/device/tally.h"
#include "drivers/printer/printer.h"
#include "firmware/base/clock.h"
#include "firmware/ending/ending.h"
#include "firmware/health/cause.h"

namespace kiosk::health {

/// Device words of XFS4IoT (Common.Status, "device").
enum class DeviceWord {
    online,
    offline,
    powerOff,
    noDevice,
    hardwareError,
    userError,
    deviceBusy,
    fraudAttempt,
    potentialFraud,
    starting
};
inline constexpr std::size_t kDeviceWords = 10;
std::string_view name(DeviceWord word);

/// The kiosk's devices, by the configuration's words.
enum class Part {
    cardReader,
    printer,
    camera,
    receiptPrinter,
    auxiliaries,
    codeScanner,
    staffCards
};
inline constexpr std::size_t kParts = 7;
std::string_view name(Part part);
std::optional<Part> partNamed(std::string_view name);

/// What a message to a region goes through, each resting on the ones before.
enum class Layer { link, address, name, tls, service, time };
inline constexpr std::size_t kLayers = 6;
std::string_view name(Layer layer);

/// The wall clock against what is certain to have been.
enum class ClockWord { plausible, behind, ahead };
inline constexpr std::size_t kClockWords = 3;
std::string_view name(ClockWord word);

/// What came of looking at something: it is well, or not and why.
struct Outcome {
    std::optional<Cause> fault{};

    bool operator==(const Outcome&) const = default;
};

struct Device {
    Part part = Part::cardReader;
    std::optional<DeviceWord> state{};
    std::optional<Cause> why{};       ///< where it is not online
    std::optional<int> faults{};      ///< not forgiven yet
    std::optional<Cause> lastError{}; ///< also of one that works again
};

struct Printer {
    std::optional<drivers::PaperState> paper{}; ///< never `unknown`
    std::optional<drivers::TonerState> toner{}; ///< never `unknown`
    std::optional<bool> coverOpen{};
    std::optional<int> sheetsLeft{};   ///< by the printer's estimate
    std::optional<int> tonerPercent{}; ///< of the supply that ends first
    std::optional<int> lifePages{};
    std::optional<int> strangePages{}; ///< printed past the kiosk, not explained yet
};

struct Queue {
    std::optional<int> waiting{};
    std::optional<int> dead{};                    ///< given up: for the region's staff
    std::optional<std::chrono::seconds> oldest{}; ///< age; 0 where nothing waits
};

/// The issuers this kiosk believes.
struct Trust {
    std::optional<Outcome> loaded{};
    std::optional<ListName> name{};
    std::optional<int> roots{};
    std::optional<int> copySigners{};   ///< may be none: then no code of a copy is genuine
    std::optional<WallTime> changed{};  ///< when its newest file was written
    std::optional<WallTime> firstEnd{}; ///< when its first certificate runs out
};

/// How the run of the kiosk before this one ended, and how often nobody had asked for an end.
struct LastEnd {
    std::optional<ending::How> how{};
    std::optional<WallTime> at{}; ///< nothing where none has ended yet
    std::optional<ending::Fault> fault{};
    std::optional<Place> place{}; ///< of a crash or a freeze
    std::optional<int> unasked{}; ///< within the last week
};

/// The record for whoever supervises the kiosk (S2). Where it ended, noted elsewhere, shows later
/// that it was put back as it was before.
struct Record {
    std::optional<Outcome> whole{};     ///< and written
    std::optional<std::int64_t> last{}; ///< number of its last entry
    std::optional<RecordMark> mark{};   ///< of that
};

/// Where the kiosk's own key lies: in the board's TPM, or in a file, which whoever copies the disk
/// has too.
enum class KeyPlace { tpm, file };
inline constexpr std::size_t kKeyPlaces = 2;
std::string_view name(KeyPlace place);

/// Whether what the kiosk keeps is encrypted on its disk (board/image.d/vault). What is plain
/// beside a TPM could be: the disk was made before there was one, or by an older image.
enum class AtRest { encrypted, plain, plainBesideTpm };
inline constexpr std::size_t kAtRests = 3;
std::string_view name(AtRest word);

/// The key that signs health codes, proofs and the record.
struct Key {
    std::optional<KeyPlace> place{};
    bool hasBetter = false; ///< it lies in a file, and the board has a TPM that is the kiosk's
    std::optional<Outcome> signs{}; ///< when it was asked last
};

/// What was counted of a device since it came here, and the day on which it did.
struct DeviceCounts {
    drivers::Counts counts{};
    std::chrono::year_month_day since{};
};

/// The counters of the devices, which last as long as these and longer than the kiosk's runs.
struct Counters {
    std::optional<Outcome> kept{};                           ///< whole, and written
    std::array<std::optional<DeviceCounts>, kParts> parts{}; ///< by Part
};

/// What staff try with their own hands, and the soak (firmware/staff), by the words of their file.
enum class Trial { cardReader, printer, camera, screen, soak };
inline constexpr std::size_t kTrials = 5;
std::string_view name(Trial trial);

enum class TrialEnd {
    passed,
    failed,
    brokenOff ///< a soak that was ended before its time, and had found nothing until then
};
inline constexpr std::size_t kTrialEnds = 3;
std::string_view name(TrialEnd end);

/// Who may do what at the kiosk (G1), the least first: each may do what those before may
/// (firmware/staff/roles.h). Never a person.
enum class StaffRole { attendant, technician, supervisor };
inline constexpr std::size_t kStaffRoles = 3;
std::string_view name(StaffRole role); ///< "technician", as in the register and in logs
/// Nothing for any other text.
std::optional<StaffRole> roleNamed(std::string_view name);

/// How one of them ended last.
struct Tried {
    Trial trial = Trial::cardReader;
    TrialEnd end = TrialEnd::passed;
    std::optional<WallTime> at{};    ///< to the minute
    std::optional<StaffRole> role{}; ///< who said so, or began the soak

    bool operator==(const Tried&) const = default;
};

struct Region {
    RegionCode code;
    std::optional<Outcome> answers{};
};

/// All that is known of a kiosk's health: plain values without text, so that no person can stand in
/// one. What is not set is not known, and that is never healthy. How each is told, judged and what
/// rests on it is declared in facts.h, once for all outlets.
struct Health {
    std::optional<Version> software{};
    std::optional<WallTime> at{}; ///< when the facts were gathered, by the kiosk's own clock
    std::optional<Outcome> configuration{};
    std::optional<Outcome> assets{};
    std::optional<Outcome> store{};           ///< the state folder can be written
    std::optional<std::int64_t> diskFree{};   ///< bytes, where the state folder lies
    std::optional<std::int64_t> diskErrors{}; ///< of its file system, ever since it was made
    std::optional<AtRest> atRest{};           ///< told by the system's first program alone
    std::optional<std::int64_t> memoryFree{}; ///< bytes that programs can still have
    std::optional<double> celsius{};          ///< of the hottest place that is measured
    std::optional<ClockWord> clock{};
    Trust trust{};
    std::vector<Device> devices{};    ///< each part at most once
    std::optional<Outcome> cabinet{}; ///< door, tamper switch and power let anybody begin
    Printer printer{};
    std::array<std::optional<bool>, kLayers> network{}; ///< by Layer: whether it holds
    std::vector<Region> regions{};
    Queue queue{};
    LastEnd lastEnd{};
    Record record{};
    Key key{};
    Counters counters{};
    std::optional<std::vector<Tried>>
        tried{}; ///< each at most once; what nobody tried is not there
};

/// Nothing where the part is not among the kiosk's.
const Device* deviceOf(const Health& health, Part part);

} // namespace kiosk::health
