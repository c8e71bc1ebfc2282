// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "drivers/device/device.h"
#include "drivers/printer/raster_page.h"
#include "firmware/base/bytes.h"

namespace kiosk::drivers {

/// Paper as XFS4IoT names it (Printer.Status, "paper").
enum class PaperState { full, low, out, jammed, unknown };
enum class TonerState { full, low, out, unknown };
/// Sheets in the way out (Printer.Status, "media"); unknown where no sensor looks.
enum class MediaState { unknown, notPresent, present };

struct PrinterStatus {
    DeviceState device = DeviceState::noDevice;
    PaperState paper = PaperState::unknown;
    TonerState toner = TonerState::unknown;
    MediaState media = MediaState::unknown;
    bool coverOpen = false;
    std::optional<int> lifePages{}; ///< the printer's own counter, where it has one
    std::vector<std::string>
        reasons{}; ///< as the printer said them, also the unknown ones, for technicians
    std::optional<int> sheetsLeft{};   ///< by the printer's estimate: a forecast, no promise
    std::optional<int> tonerPercent{}; ///< likewise, of the supply that ends first

    /// Can a page come out now? Low paper or toner still prints.
    bool canPrint() const;
};

std::string_view name(PaperState state);
std::string_view name(TonerState state);

/// A sheet ready for the printer: A4 portrait pages as PDF, or what a strip of a roll shows. The
/// job's name carries no person.
struct PrintDocument {
    Bytes pdf{};
    int pages = 1;
    std::string jobName{};
    /// Draws a page, counted from 0, for a printer that takes dots; called during submit().
    std::function<Result<RasterPage>(int page, const RasterForm& form)> drawPage{};
};

enum class JobState { pending, processing, stopped, completed, canceled, aborted };

/// How far a job is. `pagesOut` counts sheets that have left the machine and never decreases.
struct JobProgress {
    JobState state = JobState::pending;
    int pagesOut = 0;
    std::vector<std::string> reasons{};
};

std::string_view name(JobState state);

/// A job that was handed over. Whoever asks about it says how many pages it has: a driver that was
/// opened anew since does not know.
struct SentJob {
    int id = 0;
    int pages = 1;
};

/// Forms a document may have when it is handed over.
enum class DocumentFormat {
    pdf,       ///< application/pdf
    pwgRaster, ///< image/pwg-raster (PWG 5102.4), made of PrintDocument::drawPage
    strip      ///< PrintDocument::drawPage, as wide as the roll and as long as it likes
};

/// Its media type, "application/pdf"; of a strip, which has none, "strip".
std::string_view name(DocumentFormat format);

/// What a printer with its driver can do. The conformance kit holds the driver to it.
struct PrinterCapabilities {
    std::vector<DocumentFormat> formats{};
    bool countsPages = false; ///< pagesOut follows the sheets; else it jumps when the job ends
    bool lifeCounter = false; ///< PrinterStatus::lifePages is known whenever it can be reached
    bool cutter = false;      ///< of a strip: cuts it off by itself
    bool presenter = false;   ///< holds the sheet until it is taken, and can take it back
    bool thermal = false;     ///< burns dots: has no toner
    bool forgetsJobs = false; ///< a driver opened anew knows no job of before

    bool operator==(const PrinterCapabilities&) const = default;
};

/// A page printer. One job at a time. Errors: "printer.gone" (technician): cannot be reached,
/// nothing was sent; "printer.busy" (wait), "printer.format-refused" (supplier), "printer.refused"
/// (technician): it said no, nothing was taken; "printer.silent" (technician): asked, no answer;
/// "printer.malformed-answer" (supplier); "printer.no-such-job" (attendant); "printer.stopped"
/// (wait): the stop token asked before anything was sent. Paper, jam and cover are states, not
/// errors.
class Printer : public Device {
public:
    /// Handing a document over takes the longest.
    static constexpr std::chrono::milliseconds kLongestCall{35000};

    /// As far as the printer has said: one that counts shows it at its first job.
    virtual PrinterCapabilities capabilities() const = 0;
    /// Whether it is still there and willing: asked while nobody needs it, changes nothing. At most
    /// 2 s.
    virtual Result<> check(std::stop_token stop) {
        TRY(status(std::move(stop)));
        return {};
    }
    virtual Result<PrinterStatus> status(std::stop_token stop) = 0; ///< at most 2 s
    /// Hands the document over; returns the printer's job id. The sheet may come out from now on,
    /// even if the reply is lost: "printer.silent" and "printer.malformed-answer" here mean
    /// "unknown", never "print again".
    virtual Result<int> submit(const PrintDocument& document, std::stop_token stop) = 0;
    virtual Result<JobProgress> progress(const SentJob& job, std::stop_token stop) = 0;
    virtual Result<> cancel(int jobId, std::stop_token stop) = 0;
    /// Cancels every job of ours that the printer holds, also those handed over before this driver
    /// was opened, and says so only when none is left: nothing comes out by itself any more,
    /// whoever loads paper. "printer.busy" while one of them is still being wound up: ask again. At
    /// most 12 s.
    virtual Result<> clearJobs(std::stop_token stop) = 0;
};

} // namespace kiosk::drivers
