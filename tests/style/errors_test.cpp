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

TEST_CASE("a code without words in one language is found, however its error is made") {
    const SourceFile zh{"assets/texts/zh-CN.po", "msgid \"error.printer.jam.what\"\n"
                                                 "msgid \"error.group.part.what\"\n"
                                                 "msgid \"reason.seal.odd\"\nmsgid \"look.why\"\n"};
    const SourceFile en{"assets/texts/en.po", "msgid \"error.printer.jam.what\"\n"};
    const SourceFile groups{"screens/citizen/error_words.cpp",
                            "Group{\"part\", \"card\", \"vendor.odd \"\n  \"printer.gone\"}"};
    CHECK(checkErrorTexts({zh, groups, kGone, kJam}).empty());
    CHECK(toText(checkErrorTexts({zh, kGone, kJam})) ==
          "drivers/a.cpp:1: printer.gone has no words in assets/texts/zh-CN.po\n");
    CHECK(toText(checkErrorTexts({en, zh, groups, kGone, kJam})) ==
          "drivers/a.cpp:1: printer.gone has no words in assets/texts/en.po\n");
    const SourceFile helped{"firmware/d.cpp", "void f();\nreturn refused(\"printer.new\");\n"};
    CHECK(toText(checkErrorTexts({zh, helped})) ==
          "firmware/d.cpp:2: printer.new has no words in assets/texts/zh-CN.po\n");
    const SourceFile others{"firmware/e.cpp",
                            "\"staff.json\", \"look.why\", \"seal.odd\", \"1.2.156\";"
                            "log::tell<\"printer.odd-event\">();"
                            "// \"printer.comment\"\n"};
    CHECK(checkErrorTexts({zh, others}).empty());
    CHECK(checkErrorTexts({zh, {"firmware/app/kioskctl/f.cpp", helped.text}}).empty());
    // A text's key is no excuse for an error of the same name.
    const SourceFile key{"screens/g.cpp", "fail(ErrorKind::device, \"look.why\", Remedy::wait)"};
    CHECK(checkErrorTexts({zh, key}).size() == 1);
    CHECK(checkErrorTexts({zh, {"screens/h.cpp", helped.text}}).empty()); // an id of a node
}

TEST_CASE("a group's code that nothing makes is found") {
    const SourceFile groups{"screens/citizen/error_words.cpp",
                            "Group{\"part\", \"card\", \"printer.odd printer.gone\"}"};
    CHECK(toText(checkErrorGroups({groups, kGone})) ==
          "screens/citizen/error_words.cpp:1: printer.odd of part is made nowhere\n");
}
