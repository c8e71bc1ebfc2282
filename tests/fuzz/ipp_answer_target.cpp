// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "drivers/printer/ipp/ipp_mapping.h"
#include "firmware/base/text.h"
#include "tests/fuzz/input.h"

using namespace kiosk;
using namespace kiosk::drivers;

namespace {

struct Answers {
    ipp::PrinterAnswer printer;
    ipp::JobAnswer job;
};

/// An attribute a line: a letter says which one, its value stands behind.
void take(std::string_view line, Answers& answers) {
    if (line.empty())
        return;
    const std::string value(line.substr(1));
    const int number = static_cast<int>(parseInteger(value).value_or(0));
    switch (line.front()) {
    case 's':
        answers.printer.state = answers.job.state = number;
        break;
    case 'i':
        answers.printer.impressionsCompleted = answers.job.impressionsCompleted = number;
        break;
    case 'c':
        answers.job.sheetsCompleted = number;
        break;
    case 'd':
        answers.printer.rasterDensities.push_back(number);
        break;
    case 'r':
        answers.printer.reasons.push_back(value);
        answers.job.reasons.push_back(value);
        break;
    case 'f':
        answers.printer.formats.push_back(value);
        break;
    case 'y':
        answers.printer.rasterTypes.push_back(value);
        break;
    case 'm':
        answers.printer.mediaReady.push_back(value);
        break;
    case 't':
        answers.printer.inputTrays.push_back(value);
        break;
    case 'p':
        answers.printer.supplies.push_back(value);
        break;
    case 'u':
        answers.printer.deviceId = value;
        break;
    default:
        answers.printer.acceptingJobs = false;
    }
}

void status(const ipp::PrinterAnswer& answer) {
    const auto status = ipp::toStatus(answer);
    if (!status)
        return fuzz::expectAlways(status.error().code() == "printer.malformed-answer");
    fuzz::expectAlways(status->lifePages == answer.impressionsCompleted);
    fuzz::expectAlways(status->sheetsLeft.value_or(0) >= 0);
    const int percent = status->tonerPercent.value_or(0);
    fuzz::expectAlways(percent >= 0 && percent <= 100);
    fuzz::expectAlways(!status->canPrint() || !status->coverOpen);
    fuzz::expectAlways(!status->canPrint() || !ipp::lacksA4(answer));
}

void progress(const ipp::JobAnswer& answer) {
    constexpr int kPages = 5;
    const auto progress = ipp::toProgress(answer, kPages);
    if (!progress)
        return fuzz::expectAlways(progress.error().code() == "printer.malformed-answer");
    fuzz::expectAlways(progress->pagesOut >= 0 && progress->pagesOut <= kPages);
    fuzz::expectAlways(ipp::toProgress(answer, std::nullopt)->pagesOut >= 0);
}

/// What a printer is given is of a size that fits the memory.
void abilities(const ipp::PrinterAnswer& answer) {
    constexpr int kMostDensity = 600;
    const int density = ipp::rasterDensity(answer).value_or(1);
    fuzz::expectAlways(density > 0 && density <= kMostDensity);
    const auto formats = ipp::toCapabilities(answer).formats;
    const bool takesRaster = std::ranges::find(formats, DocumentFormat::pwgRaster) != formats.end();
    fuzz::expectAlways(takesRaster == ipp::rasterDensity(answer).has_value());
    fuzz::expectAlways(isValidUtf8(ipp::toIdentity(answer, "").serial));
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = toText(fuzz::input(data, size));
    Answers answers;
    for (const std::string_view line : split(text, '\n'))
        take(line, answers);
    status(answers.printer);
    progress(answers.job);
    abilities(answers.printer);
    const Error error =
        ipp::toError(ipp::Subject::job, answers.job.state, text, answers.printer.reasons);
    fuzz::expectAlways(error.code().starts_with("printer."));
    return 0;
}
