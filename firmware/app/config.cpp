// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/config.h"

#include <array>
#include <cmath>

#include <nlohmann/json.hpp>

#include "firmware/app/json_file.h"
#include "firmware/base/text.h"

namespace kiosk::app {

namespace {

using nlohmann::json;

// Far above any panel that is built, far below what a picture of it could not hold.
constexpr int kMostPx = 16384;
constexpr int kMostPixelsPerMm = 100;
// Higher than any hand, deeper than any cabinet.
constexpr int kMostMountingMm = 3000;
// A reader's process may live no longer.
constexpr int kMostFileSeconds = 60;
constexpr int kQuarterTurn = 90;
constexpr int kMostTurned = 3 * kQuarterTurn;

/// Reads members of one JSON object; names the key that is missing or of the wrong kind.
class Section {
public:
    Section(const json& object, std::filesystem::path folder)
        : object_(object), folder_(std::move(folder)) {}

    bool has(const char* key) const { return object_.contains(key); }
    Result<std::string> text(const char* key) const {
        const auto it = object_.find(key);
        if (it == object_.end())
            return configError("config.missing", key);
        if (!it->is_string())
            return configError("config.wrong", std::string(key) + ": a text is expected");
        return it->get<std::string>();
    }
    std::string textOr(const char* key, const std::string& otherwise) const {
        return has(key) ? text(key).value_or(otherwise) : otherwise;
    }
    /// Off where nothing is said.
    Result<bool> flag(const char* key) const {
        const auto it = object_.find(key);
        if (it == object_.end())
            return false;
        if (!it->is_boolean())
            return configError("config.wrong", std::string(key) + ": true or false is expected");
        return it->get<bool>();
    }
    Result<std::filesystem::path> path(const char* key) const { return folder_ / TRY(text(key)); }
    Result<std::filesystem::path> pathOr(const char* key, std::filesystem::path otherwise) const {
        return has(key) ? path(key) : otherwise;
    }
    /// Above 0, and `most` at most.
    Result<double> number(const char* key, int most) const {
        const auto it = object_.find(key);
        if (it == object_.end())
            return configError("config.missing", key);
        const double value = it->is_number() ? it->get<double>() : 0;
        if (value <= 0 || value > most)
            return configError("config.wrong", std::string(key) +
                                                   ": a number above 0 is expected, at most " +
                                                   std::to_string(most));
        return value;
    }
    /// A number without a fraction.
    Result<int> whole(const char* key, int most) const {
        const double value = TRY(number(key, most));
        if (value != std::floor(value))
            return configError("config.wrong", std::string(key) + ": a whole number is expected");
        return static_cast<int>(value);
    }
    Result<int> wholeOr(const char* key, int most, int otherwise) const {
        return has(key) ? whole(key, most) : otherwise;
    }
    /// A text for each name; empty where nothing is said.
    Result<std::map<std::string, std::string, std::less<>>> texts(const char* key) const {
        std::map<std::string, std::string, std::less<>> all;
        if (!has(key))
            return all;
        const Section inner = TRY(section(key));
        for (const auto& [name, value] : inner.object_.items())
            all.emplace(name, TRY(inner.text(name.c_str())));
        return all;
    }
    /// A list of days, 1 for Monday to 7 for Sunday.
    Result<std::array<bool, 7>> weekdays(const char* key) const {
        const json& list = object_.at(key);
        std::array<bool, 7> days{};
        bool isList = list.is_array() && !list.empty();
        for (std::size_t i = 0; isList && i < list.size(); ++i) {
            const int day = list[i].is_number_integer() ? list[i].get<int>() : 0;
            isList = day >= 1 && day <= 7;
            if (isList)
                days.at(static_cast<std::size_t>(day - 1)) = true;
        }
        if (!isList)
            return configError("config.wrong",
                               std::string(key) + ": a list of days, 1 to 7, is expected");
        return days;
    }
    Result<Section> section(const char* key) const {
        const auto it = object_.find(key);
        if (it == object_.end())
            return configError("config.missing", key);
        if (!it->is_object())
            return configError("config.wrong", std::string(key) + ": an object is expected");
        return Section(*it, folder_);
    }

private:
    json object_;
    std::filesystem::path folder_;
};

Result<DeviceChoice> deviceFrom(const Section& section) {
    return DeviceChoice{.module = TRY(section.text("module")), .at = section.textOr("at", {})};
}

Result<DeviceChoice> cardReaderFrom(const Section& config) {
    const Section section = TRY(config.section("cardReader"));
    DeviceChoice choice = TRY(deviceFrom(section));
    if (section.has("samNumber"))
        choice.samNumber = TRY(section.text("samNumber"));
    if (section.has("record"))
        choice.record = TRY(section.path("record"));
    return choice;
}

Result<std::optional<DeviceChoice>> optionalDeviceFrom(const Section& config, const char* key) {
    if (!config.has(key))
        return std::nullopt;
    return TRY(deviceFrom(TRY(config.section(key))));
}

Result<std::optional<BoardChoice::Mounting>> mountingFrom(const Section& board) {
    if (!board.has("bottomAboveFloorMm"))
        return std::nullopt;
    BoardChoice::Mounting mounting{.bottomAboveFloorMm =
                                       TRY(board.number("bottomAboveFloorMm", kMostMountingMm))};
    if (board.has("obstructionDepthMm"))
        mounting.obstructionDepthMm = TRY(board.number("obstructionDepthMm", kMostMountingMm));
    return mounting;
}

Result<BoardChoice> boardFrom(const Section& config) {
    const Section section = TRY(config.section("board"));
    BoardChoice board{.widthPx = TRY(section.whole("widthPx", kMostPx)),
                      .heightPx = TRY(section.whole("heightPx", kMostPx)),
                      .pixelsPerMm = TRY(section.number("pixelsPerMm", kMostPixelsPerMm))};
    board.mounting = TRY(mountingFrom(section));
    board.turned = TRY(section.wholeOr("turned", kMostTurned, board.turned));
    if (board.turned % kQuarterTurn != 0)
        return configError("config.wrong", "turned: 90, 180 or 270 is expected");
    const auto usual = static_cast<int>(board.fileTime.count());
    board.fileTime =
        std::chrono::seconds(TRY(section.wholeOr("fileSeconds", kMostFileSeconds, usual)));
    return board;
}

Result<std::optional<SoundChoice::Outlet>> outletFrom(const Section& sound, const char* key) {
    constexpr int kMostDb = 140;
    constexpr double kUsualDb = 65;
    if (!sound.has(key))
        return std::nullopt;
    const Section section = TRY(sound.section(key));
    SoundChoice::Outlet outlet{.device = section.textOr("device", {})};
    if (section.has("fullScaleDb"))
        outlet.fullScaleDb = TRY(section.number("fullScaleDb", kMostDb));
    if (outlet.fullScaleDb < kUsualDb)
        return configError("config.wrong", std::string(key) + ": cannot be heard at 65 dB");
    return outlet;
}

Result<std::optional<SoundChoice>> soundFrom(const Section& config) {
    if (!config.has("sound"))
        return std::nullopt;
    const Section section = TRY(config.section("sound"));
    return SoundChoice{.headset = TRY(outletFrom(section, "headset")),
                       .loudspeaker = TRY(outletFrom(section, "loudspeaker")),
                       .keys = TRY(section.texts("keys")),
                       .slot = TRY(section.texts("slot"))};
}

/// "08:30" as minutes since midnight; "24:00" ends a day.
Result<std::chrono::minutes> timeOfDayFrom(const Section& section, const char* key) {
    constexpr int kHour = 60;
    constexpr int kDay = 24 * kHour;
    const std::string text = TRY(section.text(key));
    const auto digits = [&](std::size_t at) { return parseInteger(text.substr(at, 2)); };
    const bool isForm = text.size() == 5 && text[2] == ':' && digits(0) && digits(3);
    const long long hour = isForm ? *digits(0) : -1;
    const long long minute = isForm ? *digits(3) : -1;
    const long long whole = hour * kHour + minute;
    if (hour < 0 || minute < 0 || minute >= kHour || whole > kDay)
        return configError("config.wrong", std::string("staff.hours.") + key +
                                               ": a time of day as 08:30 is expected");
    return std::chrono::minutes(whole);
}

Result<std::optional<visit::StaffDuty::Hours>> hoursFrom(const Section& staff) {
    if (!staff.has("hours"))
        return std::nullopt;
    const Section section = TRY(staff.section("hours"));
    visit::StaffDuty::Hours hours{.from = TRY(timeOfDayFrom(section, "from")),
                                  .to = TRY(timeOfDayFrom(section, "to"))};
    if (hours.from >= hours.to)
        return configError("config.wrong", "staff.hours: from is not before to");
    if (section.has("days"))
        hours.days = TRY(section.weekdays("days"));
    return hours;
}

/// A number as one dials it.
Result<std::string> hotlineFrom(const Section& staff) {
    constexpr std::size_t kLongest = 20;
    if (!staff.has("hotline"))
        return std::string();
    std::string number = TRY(staff.text("hotline"));
    const bool isDialled = number.size() <= kLongest &&
                           number.find_first_not_of("0123456789+- ") == std::string::npos &&
                           number.find_first_of("0123456789") != std::string::npos;
    if (!isDialled)
        return configError("config.wrong", "staff.hotline: a telephone number is expected");
    return number;
}

Result<visit::StaffDuty> staffFrom(const Section& config) {
    constexpr int kMostWaitMinutes = 240;
    if (!config.has("staff"))
        return visit::StaffDuty();
    const Section section = TRY(config.section("staff"));
    return visit::StaffDuty{.hours = TRY(hoursFrom(section)),
                            .waitMinutes = TRY(section.wholeOr("waitMinutes", kMostWaitMinutes, 0)),
                            .hotline = TRY(hotlineFrom(section))};
}

Result<RegionChoice> regionFrom(const Section& section) {
    return RegionChoice{.region = {TRY(section.text("code")), TRY(section.text("name"))},
                        .url = TRY(section.text("url")),
                        .caFile = TRY(section.path("caFile")),
                        .certFile = TRY(section.path("certFile")),
                        .keyFile = TRY(section.path("keyFile")),
                        .envelopeKeyFile = TRY(section.path("envelopeKeyFile"))};
}

Result<std::vector<RegionChoice>> regionsFrom(const json& list,
                                              const std::filesystem::path& folder) {
    if (!list.is_array() || list.empty())
        return configError("config.wrong", "regions: a list of at least one is expected");
    std::vector<RegionChoice> regions;
    for (const json& entry : list) {
        if (!entry.is_object())
            return configError("config.wrong", "regions: an entry is no object");
        regions.push_back(TRY(regionFrom(Section(entry, folder))));
    }
    return regions;
}

Result<std::vector<RegionChoice>> regionsOf(const json& config,
                                            const std::filesystem::path& folder) {
    const auto it = config.find("regions");
    if (it == config.end())
        return configError("config.missing", "regions");
    if (!it->is_string())
        return regionsFrom(*it, folder);
    const std::filesystem::path file = folder / it->get<std::string>();
    const json listed = TRY(readJson(file));
    const bool wrapped = listed.is_object() && listed.contains("regions");
    return regionsFrom(wrapped ? listed["regions"] : listed, file.parent_path());
}

} // namespace

Result<Config> loadConfig(const std::filesystem::path& file) {
    constexpr int kMostHoldersPerCompanion = 20;
    const json parsed = TRY(readJson(file));
    if (!parsed.is_object())
        return configError("config.wrong", "the file holds no object");
    const std::filesystem::path folder = std::filesystem::absolute(file).parent_path();
    const Section config(parsed, folder);
    const std::filesystem::path assets = TRY(config.path("assets"));
    return Config{.place = TRY(config.text("place")),
                  .assets = assets,
                  .state = TRY(config.path("state")),
                  .usbDevices = TRY(config.pathOr("usbDevices", assets / "usb_devices.json")),
                  .matters = TRY(config.pathOr("matters", assets / "matters.json")),
                  .trust = TRY(config.path("trust")),
                  .board = TRY(boardFrom(config)),
                  .cardReader = TRY(cardReaderFrom(config)),
                  .acceptsSocialSecurityCards = TRY(config.flag("acceptsSocialSecurityCards")),
                  .printer = TRY(deviceFrom(TRY(config.section("printer")))),
                  .receiptPrinter = TRY(optionalDeviceFrom(config, "receiptPrinter")),
                  .camera = TRY(deviceFrom(TRY(config.section("camera")))),
                  .auxiliaries = TRY(optionalDeviceFrom(config, "auxiliaries")),
                  .codeScanner = TRY(optionalDeviceFrom(config, "codeScanner")),
                  .staffCards = TRY(optionalDeviceFrom(config, "staffCards")),
                  .sound = TRY(soundFrom(config)),
                  .staff = TRY(staffFrom(config)),
                  .holdersPerCompanion =
                      TRY(config.wholeOr("holdersPerCompanion", kMostHoldersPerCompanion,
                                         Config().holdersPerCompanion)),
                  .regions = TRY(regionsOf(parsed, folder))};
}

} // namespace kiosk::app
