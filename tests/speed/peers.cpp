// SPDX-License-Identifier: Apache-2.0
#include "tests/speed/peers.h"

#include <algorithm>

#include "firmware/base/files.h"
#include "tests/speed/licence_sheet.h"
#include "tests/speed/program.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::speed {

namespace {

/// The licence's sheet as PDF, made by our own drawing: the same shapes for both.
Result<> writeSheet(const std::filesystem::path& file) {
    return writeFile(file, TRY(composeLicenceSheet(TRY(openLicence()))).pdf);
}

/// CPU time of a command, round by round; nothing when it does not run here.
std::optional<Spread> cpuOf(const std::vector<std::string>& command, int rounds) {
    std::vector<double> values;
    for (int round = 0; round < rounds; ++round) {
        const auto sample = runProgram(command);
        if (!sample)
            return std::nullopt;
        values.push_back(sample->cpu);
    }
    return spreadOf(values);
}

/// A whole process against one call of ours: start, fonts and file are part of the peer's way.
Peer pdftocairo(const Measured& ours, int rounds) {
    Peer peer{.span = ours.name, .name = "pdftocairo -r 300", .cpuMs = std::nullopt};
    const tests::TemporaryFolder folder;
    const auto sheet = folder.path() / "sheet.pdf";
    if (!writeSheet(sheet))
        return peer;
    peer.cpuMs = cpuOf({"pdftocairo", "-r", "300", "-tiff", "-tiffcompression", "none", sheet,
                        folder.path() / "page"},
                       rounds);
    if (peer.cpuMs && peer.cpuMs->median > 0)
        peer.ratio = ours.cpuMs.median / peer.cpuMs->median;
    return peer;
}

} // namespace

std::vector<Peer> peersOf(const std::vector<Measured>& spans, int rounds) {
    const auto raster = std::ranges::find(spans, "page.raster", &Measured::name);
    return raster == spans.end() ? std::vector<Peer>{} : std::vector{pdftocairo(*raster, rounds)};
}

} // namespace kiosk::speed
