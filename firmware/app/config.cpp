// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/config.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <numeric>
#include <utility>

#include <nlohmann/json.hpp>

#include "firmware/app/config_texts.h"
#include "firmware/app/json_file.h"
#include "firmware/app/json_lines.h"
#include "firmware/base/text.h"
#include "firmware/staff/staff_register.h"

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

/// Where a text stands: its file's name, and which line each value is on.
struct Source {
    std::string name;
    JsonLines lines;
    std::filesystem::path folder; ///< of the paths in it
};

/// How many letters lie between two words (Levenshtein).
std::size_t lettersApart(std::string_view one, std::string_view other) {
    std::vector<std::size_t> row(other.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < one.size(); ++i) {
        std::size_t corner = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < other.size(); ++j) {
            const std::size_t swapped = corner + (one[i] == other[j] ? 0 : 1);
            corner = std::exchange(row[j + 1], std::min({row[j] + 1, row[j + 1] + 1, swapped}));
        }
    }
    return row.back();
}

using Keys = std::initializer_list<std::string_view>;

/// Reads members of one JSON object; names the key that is missing, of the wrong kind or unknown,
/// and its line.
class Section {
public:
    Section(const json& object, std::shared_ptr<const Source> source, std::string pointer = {})
        : object_(object), source_(std::move(source)), pointer_(std::move(pointer)) {}

    std::unexpected<Error> wrong(std::string_view key, std::string_view why) const {
        return error("config.wrong", key, std::string(key) + ": " + std::string(why));
    }
    std::unexpected<Error> missing(std::string_view key) const {
        return error("config.missing", key, key);
    }
    /// "config.unknown-key" for a member that is none of these: most often one of them mistyped.
    Result<> knows(Keys keys) const {
        constexpr std::size_t kTypo = 3;
        for (const auto& [name, value] : object_.items()) {
            if (std::ranges::find(keys, name) != keys.end())
                continue;
            const std::string_view nearest = *std::ranges::min_element(
                keys, {}, [&name](std::string_view key) { return lettersApart(name, key); });
            const bool isTypo = lettersApart(name, nearest) <= kTypo;
            return error("config.unknown-key", name,
                         name + (isTypo ? ": is " + std::string(nearest) + " meant?"
                                        : ": no such key here"));
        }
        return {};
    }

    bool has(const char* key) const { return object_.contains(key); }
    Result<std::string> text(const char* key) const {
        const auto it = object_.find(key);
        if (it == object_.end())
            return missing(key);
        if (!it->is_string())
            return wrong(key, "a text is expected");
        return it->get<std::string>();
    }
    Result<std::string> textOr(const char* key, const std::string& otherwise) const {
        return has(key) ? text(key) : otherwise;
    }
    /// Off where nothing is said.
    Result<bool> flag(const char* key) const {
        const auto it = object_.find(key);
        if (it == object_.end())
            return false;
        if (!it->is_boolean())
            return wrong(key, "true or false is expected");
        return it->get<bool>();
    }
    Result<std::filesystem::path> path(const char* key) const {
        return source_->folder / TRY(text(key));
    }
    Result<std::filesystem::path> pathOr(const char* key,
                                         const std::filesystem::path& otherwise) const {
        return has(key) ? path(key) : otherwise;
    }
    /// Above 0, and `most` at most.
    Result<double> number(const char* key, int most) const {
        const auto it = object_.find(key);
        if (it == object_.end())
            return missing(key);
        const double value = it->is_number() ? it->get<double>() : 0;
        if (value <= 0 || value > most)
            return wrong(key, "a number above 0 is expected, at most " + std::to_string(most));
        return value;
    }
    /// A number without a fraction.
    Result<int> whole(const char* key, int most) const {
        const double value = TRY(number(key, most));
        if (value != std::floor(value))
            return wrong(key, "a whole number is expected");
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
            return wrong(key, "a list of days, 1 to 7, is expected");
        return days;
    }
    Result<Section> section(const char* key) const {
        const auto it = object_.find(key);
        if (it == object_.end())
            return missing(key);
        if (!it->is_object())
            return wrong(key, "an object is expected");
        return Section(*it, source_, pointer_ + "/" + key);
    }

private:
    std::unexpected<Error> error(std::string_view code, std::string_view key,
                                 std::string_view detail) const {
        const int line = source_->lines.lineOf(pointer_ + "/" + std::string(key));
        return configError(code, std::string(detail) + " (" + source_->name + ", line " +
                                     std::to_string(line) + ")");
    }

    json object_;
    std::shared_ptr<const Source> source_;
    std::string pointer_; ///< of the object within its file
};

Result<DeviceChoice> deviceFrom(const Section& section) {
    return DeviceChoice{.module = TRY(section.text("module")), .at = TRY(section.textOr("at", {}))};
}

Result<DeviceChoice> cardReaderFrom(const Section& config) {
    const Section section = TRY(config.section("cardReader"));
    DeviceChoice choice = TRY(deviceFrom(section));
    TRY(section.knows({"module", "at", "samNumber", "record"}));
    if (section.has("samNumber"))
        choice.samNumber = TRY(section.text("samNumber"));
    if (section.has("record"))
        choice.record = TRY(section.path("record"));
    return choice;
}

Result<DeviceChoice> onlyDeviceFrom(const Section& config, const char* key) {
    const Section section = TRY(config.section(key));
    DeviceChoice choice = TRY(deviceFrom(section));
    TRY(section.knows({"module", "at"}));
    return choice;
}

Result<std::optional<DeviceChoice>> optionalDeviceFrom(const Section& config, const char* key) {
    if (!config.has(key))
        return std::nullopt;
    return TRY(onlyDeviceFrom(config, key));
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
        return section.wrong("turned", "90, 180 or 270 is expected");
    TRY(section.knows({"widthPx", "heightPx", "pixelsPerMm", "bottomAboveFloorMm",
                       "obstructionDepthMm", "turned", "fileSeconds"}));
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
    SoundChoice::Outlet outlet{.device = TRY(section.textOr("device", {}))};
    TRY(section.knows({"device", "fullScaleDb"}));
    if (section.has("fullScaleDb"))
        outlet.fullScaleDb = TRY(section.number("fullScaleDb", kMostDb));
    if (outlet.fullScaleDb < kUsualDb)
        return sound.wrong(key, "cannot be heard at 65 dB");
    return outlet;
}

Result<std::optional<SoundChoice>> soundFrom(const Section& config) {
    if (!config.has("sound"))
        return std::nullopt;
    const Section section = TRY(config.section("sound"));
    TRY(section.knows({"headset", "loudspeaker", "keys", "slot"}));
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
        return section.wrong(key, "staff.hours." + std::string(key) + " is a time of day as 08:30");
    return std::chrono::minutes(whole);
}

Result<std::optional<visit::StaffDuty::Hours>> hoursFrom(const Section& staff) {
    if (!staff.has("hours"))
        return std::nullopt;
    const Section section = TRY(staff.section("hours"));
    visit::StaffDuty::Hours hours{.from = TRY(timeOfDayFrom(section, "from")),
                                  .to = TRY(timeOfDayFrom(section, "to"))};
    if (hours.from >= hours.to)
        return section.wrong("from", "staff.hours: from is not before to");
    if (section.has("days"))
        hours.days = TRY(section.weekdays("days"));
    TRY(section.knows({"from", "to", "days"}));
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
        return staff.wrong("hotline", "staff.hotline is a telephone number");
    return number;
}

Result<visit::StaffDuty> staffFrom(const Section& config) {
    constexpr int kMostWaitMinutes = 240;
    if (!config.has("staff"))
        return visit::StaffDuty();
    const Section section = TRY(config.section("staff"));
    TRY(section.knows({"hours", "waitMinutes", "hotline"}));
    return visit::StaffDuty{.hours = TRY(hoursFrom(section)),
                            .waitMinutes = TRY(section.wholeOr("waitMinutes", kMostWaitMinutes, 0)),
                            .hotline = TRY(hotlineFrom(section))};
}

Result<RegionChoice> regionFrom(const Section& section) {
    RegionChoice choice{.region = {TRY(section.text("code")), TRY(section.text("name"))},
                        .url = TRY(section.text("url")),
                        .caFile = TRY(section.path("caFile")),
                        .certFile = TRY(section.path("certFile")),
                        .keyFile = TRY(section.path("keyFile")),
                        .envelopeKeyFile = TRY(section.path("envelopeKeyFile"))};
    TRY(section.knows({"code", "name", "url", "caFile", "certFile", "keyFile", "envelopeKeyFile"}));
    return choice;
}

Result<std::vector<RegionChoice>> regionsFrom(const json& list,
                                              const std::shared_ptr<const Source>& source,
                                              const std::string& pointer) {
    const Section whole(list, source, pointer);
    if (!list.is_array() || list.empty())
        return whole.wrong("regions", "a list of at least one is expected");
    std::vector<RegionChoice> regions;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (!list[i].is_object())
            return whole.wrong(std::to_string(i), "an entry of regions is no object");
        regions.push_back(
            TRY(regionFrom(Section(list[i], source, pointer + "/" + std::to_string(i)))));
    }
    return regions;
}

std::shared_ptr<const Source> sourceOf(const JsonText& text, const std::string& name) {
    return std::make_shared<const Source>(
        Source{.name = name, .lines = JsonLines(text.text), .folder = text.folder});
}

/// From the file itself, or from the one that it names.
Result<std::vector<RegionChoice>> regionsOf(const ConfigTexts& texts,
                                            const std::shared_ptr<const Source>& source,
                                            const json& config) {
    if (!config.contains("regions"))
        return Section(config, source).missing("regions");
    if (!texts.regions)
        return regionsFrom(config.at("regions"), source, "/regions");
    const json listed = TRY(parsedJson(texts.regions->text, texts.regions->name));
    const bool wrapped = listed.is_object() && listed.contains("regions");
    return regionsFrom(wrapped ? listed["regions"] : listed,
                       sourceOf(*texts.regions, texts.regions->name), wrapped ? "/regions" : "");
}

Result<JsonText> textOf(const std::filesystem::path& file) {
    return JsonText{.name = file.filename().string(),
                    .folder = std::filesystem::absolute(file).parent_path(),
                    .text = TRY(readJsonText(file))};
}

Result<> knowsItsKeys(const Section& config) {
    return config.knows({"place",
                         "assets",
                         "state",
                         "usbDevices",
                         "matters",
                         "trust",
                         "board",
                         "cardReader",
                         "acceptsSocialSecurityCards",
                         "printer",
                         "receiptPrinter",
                         "camera",
                         "auxiliaries",
                         "codeScanner",
                         "staffCards",
                         "staffRegister",
                         "sound",
                         "staff",
                         "holdersPerCompanion",
                         "regions"});
}

} // namespace

Result<ConfigTexts> readConfig(const std::filesystem::path& file) {
    ConfigTexts texts{.config = TRY(textOf(file)), .regions = std::nullopt};
    const json parsed = TRY(parsedJson(texts.config.text, texts.config.name));
    if (parsed.is_object() && parsed.contains("regions") && parsed["regions"].is_string())
        texts.regions = TRY(textOf(texts.config.folder / parsed["regions"].get<std::string>()));
    return texts;
}

Result<Config> configFrom(const ConfigTexts& texts) {
    constexpr int kMostHoldersPerCompanion = 20;
    const json parsed = TRY(parsedJson(texts.config.text, texts.config.name));
    if (!parsed.is_object())
        return configError("config.wrong", texts.config.name + ": the file holds no object");
    const auto source = sourceOf(texts.config, texts.config.name);
    const Section config(parsed, source);
    const std::filesystem::path assets = TRY(config.path("assets"));
    const std::filesystem::path state = TRY(config.path("state"));
    Config read{
        .place = TRY(config.text("place")),
        .assets = assets,
        .state = state,
        .usbDevices = TRY(config.pathOr("usbDevices", assets / "usb_devices.json")),
        .matters = TRY(config.pathOr("matters", assets / "matters.json")),
        .trust = TRY(config.path("trust")),
        .board = TRY(boardFrom(config)),
        .cardReader = TRY(cardReaderFrom(config)),
        .acceptsSocialSecurityCards = TRY(config.flag("acceptsSocialSecurityCards")),
        .printer = TRY(onlyDeviceFrom(config, "printer")),
        .receiptPrinter = TRY(optionalDeviceFrom(config, "receiptPrinter")),
        .camera = TRY(onlyDeviceFrom(config, "camera")),
        .auxiliaries = TRY(optionalDeviceFrom(config, "auxiliaries")),
        .codeScanner = TRY(optionalDeviceFrom(config, "codeScanner")),
        .staffCards = TRY(optionalDeviceFrom(config, "staffCards")),
        .staffRegister = TRY(config.pathOr("staffRegister", state / staff::kRegisterFileName)),
        .sound = TRY(soundFrom(config)),
        .staff = TRY(staffFrom(config)),
        .holdersPerCompanion = TRY(config.wholeOr("holdersPerCompanion", kMostHoldersPerCompanion,
                                                  Config().holdersPerCompanion)),
        .regions = TRY(regionsOf(texts, source, parsed))};
    TRY(knowsItsKeys(config));
    return read;
}

Result<Config> loadConfig(const std::filesystem::path& file) {
    return configFrom(TRY(readConfig(file)));
}

} // namespace kiosk::app
