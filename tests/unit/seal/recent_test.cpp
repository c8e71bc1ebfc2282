// SPDX-License-Identifier: Apache-2.0
#include <array>

#include <catch2/catch.hpp>

#include "firmware/seal/recent.h"

using namespace kiosk;
using namespace kiosk::seal;

namespace {

/// Counts how often an answer had to be worked out.
class Asked {
public:
    int answer(std::string_view first, std::string_view second = "") {
        const std::array<ByteView, 2> question{bytesOf(first), bytesOf(second)};
        return recent_.answer(question, [&] { return ++count_; });
    }

private:
    Recent<int, 3> recent_;
    int count_ = 0;
};

} // namespace

TEST_CASE("V1 an answer is remembered for equal bytes only") {
    Asked asked;
    CHECK(asked.answer("ab", "c") == 1);
    CHECK(asked.answer("ab", "c") == 1);
    CHECK(asked.answer("a", "bc") == 2); // as long, cut elsewhere
    CHECK(asked.answer("ab", "d") == 3);
    CHECK(asked.answer("a", "bc") == 2);
}

TEST_CASE("V1 of remembered answers the oldest goes first") {
    Asked asked;
    for (const char* question : {"a", "b", "c", "d"})
        asked.answer(question);
    CHECK(asked.answer("d") == 4);
    CHECK(asked.answer("b") == 2);
    CHECK(asked.answer("a") == 5);
}
