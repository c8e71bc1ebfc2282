// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <filesystem>

#include "firmware/base/files.h"
#include "firmware/base/length.h"
#include "tests/speed/compare/contests.h"
#include "tests/speed/page/licence_page.h"
#include "tests/speed/program.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::speed {

namespace {

/// The page in both forms, and a place for what is drawn from it.
struct Table {
    tests::TemporaryFolder folder;

    std::string file(std::string_view name) const { return (folder.path() / name).string(); }
};

Result<> lay(const Table& table) {
    const LicencePage page = TRY(makeLicencePage());
    TRY(writeFile(table.file("page.ofd"), page.ofd));
    return writeFile(table.file("page.pdf"), page.pdf);
}

/// Opens, checks and draws; the pixels go into a file, uncompressed, as the peer's do.
Words ourCommand(const Table& table, const std::string& density) {
    const auto self = std::filesystem::read_symlink("/proc/self/exe");
    return {(self.parent_path() / "draw_page").string(), table.file("page.ofd"), density,
            table.file("ours.ppm")};
}

Words peerCommand(const Table& table, const std::string& density) {
    return {"pdftocairo",       "-r",   density,       "-tiff",
            "-tiffcompression", "none", "-singlefile", table.file("page.pdf"),
            table.file("peer")};
}

/// By its resolution pdftocairo draws a fraction of a pixel off our grid, and Cairo sets whole
/// glyphs on whole pixels: to be compared, the picture is drawn once more in just our size.
Result<PictureDifference> differenceOn(const Table& table, int density) {
    constexpr double kMillimetresPerInch = 25.4;
    const auto pixels = [density](Millimetres length) {
        return std::to_string(std::lround(length.value / kMillimetresPerInch * density));
    };
    const auto drawn = runProgram({"pdftocairo", "-scale-to-x", pixels(kA4.width), "-scale-to-y",
                                   pixels(kA4.height), "-tiff", "-tiffcompression", "none",
                                   "-singlefile", table.file("page.pdf"), table.file("same-size")});
    if (!drawn)
        return fail(ErrorKind::internal, "speed.peer-not-drawn", Remedy::supplier);
    return differenceOf(table.file("ours.ppm"), table.file("same-size.tif"));
}

/// Takes turns in the same minute: what disturbs one disturbs the other.
class Racer {
public:
    explicit Racer(Words command) : command_(std::move(command)) {}

    void run() {
        const auto cost = ran_ ? runProgram(command_) : std::nullopt;
        ran_ = cost.has_value();
        if (!cost)
            return;
        cpu_.push_back(cost->cpuMs);
        if (cost->peakMb)
            peak_.push_back(*cost->peakMb);
    }

    Side side(std::string name, const Effort& effort) const {
        Side side{.name = std::move(name)};
        if (!ran_)
            return side;
        side.cpuMs = spreadOf(cpu_);
        if (!peak_.empty())
            side.peakMb = spreadOf(peak_);
        if (effort.instructions)
            side.instructions = countInstructions(command_);
        return side;
    }

private:
    Words command_;
    bool ran_ = true;
    std::vector<double> cpu_, peak_;
};

Result<Comparison> draw(const Contest& contest, const Effort& effort, int dpi) {
    const Table table;
    TRY(lay(table));
    const std::string density = std::to_string(dpi);
    Racer ours(ourCommand(table, density));
    Racer peer(peerCommand(table, density));
    for (int round = 0; round < effort.rounds; ++round) {
        ours.run();
        peer.run();
    }
    Comparison comparison{
        .name = contest.name,
        .what = contest.what,
        .ours = ours.side("draw_page " + density, effort),
        .peer = peer.side("pdftocairo -r " + density + " -tiff -tiffcompression none", effort)};
    if (!comparison.ours.cpuMs)
        return fail(ErrorKind::internal, "speed.not-drawn", Remedy::supplier, density);
    if (comparison.peer.cpuMs)
        comparison.difference = TRY(differenceOn(table, dpi));
    return comparison;
}

} // namespace

std::vector<Contest> drawingContests() {
    return {
        {"draw.200dpi", "a sealed OFD opened, checked and drawn; the equal PDF drawn",
         [](const Contest& contest, const Effort& effort) { return draw(contest, effort, 200); }},
        {"draw.300dpi", "the same as a printer is sent it",
         [](const Contest& contest, const Effort& effort) { return draw(contest, effort, 300); }}};
}

std::vector<Contest> allContests() {
    std::vector<Contest> all = drawingContests();
    for (const auto& group :
         {sealContests(), cardContests(), printContests(), codeContests(), glassContests()})
        all.insert(all.end(), group.begin(), group.end());
    return all;
}

} // namespace kiosk::speed
