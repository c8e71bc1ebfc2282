// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/egress/socks.h"

namespace kiosk::egress {

namespace {

Bytes hex(std::string_view text) {
    return fromHex(text).value();
}

const std::string kGreeting = "050100";
// CONNECT to "a.example", port 443.
const std::string kRequest = "050100"
                             "0309612e6578616d706c65"
                             "01bb";

Bytes together(const std::string& first, const std::string& second) {
    return hex(first + second);
}

} // namespace

TEST_CASE(
    "SOCKS: a request is understood in pieces of any size, and what comes behind it is kept") {
    const Bytes all = together(kGreeting, kRequest + "160301");
    for (std::size_t cut = 1; cut < all.size(); ++cut) {
        CAPTURE(cut);
        SocksTalk talk;
        const auto first = talk.take(ByteView(all).first(cut));
        const auto second = talk.take(ByteView(all).subspan(cut));
        Bytes said = first.say;
        said.insert(said.end(), second.say.begin(), second.say.end());
        CHECK(said == hex("0500"));
        const auto to = first.to ? first.to : second.to;
        CHECK(to == Destination{"a.example", 443});
        CHECK(talk.rest() == hex("160301"));
    }
}

TEST_CASE("SOCKS: numbers are destinations too") {
    const auto asked = [](const std::string& request) {
        return SocksTalk().take(together(kGreeting, request)).to;
    };
    CHECK(asked("05010001c000020701bb") == Destination{"192.0.2.7", 443});
    CHECK(asked("05010004"
                "20010db8000000000000000000000001"
                "0277") == Destination{"2001:db8::1", 631});
}

TEST_CASE("SOCKS: what is no CONNECT without a password is told why, and gets nothing") {
    struct Case {
        std::string bytes;
        std::string said;
    };
    const std::string none = "01000000000000";
    for (const auto& [bytes, said] : {
             Case{"04", ""},         // SOCKS 4
             Case{"050102", "05ff"}, // with a password alone
             Case{"0500", "05ff"},   // with nothing
             Case{kGreeting + "05020001c000020701bb", "0500"
                                                      "050700" +
                                                          none}, // BIND
             Case{kGreeting + "04010001c000020701bb", "0500"
                                                      "050700" +
                                                          none},
             Case{kGreeting + "05010002c000020701bb", "0500"
                                                      "050800" +
                                                          none}, // a kind unknown
             Case{kGreeting + "0501000300"
                              "01bb",
                  "0500"
                  "050800" +
                      none}, // no name
             Case{kGreeting + "05010003026120"
                              "01bb",
                  "0500"
                  "050800" +
                      none}, // with a space
             Case{kGreeting + "05010001c00002070000", "0500"
                                                      "050800" +
                                                          none}, // port 0
         }) {
        CAPTURE(bytes);
        SocksTalk talk;
        const auto step = talk.take(hex(bytes));
        CHECK(toHex(step.say) == said);
        CHECK(step.isOver);
        CHECK_FALSE(step.to);
        CHECK_FALSE(talk.take(together(kGreeting, kRequest)).to);
    }
}

} // namespace kiosk::egress
