// SPDX-License-Identifier: Apache-2.0
#include "drivers/printer/ipp/ipp_mapping.h"

#include <algorithm>
#include <array>

#include "drivers/printer/device_id.h"
#include "drivers/printer/ipp/supplies.h"

namespace kiosk::drivers::ipp {

namespace {

/// What a reason does to the printer as a device; `passes` by itself: it cools, it warms up.
enum class Effect { none, passes, offline, userError, hardwareError };

struct ReasonMeaning {
    std::string_view stem;
    Effect effect;
    PaperState paper = PaperState::full;
    TonerState toner = TonerState::full;
    bool opensCover = false;
};

constexpr auto kReasons = std::to_array<ReasonMeaning>({
    {.stem = "media-empty", .effect = Effect::userError, .paper = PaperState::out},
    {.stem = "media-needed", .effect = Effect::userError, .paper = PaperState::out},
    {.stem = "media-low", .effect = Effect::none, .paper = PaperState::low},
    {.stem = "media-jam", .effect = Effect::userError, .paper = PaperState::jammed},
    {.stem = "cover-open", .effect = Effect::userError, .opensCover = true},
    {.stem = "door-open", .effect = Effect::userError, .opensCover = true},
    {.stem = "interlock-open", .effect = Effect::userError, .opensCover = true},
    {.stem = "input-tray-missing", .effect = Effect::userError},
    {.stem = "output-tray-missing", .effect = Effect::userError},
    {.stem = "output-area-full", .effect = Effect::userError},
    {.stem = "toner-low", .effect = Effect::none, .toner = TonerState::low},
    {.stem = "marker-supply-low", .effect = Effect::none, .toner = TonerState::low},
    {.stem = "toner-empty", .effect = Effect::userError, .toner = TonerState::out},
    {.stem = "marker-supply-empty", .effect = Effect::userError, .toner = TonerState::out},
    {.stem = "marker-waste-full", .effect = Effect::hardwareError},
    {.stem = "marker-waste-almost-full", .effect = Effect::none},
    {.stem = "output-area-almost-full", .effect = Effect::none},
    {.stem = "opc-near-eol", .effect = Effect::none},
    {.stem = "opc-life-over", .effect = Effect::hardwareError},
    {.stem = "fuser-over-temp", .effect = Effect::passes},
    {.stem = "fuser-under-temp", .effect = Effect::passes},
    {.stem = "spool-area-full", .effect = Effect::passes},
    {.stem = "paused", .effect = Effect::offline},
    {.stem = "moving-to-paused", .effect = Effect::offline},
    {.stem = "shutdown", .effect = Effect::offline},
    {.stem = "connecting-to-device", .effect = Effect::offline},
    {.stem = "timed-out", .effect = Effect::offline},
});

/// The worse of two states; each enum lists them from good to bad, `unknown` apart.
template <typename State>
State worse(State known, State other) {
    return std::max(known, other);
}

Effect effectOf(std::string_view reason, PrinterStatus& status) {
    const auto meaning = std::ranges::find(kReasons, reasonStem(reason), &ReasonMeaning::stem);
    if (meaning == kReasons.end())
        return reason.ends_with("-error") ? Effect::hardwareError : Effect::none;
    status.paper = worse(status.paper, meaning->paper);
    status.toner = worse(status.toner, meaning->toner);
    status.coverOpen |= meaning->opensCover;
    return meaning->effect;
}

Result<DeviceState> baseState(int printerState, Effect effect) {
    switch (printerState) {
    case 3:
        return DeviceState::online;
    case 4:
        return DeviceState::busy;
    case 5: // stopped, and nothing says why: somebody with tools must look
        return effect == Effect::none ? DeviceState::hardwareError : DeviceState::offline;
    default:
        return fail(ErrorKind::malformed, "printer.malformed-answer", Remedy::supplier,
                    "printer-state " + std::to_string(printerState));
    }
}

DeviceState withEffect(DeviceState base, Effect effect) {
    switch (effect) {
    case Effect::none:
        return base;
    case Effect::passes:
        return DeviceState::busy;
    case Effect::offline:
        return DeviceState::offline;
    case Effect::userError:
        return DeviceState::userError;
    case Effect::hardwareError:
        return DeviceState::hardwareError;
    }
    return base;
}

Result<JobState> toJobState(int state) {
    constexpr auto kStates = std::to_array<JobState>(
        {JobState::pending, JobState::stopped /* held */, JobState::processing, JobState::stopped,
         JobState::canceled, JobState::aborted, JobState::completed});
    constexpr int kFirst = 3;
    if (state < kFirst || state >= kFirst + static_cast<int>(kStates.size()))
        return fail(ErrorKind::malformed, "printer.malformed-answer", Remedy::supplier,
                    "job-state " + std::to_string(state));
    return kStates[static_cast<std::size_t>(state - kFirst)];
}

bool contains(const std::vector<std::string>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

} // namespace

std::string_view reasonStem(std::string_view reason) {
    for (const std::string_view severity : {"-report", "-warning", "-error"})
        if (reason.ends_with(severity))
            return reason.substr(0, reason.size() - severity.size());
    return reason;
}

bool lacksA4(const PrinterAnswer& answer) {
    return !answer.mediaReady.empty() &&
           std::ranges::none_of(answer.mediaReady, [](const std::string& media) {
               return media.starts_with("iso_a4_");
           });
}

std::optional<int> rasterDensity(const PrinterAnswer& answer) {
    constexpr int kWanted = 300;
    // Coarser is not to be read, and a page of finer dots does not fit the memory.
    constexpr int kLeast = 100;
    constexpr int kMost = 600;
    std::vector<int> offered = answer.rasterDensities;
    std::erase_if(offered, [](int density) { return density < kLeast || density > kMost; });
    if (!contains(answer.formats, name(DocumentFormat::pwgRaster)) ||
        !contains(answer.rasterTypes, "sgray_8") || offered.empty())
        return std::nullopt;
    const bool asWanted = std::ranges::find(offered, kWanted) != offered.end();
    return asWanted ? kWanted : std::ranges::min(offered);
}

Result<PrinterStatus> toStatus(const PrinterAnswer& answer) {
    PrinterStatus status{.paper = PaperState::full, .toner = TonerState::full};
    Effect effect = answer.acceptingJobs ? Effect::none : Effect::offline;
    for (const std::string& reason : answer.reasons) {
        if (reason == "none")
            continue;
        effect = std::max(effect, effectOf(reason, status));
        status.reasons.push_back(reason);
    }
    if (lacksA4(answer) && status.paper != PaperState::out) {
        status.paper = worse(status.paper, PaperState::out);
        status.reasons.emplace_back("a4-not-loaded");
        effect = std::max(effect, Effect::userError);
    }
    status.device = withEffect(TRY(baseState(answer.state, effect)), effect);
    status.lifePages = answer.impressionsCompleted;
    status.sheetsLeft = sheetsLeft(answer.inputTrays);
    status.tonerPercent = supplyPercent(answer.supplies);
    return status;
}

Result<JobProgress> toProgress(const JobAnswer& answer, std::optional<int> pages) {
    JobProgress progress{.state = TRY(toJobState(answer.state)), .reasons = answer.reasons};
    progress.pagesOut =
        std::max({0, answer.impressionsCompleted.value_or(0), answer.sheetsCompleted.value_or(0)});
    if (!pages)
        return progress;
    const bool whole = progress.state == JobState::completed &&
                       !contains(answer.reasons, "job-completed-with-errors");
    progress.pagesOut = whole ? *pages : std::min(progress.pagesOut, *pages);
    return progress;
}

DeviceIdentity toIdentity(const PrinterAnswer& answer, std::string port) {
    return {.module = "ipp",
            .model = answer.model,
            .serial = parseDeviceId(answer.deviceId).serial,
            .firmware = answer.firmware,
            .port = std::move(port)};
}

PrinterCapabilities toCapabilities(const PrinterAnswer& answer) {
    PrinterCapabilities capabilities{.lifeCounter = answer.impressionsCompleted.has_value()};
    if (contains(answer.formats, name(DocumentFormat::pdf)))
        capabilities.formats.push_back(DocumentFormat::pdf);
    if (rasterDensity(answer))
        capabilities.formats.push_back(DocumentFormat::pwgRaster);
    return capabilities;
}

Error toError(Subject subject, int statusCode, std::string_view statusText,
              const std::vector<std::string>& refused) {
    switch (statusCode) {
    case 0x0406: // client-error-not-found
        if (subject == Subject::job)
            return {ErrorKind::notFound, "printer.no-such-job", Remedy::attendant, statusText};
        break;
    case 0x040a: // client-error-document-format-not-supported
    case 0x0411: // client-error-document-format-error
        return {ErrorKind::unsupported, "printer.format-refused", Remedy::supplier, statusText};
    case 0x0502: // server-error-service-unavailable
    case 0x0505: // server-error-temporary-error
    case 0x0506: // server-error-not-accepting-jobs
    case 0x0507: // server-error-busy
    case 0x050b: // server-error-too-many-jobs
        return {ErrorKind::unavailable, "printer.busy", Remedy::wait, statusText};
    default:
        break;
    }
    // ippeveprinter, and printers like it, name the format among the unsupported attributes.
    if (contains(refused, "document-format"))
        return {ErrorKind::unsupported, "printer.format-refused", Remedy::supplier, statusText};
    return {ErrorKind::refused, "printer.refused", Remedy::technician, statusText};
}

} // namespace kiosk::drivers::ipp
