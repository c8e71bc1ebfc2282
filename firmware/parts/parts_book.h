// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "drivers/device/device.h"
#include "firmware/base/clock.h"

namespace kiosk::parts {

/// Its name in the kiosk's state folder.
inline constexpr std::string_view kPartsFileName = "parts.json";

/// A part that is another than the one on record.
enum class OtherPart {
    isTold,   ///< serves on; the technician is told
    isKeptOut ///< serves nobody until a technician accepts it: what it says would be believed
};

enum class PartState { notSeen, notOnRecord, asOnRecord, other };
std::string_view name(PartState state);

struct PartReport {
    std::string part; ///< the configuration's word: "cardReader"
    PartState state = PartState::notSeen;
    std::optional<drivers::DeviceIdentity> seen{}; ///< since the start
    std::optional<drivers::DeviceIdentity> recorded{};
    std::string acceptedAt{};               ///< ISO 8601, of what is on record
    std::vector<std::string> differences{}; ///< "serial": where it is another than on record
};

/// The kiosk's parts as a technician accepted them, and who was there when they were opened (D14).
/// A part without a record serves: the first one is accepted like any other. From any thread.
class PartsBook {
public:
    /// No file is an empty record. "parts.record" (storage, technician): it cannot be read.
    static Result<std::shared_ptr<PartsBook>> open(const std::filesystem::path& file);

    /// Whoever was just opened as this part. "device.other-part" (refused, technician) when it is
    /// another than on record and so to be kept out; other firmware alone keeps nobody out.
    Result<> note(std::string_view part, const drivers::DeviceIdentity& seen, OtherPart other);

    /// All parts seen or on record, by name.
    std::vector<PartReport> report() const;

    /// The technician's word: who was seen last as this part is on record from now on. Errors:
    /// "parts.not-seen" (notFound, technician); "parts.changed" (refused, technician) when that is
    /// not `asShown` any more, where somebody was shown one; and those of writing the file.
    Result<> accept(const std::string& part, WallTime now,
                    const std::optional<drivers::DeviceIdentity>& asShown = {});

private:
    struct Record {
        drivers::DeviceIdentity identity;
        std::string acceptedAt;
    };
    PartsBook(std::filesystem::path file, std::map<std::string, Record, std::less<>> records)
        : file_(std::move(file)), records_(std::move(records)) {}
    static Result<std::map<std::string, Record, std::less<>>> read(std::string_view text);
    std::string written() const;
    PartReport reportOn(const std::string& part) const;

    const std::filesystem::path file_;
    mutable std::mutex mutex_; ///< guards all below
    std::map<std::string, Record, std::less<>> records_;
    std::map<std::string, drivers::DeviceIdentity, std::less<>> seen_;
};

} // namespace kiosk::parts
