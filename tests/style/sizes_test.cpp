// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/style/plain_code.h"
#include "tests/style/sizes.h"

using namespace kiosk::style;

namespace {

std::vector<std::size_t> sizesOf(const std::string& code) {
    std::vector<std::size_t> sizes;
    for (const auto& function : functionsIn({"a.cpp", code}))
        sizes.push_back(function.lines);
    return sizes;
}

/// A file of this many functions of so many lines.
std::string functions(std::size_t count, std::size_t lines) {
    std::string code;
    for (std::size_t i = 0; i < count; ++i)
        code += "void f() {\n" + std::string(lines - 2, '\n') + "}\n";
    return code;
}

} // namespace

TEST_CASE("comments, literals and directives are blanked, lines kept") {
    CHECK(plainCode("a /* { */ b // {\n#define X { \\\n {\nc") ==
          "a         b     \n             \n  \nc");
    CHECK(plainCode("f(\"{\", '{', 1'000, 0xF'F, R\"x({\")x\") {") ==
          "f(   ,    , 1'000, 0xF'F,          ) {");
}

TEST_CASE("functions are counted, values and types in braces are not") {
    CHECK(
        sizesOf("namespace a {\nstruct B {\n    int b{1};\n    int get() const { return b; }\n};\n"
                "const int kTable[] = {\n    1,\n};\nint f(int x = {}) {\n    return x;\n}\n}\n") ==
        std::vector<std::size_t>{1, 3});
}

TEST_CASE("a constructor's initialisers belong to its function") {
    CHECK(sizesOf("A::A(int b)\n    : b_{b}, c_(1), d_{\n          2} {\n    go();\n}\n") ==
          std::vector<std::size_t>{5});
}

TEST_CASE("a lambda and inner blocks count to the function around them") {
    CHECK(sizesOf(
              "template <typename T = A<int>>\nauto f() -> T {\n    run([] { if (x) {} });\n}\n") ==
          std::vector<std::size_t>{4});
}

TEST_CASE("a file that grew too long is found") {
    const Tree tree = {{"tests/a.txt", ""}, {"a.h", std::string(601, '\n')}};
    CHECK(toText(checkSizes(tree, {.testLinesPerCent = 0})) == "a.h:0: has 601 lines\n");
}

TEST_CASE("functions that grew too long are found") {
    CHECK(checkSizes({{"a.cpp", functions(10, 5) + functions(1, 41)}}, {.testLinesPerCent = 0})
              .empty());
    CHECK(checkSizes({{"a.cpp", functions(8, 5) + functions(1, 41)}}, {.testLinesPerCent = 0})
              .size() == 1);
    CHECK(checkSizes({{"a.cpp", functions(9, 11)}}, {.testLinesPerCent = 0}).size() == 1);
}

TEST_CASE("too few lines of tests are found") {
    const std::string product = functions(1, 10);
    CHECK(checkSizes({{"a.cpp", product}, {"tests/a_test.cpp", functions(1, 6)}}, {}).empty());
    CHECK(checkSizes({{"a.cpp", product}, {"tests/a_test.cpp", functions(1, 5)}}, {}).size() == 1);
}
