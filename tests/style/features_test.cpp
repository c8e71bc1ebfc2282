// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/style/features.h"

using namespace kiosk::style;

namespace {

const SourceFile kTable{"tests/features.md",
                        "| Row | What | State | Test |\n"
                        "|---|---|---|---|\n"
                        "| R1 | reads whole | shown | `R1 a cut draws nothing` |\n"
                        "| D8 | counts pages | later | |\n"};

/// What is found when the tree holds just this line of tests.
std::string findingsFor(const std::string& line, const SourceFile& table = kTable) {
    return toText(checkFeatures({{"tests/unit/a_test.cpp", line}}, table));
}

const std::string kShown = "TEST_CASE(\"R1 a cut draws nothing\") {}\n";

} // namespace

TEST_CASE("a table that agrees with the tests is fine") {
    CHECK(findingsFor(kShown).empty());
    CHECK(findingsFor(kShown + "TEST_CASE(\"R1 another one\") {}\nTEST_CASE(\"no row\") {}\n")
              .empty());
}

TEST_CASE("a name broken over lines is read whole") {
    CHECK(findingsFor("TEST_CASE(\n    \"R1 a cut \"\n    \"draws nothing\", \"[tag]\") {}\n")
              .empty());
}

TEST_CASE("a row whose test is gone or renamed is found") {
    CHECK(findingsFor("") == "tests/features.md:3: R1 names no test: \"R1 a cut draws nothing\"\n");
    CHECK_FALSE(findingsFor("TEST_CASE(\"R1 a cut draws little\") {}\n").empty());
}

TEST_CASE("a row called later that has a test is found") {
    CHECK(findingsFor(kShown + "TEST_CASE(\"R1, D8 paper out\") {}\n") ==
          "tests/features.md:4: D8 is called later, and has a test\n");
}

TEST_CASE("a test of a row the table lacks is found") {
    CHECK(findingsFor(kShown + "TEST_CASE(\"V3 doubt is never green\") {}\n") ==
          "tests/unit/a_test.cpp:2: names V3, which the table lacks\n");
}

TEST_CASE("a row that names a test of another row is found") {
    CHECK_FALSE(findingsFor(kShown, {"t", "| R1 | a | shown | R1 a cut draws nothing |\n"
                                          "| D8 | b | in part | R1 a cut draws nothing |\n"})
                    .empty());
}

TEST_CASE("an unknown state is found") {
    CHECK_FALSE(findingsFor("", {"t", "| R1 | a | nearly | x |\n"}).empty());
}
