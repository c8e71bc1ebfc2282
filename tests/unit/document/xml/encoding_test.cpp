// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/base/text.h"
#include "firmware/document/xml/reader.h"

using namespace kiosk;
using document::xml::parseXml;

namespace {

/// The root's text, or the error's code and detail.
std::string outcome(ByteView xml) {
    const auto root = parseXml(xml, "a.xml");
    return root ? root->text : root.error().code() + ": " + root.error().detail();
}

std::string outcome(std::string_view xml) {
    return outcome(bytesOf(xml));
}

enum class Order { little, big };

/// As UTF-16 with its byte order mark.
Bytes utf16(std::string_view text, Order order) {
    Bytes bytes = utf16LeFromUtf8("\uFEFF" + std::string(text));
    for (std::size_t i = 0; order == Order::big && i + 1 < bytes.size(); i += 2)
        std::swap(bytes[i], bytes[i + 1]);
    return bytes;
}

constexpr std::string_view kMalformed = "document.malformed-xml: a.xml line 1";

} // namespace

TEST_CASE("UTF-8 with and without byte order mark and declaration") {
    for (const char* head :
         {"", "\xEF\xBB\xBF", "<?xml version=\"1.0\"?>", "<?xml version='1.0' encoding='utf-8'?>\n",
          "\xEF\xBB\xBF<?xml version='1.1' encoding = "
          "\"UTF-8\"\tstandalone='yes' ?>\r\n"}) {
        CAPTURE(head);
        CHECK(outcome(head + std::string("<a>中𠮷</a>")) == "中𠮷");
    }
}

TEST_CASE("UTF-16 of either byte order is known by its mark") {
    for (const Order order : {Order::little, Order::big}) {
        CHECK(outcome(utf16("<a>中𠮷\r\n</a>", order)) == "中𠮷\n");
        CHECK(outcome(utf16("<?xml version='1.0' encoding='UTF-16'?><a>中</a>", order)) == "中");
        CHECK(outcome(utf16("<?xml version='1.0' encoding='UTF-8'?><a/>", order)) ==
              "document.unsupported-encoding: a.xml in UTF-8");
        Bytes odd = utf16("<a/>", order);
        odd.push_back(std::byte{' '});
        CHECK(outcome(odd) == kMalformed);
    }
    CHECK(outcome(std::string_view("\xFF\xFE<\0\x41\xD8>\0", 8)) == kMalformed); // half a pair
}

TEST_CASE("other encodings are refused by name, never guessed") {
    CHECK(outcome("<?xml version='1.0' encoding='GB18030'?><a>\xD6\xD0</a>") ==
          "document.unsupported-encoding: a.xml in GB18030");
    CHECK(outcome("<?xml version='1.0' encoding='gbk'?><a/>") ==
          "document.unsupported-encoding: a.xml in gbk");
    CHECK(outcome("<?xml version='1.0' encoding='UTF-16'?><a/>") ==
          "document.unsupported-encoding: a.xml in UTF-16");
    CHECK(outcome("<a>\xD6\xD0</a>") == kMalformed);
}

TEST_CASE("a declaration stands at the beginning and says what it may") {
    for (const char* head :
         {" <?xml version='1.0'?>", "<?xml?>", "<?xml ?>", "<?xml version='2.0'?>",
          "<?xml version='1.'?>", "<?xml version='1.0' encoding=''?>",
          "<?xml version='1.0' encoding='-'?>", "<?xml encoding='UTF-8'?>",
          "<?xml encoding='UTF-8' version='1.0'?>", "<?xml version='1.0' standalone='maybe'?>",
          "<?xml version='1.0' more='1'?>", "<?xml version='1.0'encoding='UTF-8'?>",
          "<?xml version='1.0\"?>", "<?xml version='1.0'>", "<?xml version='1.0'"}) {
        CAPTURE(head);
        CHECK(outcome(head + std::string("<a/>")) == kMalformed);
    }
}

TEST_CASE("S6 characters that XML does not know are refused, also written the long way") {
    for (const char* wrong :
         {"\x01", "\x0B", "\x80", "\xC3", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80",
          "\xEF\xBF\xBE", "\xEF\xBF\xBF", "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "\xFF"}) {
        CAPTURE(wrong);
        CHECK(outcome("<a>" + std::string(wrong) + "</a>") == kMalformed);
        CHECK(outcome("<!--" + std::string(wrong) + "--><a/>") == kMalformed);
    }
    CHECK(outcome(std::string("<a>\0</a>", 8)) == kMalformed);
    CHECK(outcome("<a>\x7F\xC2\x85\xEF\xBF\xBD</a>") == "\x7F\xC2\x85\xEF\xBF\xBD");
}

TEST_CASE("names may be Chinese, also with rare characters") {
    CHECK(outcome("<证照:名称 x='1'>a</证照:名称>") == "a");
    CHECK(outcome("<𠮷>b</𠮷>") == "b");
    CHECK(outcome("<a·b>c</a·b>") == "c");
    CHECK(outcome("<·a/>") == kMalformed);
    CHECK(outcome("<a×/>") == kMalformed);
}
