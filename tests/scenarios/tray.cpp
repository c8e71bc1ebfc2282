// SPDX-License-Identifier: Apache-2.0
#include "tests/scenarios/tray.h"

#include <algorithm>
#include <map>

#include <catch2/catch.hpp>

namespace kiosk::bench {

namespace {

using State = authority::CopyRecord::State;

/// What came out under one number.
struct Printed {
    int pages = 0; ///< of a whole copy
    int out = 0;
};

std::optional<std::string> wrongWith(const std::string& number, const Printed& printed,
                                     const std::vector<sandbox::Copy>& copies) {
    const auto copy = std::ranges::find(copies, number, &sandbox::Copy::number);
    if (copy == copies.end())
        return number + " is no copy's number";
    const std::string count =
        number + ": " + std::to_string(printed.out) + " of " + std::to_string(printed.pages);
    if (copy->state == State::printed && printed.out != printed.pages)
        return count + " pages of a valid copy";
    if (printed.out > printed.pages)
        return count + " pages";
    if (copy->state == State::reserved && printed.out > 0)
        return count + " pages of a copy nobody accounts for";
    return std::nullopt;
}

} // namespace

int pagesInTray(VirtualStage& stage) {
    (void)stage.printer().status({}); // it catches up with the clock when it is asked
    int pages = 0;
    for (const drivers::PrintedJob& job : stage.printer().jobs())
        pages += job.pagesOut;
    return pages;
}

std::vector<std::string> wrongInTray(VirtualStage& stage, std::size_t firstJob) {
    (void)stage.printer().status({});
    std::map<std::string, Printed> byNumber;
    const auto jobs = stage.printer().jobs();
    for (std::size_t i = firstJob; i < jobs.size(); ++i) {
        Printed& printed = byNumber[jobs[i].document.jobName];
        printed.pages = jobs[i].document.pages;
        printed.out += jobs[i].pagesOut;
    }
    const auto copies = stage.copies();
    REQUIRE(copies);
    std::vector<std::string> wrong;
    for (const auto& [number, printed] : byNumber)
        if (auto line = wrongWith(number, printed, *copies))
            wrong.push_back(std::move(*line));
    return wrong;
}

} // namespace kiosk::bench
