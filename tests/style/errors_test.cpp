// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/style/errors.h"

using namespace kiosk::style;

namespace {

const SourceFile kGone{"drivers/a.cpp",
                       "return fail(ErrorKind::device, \"printer.gone\", Remedy::technician);\n"};
const SourceFile kJam{"drivers/b.cpp", "void f();\nreturn {ErrorKind::device,\n"
                                       "    \"printer.jam\", Remedy::attendant, detail};\n"};

} // namespace

TEST_CASE("a code that means two things is found, with both places") {
    const SourceFile same{"firmware/c.cpp", kGone.text};
    CHECK(checkErrorMeanings({kGone, kJam, same}).empty());
    const SourceFile otherRemedy{
        "firmware/c.cpp", "fail(ErrorKind::device, \"printer.gone\", Remedy::attendant, \"x\");\n"};
    CHECK(toText(checkErrorMeanings({kGone, otherRemedy})) ==
          "firmware/c.cpp:1: printer.gone is device, attendant here, and device, technician in "
          "drivers/a.cpp\n");
    const SourceFile otherKind{"screens/c.h",
                               "{ErrorKind::internal, \"printer.gone\", Remedy::technician}\n"};
    CHECK(checkErrorMeanings({kGone, otherKind}).size() == 1);
    CHECK(checkErrorMeanings({kGone, {"tests/c.cpp", otherRemedy.text}}).empty());
}

TEST_CASE("a code that people in front act on has words in every language") {
    const SourceFile zh{"assets/texts/zh-CN.po",
                        "msgid \"error.printer.jam.what\"\nmsgstr \"卡纸\""};
    const SourceFile en{"assets/texts/en.po", ""};
    CHECK(checkErrorTexts({zh, kGone, kJam}).empty());
    CHECK(toText(checkErrorTexts({en, zh, kGone, kJam})) ==
          "drivers/b.cpp:3: printer.jam has no words of its own in assets/texts/en.po\n");
}
