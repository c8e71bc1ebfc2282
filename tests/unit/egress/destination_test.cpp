// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/egress/destination.h"

namespace kiosk::egress {

TEST_CASE("a destination is a name or a number and a port, and nothing else") {
    CHECK(destinationFrom("Licences.Example:443") == Destination{"licences.example", 443});
    CHECK(destinationFrom("192.0.2.7:8443") == Destination{"192.0.2.7", 8443});
    CHECK(destinationFrom("[2001:DB8::1]:631") == Destination{"2001:db8::1", 631});
    for (const char* none :
         {"", "host", "host:", "host:0", "host:65536", "host:44x", ":443", "[]:443", "[host]:443",
          "ho st:443", "host/:443", "2001:db8::1:443", "host:-1", "host\n:443"}) {
        CAPTURE(none);
        CHECK_FALSE(destinationFrom(none));
    }
    CHECK_FALSE(destinationFrom(std::string(254, 'a') + ":443"));
    for (const char* text : {"licences.example:443", "[2001:db8::1]:631"})
        CHECK(placeOf(destinationFrom(text).value()) == text);
}

TEST_CASE("the list of what is allowed says the line that is wrong, and is then not used") {
    const Allowed allowed{{{"a.example", 443}, {"b.example", 8443}},
                          {{"printer", {"localhost", 60000}}}};
    CHECK(allowedFrom(listOf(allowed)) == allowed);
    CHECK(allowedFrom("") == Allowed{});
    for (const char* wrong :
         {"socks", "socks a.example", "socks a.example:443 more", "fixed a.example:443",
          "fixed printer", "direct a.example:443", "", "socks b.example:8443"}) {
        CAPTURE(wrong);
        const auto read = allowedFrom("socks b.example:8443\n" + std::string(wrong) + "\n");
        REQUIRE_FALSE(read);
        CHECK(read.error().code() == "egress.list");
        CHECK(read.error().detail() == "line 2");
    }
}

} // namespace kiosk::egress
