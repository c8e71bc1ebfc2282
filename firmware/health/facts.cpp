// SPDX-License-Identifier: Apache-2.0
#include "firmware/health/facts.h"

#include "firmware/health/readings.h"
#include "firmware/health/word_lists.h"

namespace kiosk::health {

namespace {

constexpr std::array<std::string_view, kServices> kServiceNames{"identify", "print", "verify",
                                                                "lookUp"};
constexpr std::span<const std::string_view> kNoWords{};

constexpr std::string_view kVersionPattern = "^[0-9]{1,4}\\.[0-9]{1,4}\\.[0-9]{1,4}$";
constexpr std::string_view kDayPattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
constexpr std::string_view kListPattern = "^[0-9A-F]{4}-[0-9A-F]{4}$";
constexpr std::string_view kMarkPattern = "^[0-9a-f]{16}$";
constexpr std::string_view kCodePattern = "^[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*$";

constexpr Fact flag(std::string_view group, std::string_view what, std::string_view help,
                    std::string_view label, std::vector<Sample> (*read)(const Health&)) {
    return {group, what, "", Shape::flag, help, label, kNoWords, "", read};
}

constexpr Fact word(std::string_view group, std::string_view what, std::string_view help,
                    std::string_view label, std::span<const std::string_view> words,
                    std::vector<Sample> (*read)(const Health&)) {
    return {group, what, "", Shape::word, help, label, words, "", read};
}

constexpr Fact number(std::string_view group, std::string_view what, std::string_view unit,
                      std::string_view help, std::vector<Sample> (*read)(const Health&),
                      Shape shape = Shape::number) {
    return {group, what, unit, shape, help, "", kNoWords, "", read};
}

constexpr Fact text(std::string_view group, std::string_view what, std::string_view help,
                    std::string_view label, std::string_view pattern,
                    std::vector<Sample> (*read)(const Health&)) {
    return {group, what, "", Shape::text, help, label, kNoWords, pattern, read};
}

constexpr Fact counted(std::string_view what, std::string_view unit, std::string_view help,
                       std::vector<Sample> (*read)(const Health&)) {
    Fact fact = number("device", what, unit, help, read, Shape::counter);
    fact.label = "part";
    return fact;
}

/// What of it failed stands among the findings, in the codes too.
constexpr Fact tried(Fact fact) {
    fact.label = "trial";
    fact.inCodes = false;
    return fact;
}

constexpr Fact faultsOfEach() {
    Fact fact = number("device", "faults", "", "Faults of the device that are not forgiven yet.",
                       reading::deviceFaults);
    fact.label = "part";
    return fact;
}

constexpr std::array kFacts{
    text("software", "version", "Version of the kiosk's software.", "", kVersionPattern,
         reading::software),
    number("clock", "time", "seconds", "When the facts were gathered, by the kiosk's own clock.",
           reading::clockTime),
    flag("configuration", "valid", "The configuration file can be read and holds what it must.", "",
         reading::configuration),
    flag("assets", "complete", "The data files the screens are made of are there.", "",
         reading::assets),
    number("disk", "free", "bytes", "Room on the disk where the kiosk keeps its state.",
           reading::diskFree),
    number("disk", "errors", "", "Errors that the disk's file system has counted; 0 is sound.",
           reading::diskErrors),
    word("disk", "at_rest", "Whether what the kiosk keeps is encrypted on the disk.", "",
         kAtRestNames, reading::diskAtRest),
    flag("store", "writable", "What the kiosk must keep can be written.", "", reading::store),
    word("clock", "state", "The clock against what is certain to have been.", "", kClockWordNames,
         reading::clockState),
    flag("trust", "loaded", "The list of believed issuers could be read.", "",
         reading::trustLoaded),
    text("trust", "name", "Two lists of believed issuers with one name hold the same.", "",
         kListPattern, reading::trustName),
    number("trust", "roots", "", "Root certificates on the list of believed issuers.",
           reading::trustRoots),
    number("trust", "copy_signers", "", "Signers of copies' codes on the list of believed issuers.",
           reading::trustCopySigners),
    number("trust", "age", "seconds", "Since the list of believed issuers changed last.",
           reading::trustAge),
    number("trust", "ends", "seconds", "Until the first certificate on the list runs out.",
           reading::trustEndsIn),
    flag("cabinet", "serves", "Door, tamper switch and power let anybody begin.", "part",
         reading::cabinetServes),
    word("device", "state", "Device state as XFS4IoT names it.", "part", kDeviceWordNames,
         reading::deviceState),
    word("printer", "paper", "Paper in the printer.", "", kPaperNames, reading::paper),
    word("printer", "toner", "Toner or ink in the printer.", "", kTonerNames, reading::toner),
    flag("printer", "cover_open", "A cover of the printer is open.", "", reading::coverOpen),
    number("printer", "left", "sheets", "Sheets left, by the printer's own estimate.",
           reading::sheetsLeft),
    number("printer", "toner_left", "ratio", "Left of the supply that ends first, of 1.",
           reading::tonerLeft),
    number("printer", "life", "pages", "Pages in the printer's life, by its own counter.",
           reading::lifePages, Shape::counter),
    number("printer", "strange", "pages", "Pages printed past the kiosk and not explained yet.",
           reading::strangePages),
    flag("network", "holds", "What a message to a region goes through, from the link up.", "layer",
         reading::networkLayers),
    flag("region", "answers", "The region's platform answered when it was asked last.", "region",
         reading::regionAnswers),
    number("queue", "waiting", "", "Requests that are kept to be sent.", reading::queueWaiting),
    number("queue", "dead", "", "Requests that were given up, for the region's staff.",
           reading::queueDead),
    number("queue", "oldest", "seconds", "Age of the request that waits longest.",
           reading::queueOldest),
    word("ending", "how", "How the kiosk's last run ended.", "", ending::kHowNames,
         reading::endHow),
    number("ending", "age", "seconds", "Since that end.", reading::endAge),
    word("ending", "fault", "By what it crashed or froze.", "", ending::kFaultNames,
         reading::endFault),
    word("ending", "place", "What its thread was at then.", "", kEndPlaceNames, reading::endPlace),
    number("ending", "unasked", "", "Ends within a week that nobody asked for.",
           reading::endsUnasked),
    flag("record", "whole", "The record for supervision is as it was left, and is written.", "",
         reading::recordWhole),
    number("record", "last", "", "Number of the last entry on the record.", reading::recordLast),
    text("record", "mark", "The first digits of that entry's digest.", "", kMarkPattern,
         reading::recordMark),
    word("key", "place", "Where the kiosk's own key lies; a file can be copied with the disk.", "",
         kKeyPlaceNames, reading::keyPlace),
    flag("key", "signs", "The key signed what it was asked to sign last.", "", reading::keySigns),
    number("memory", "free", "bytes", "Memory that programs can still have.", reading::memoryFree),
    number("board", "temperature", "celsius", "The hottest place that is measured.",
           reading::temperature),
    faultsOfEach(),
    flag("counters", "kept", "What was counted of the devices is whole, and is written.", "",
         reading::countersKept),
    counted("openings", "",
            "Times the device was opened and answered: at a start, plugged in, after a failure.",
            reading::deviceOpenings),
    counted("uses", "",
            "Cards read, documents taken, pictures, changes told, codes, staff cards laid.",
            reading::deviceUses),
    counted("taken", "sheets", "Sheets of the documents that the printer took.",
            reading::deviceSheets),
    counted("failures", "", "Times it had answered, and then had to be reset or opened anew.",
            reading::deviceFailures),
    text("device", "counted_since", "The day from which on these were counted: it is new since.",
         "part", kDayPattern, reading::deviceCountedSince),
    text("device", "last_error", "The last error, also of a device that works again.", "part",
         kCodePattern, reading::deviceLastError),
    word("device", "last_remedy", "Who had to act on the last error.", "part", kRemedyNames,
         reading::deviceLastRemedy),
    tried(word("test", "end", "How what staff tried ended last, and a soak.", "", kTrialEndNames,
               reading::trialEnd)),
    tried(number("test", "time", "seconds", "When that was, to the minute, by the kiosk's clock.",
                 reading::trialTime)),
    tried(word("test", "role", "Who said so: a role, never a person.", "", kStaffRoleNames,
               reading::trialRole)),
};

} // namespace

std::string_view name(Service service) {
    return kServiceNames[static_cast<std::size_t>(service)];
}

bool isCounted(const Fact& fact) {
    return fact.group == "device" && (fact.shape == Shape::counter || fact.what == "counted_since");
}

std::span<const Fact> facts() {
    return kFacts;
}

std::string nameOf(const Fact& fact) {
    std::string text(fact.what);
    if (!fact.unit.empty())
        text.append("_").append(fact.unit);
    return text;
}

std::string idOf(const Fact& fact) {
    return std::string(fact.group) + "_" + nameOf(fact);
}

} // namespace kiosk::health
