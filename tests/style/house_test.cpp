// SPDX-License-Identifier: Apache-2.0
// The rules of the house on the house itself. Each rule's own test shows that it catches a fault.
#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "tests/style/arrows.h"
#include "tests/style/errors.h"
#include "tests/style/features.h"
#include "tests/style/sizes.h"
#include "tests/style/words.h"

using namespace kiosk::style;

namespace {

const std::filesystem::path kRoot = KIOSK_SOURCE_DIR;

const Tree& house() {
    static const Tree kTree = readTree(kRoot);
    return kTree;
}

} // namespace

TEST_CASE("includes follow the arrows between the rooms") {
    const Arrows arrows = parseArrows(readText(kRoot / "tests/style/arrows.txt"));
    CHECK_THAT(toText(checkCircles(arrows)), Catch::Equals(""));
    CHECK_THAT(toText(checkArrows(house(), arrows)), Catch::Equals(""));
}

TEST_CASE("nothing lies beside the rooms") {
    const std::set<std::string> made{"build", "compile_commands.json"}; // not ours to keep
    std::set<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(kRoot))
        if (const std::string name = entry.path().filename();
            name[0] != '.' && !made.contains(name))
            found.insert(name);
    CHECK(found == std::set<std::string>{"CMakeLists.txt", "CMakePresets.json", "LICENSE",
                                         "README.md", "assets", "board", "drivers", "firmware",
                                         "screens", "tests"});
}

TEST_CASE("files and functions stay small enough to read") {
    CHECK_THAT(toText(checkSizes(house(), Limits{})), Catch::Equals(""));
}

TEST_CASE("every source, script and CMake file says its licence once") {
    CHECK_THAT(toText(checkLicenceLines(house())), Catch::Equals(""));
}

TEST_CASE("nobody says a forbidden word") {
    const auto words = parseForbiddenWords(readText(kRoot / "tests/style/forbidden_words.txt"));
    CHECK_THAT(toText(checkWords(house(), words)), Catch::Equals(""));
}

TEST_CASE("each room tells what it is for") {
    const Arrows arrows = parseArrows(readText(kRoot / "tests/style/arrows.txt"));
    CHECK_THAT(toText(checkReadmes(house(), arrows)), Catch::Equals(""));
}

TEST_CASE("the table of features agrees with the names of the tests") {
    const std::string path = "tests/features.md";
    CHECK_THAT(toText(checkFeatures(house(), {path, readText(kRoot / path)})), Catch::Equals(""));
}

TEST_CASE("D12 a code means one thing, and who acts on it in front is told in words") {
    CHECK_THAT(toText(checkErrorMeanings(house())), Catch::Equals(""));
}

TEST_CASE("U10 every code the product makes has words in every language, of its own or a group's") {
    const auto isCatalogue = [](const SourceFile& file) { return file.path.ends_with(".po"); };
    REQUIRE(std::ranges::count_if(house(), isCatalogue) == 5); // a rule without them holds anything
    CHECK_THAT(toText(checkErrorTexts(house())), Catch::Equals(""));
    CHECK_THAT(toText(checkErrorGroups(house())), Catch::Equals(""));
}
