// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdlib>
#include <map>
#include <regex>
#include <sstream>

#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "firmware/document/bands.h"
#include "firmware/document/raster.h"
#include "tests/support/samples.h"

using namespace kiosk;
using document::Document;
using document::ObjectCounts;

namespace {

/// What the table of the samples' README says of one file.
struct Expected {
    std::size_t pages = 0;
    std::vector<SizeMm> sizes; ///< that occur, each once
    ObjectCounts objects;
};

std::size_t number(const std::string& text) {
    return static_cast<std::size_t>(std::stoul(text));
}

std::vector<SizeMm> sizesIn(const std::string& text) {
    static const std::regex kSize(R"(([0-9.]+) x ([0-9.]+))");
    std::vector<SizeMm> sizes;
    for (std::sregex_iterator it(text.begin(), text.end(), kSize), end; it != end; ++it)
        sizes.push_back({{std::stod((*it)[1])}, {std::stod((*it)[2])}});
    return sizes;
}

std::map<std::string, Expected> truth() {
    static const std::regex kRow(R"(\| (\S+\.ofd) \| [0-9.]+ \| (\d+) \| ([^|]+) \| )"
                                 R"((\d+) / (\d+) / (\d+) / (\d+) \|.*)");
    const Bytes readme = readFile(tests::samplesFolder() / "README.md").value();
    std::istringstream lines(toText(readme));
    std::map<std::string, Expected> files;
    std::smatch row;
    for (std::string line; std::getline(lines, line);) {
        if (std::regex_match(line, row, kRow))
            files[row[1]] = {number(row[2]),
                             sizesIn(row[3]),
                             {number(row[4]), number(row[5]), number(row[6]), number(row[7])}};
    }
    return files;
}

Document openSample(const std::string& name) {
    const Bytes file = readFile(tests::samplesFolder() / "ofd" / name).value();
    const auto package = document::Package::open(file);
    REQUIRE(package);
    auto opened = Document::open(*package);
    INFO((opened ? "" : opened.error().line()));
    REQUIRE(opened);
    return std::move(*opened);
}

bool occursIn(const std::vector<SizeMm>& sizes, SizeMm size) {
    return std::ranges::any_of(sizes, [size](SizeMm s) { return s == size; });
}

} // namespace

TEST_CASE("every sample has the pages, sizes and objects its table states") {
    const auto files = truth();
    REQUIRE(files.size() == 33);
    for (const auto& [name, expected] : files) {
        CAPTURE(name);
        const Document file = openSample(name);
        CHECK(file.pageCount() == expected.pages);
        for (std::size_t page = 0; page < file.pageCount(); ++page)
            CHECK(occursIn(expected.sizes, file.pageSize(page)));
        CHECK(file.objects().text == expected.objects.text);
        CHECK(file.objects().path == expected.objects.path);
        CHECK(file.objects().image == expected.objects.image);
        CHECK(file.objects().composite == expected.objects.composite);
    }
}

TEST_CASE("every page of every sample can be drawn") {
    for (const auto& [name, expected] : truth()) {
        const Document file = openSample(name);
        for (std::size_t page = 0; page < file.pageCount(); ++page) {
            CAPTURE(name, page);
            const auto picture = document::drawToPicture(file, page, {48}, {});
            REQUIRE(picture);
            const bool inked = std::ranges::any_of(
                picture->pixels, [](std::uint32_t pixel) { return pixel != 0xFFFFFFFFU; });
            CHECK(inked);
        }
    }
}

namespace {

/// The colour in which two pixels differ most.
int apart(std::uint32_t one, std::uint32_t other) {
    int most = 0;
    for (const unsigned shift : {0U, 8U, 16U})
        most = std::max(most, std::abs(static_cast<int>(one >> shift & 0xFFU) -
                                       static_cast<int>(other >> shift & 0xFFU)));
    return most;
}

} // namespace

TEST_CASE("R8 the bands of every sample's first page show the page") {
    constexpr document::Dpi kPrinter{210};
    constexpr int kRounding = 5; // scaled pictures are mixed from another corner
    for (const auto& [name, expected] : truth()) {
        const Document file = openSample(name);
        CAPTURE(name);
        const auto whole = document::drawToPicture(file, 0, kPrinter, {});
        REQUIRE(whole);
        std::size_t seen = 0;
        std::size_t different = 0;
        const auto compare = [&](const document::Band& band) -> Result<> {
            for (const std::uint32_t pixel : band.rows.pixels)
                different += apart(pixel, whole->pixels.at(seen++)) > kRounding ? 1 : 0;
            return {};
        };
        REQUIRE(document::drawInBands(file, 0, kPrinter, 100, {}, compare));
        CHECK(seen == whole->pixels.size());
        CHECK(different <= 10); // where a line's corner is cut at a band's edge
    }
}
