// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/base/result.h"

namespace kiosk {

namespace {

Result<int> half(int n) {
    if (n % 2 != 0)
        return fail(ErrorKind::malformed, "test.odd", Remedy::citizenAgain, "seven");
    return n / 2;
}

Result<int> quarter(int n) {
    return TRY(half(TRY(half(n))));
}

} // namespace

TEST_CASE("TRY passes a value on and an error up") {
    CHECK(*quarter(8) == 2);
    CHECK(quarter(6).error().code() == "test.odd");
}

TEST_CASE("D12 the line of an error names code, place and who must act") {
    const Error error = std::move(half(7).error()).during("halving");
    CHECK(error.line() == "test.odd: halving: seven (citizen: try again)");
}

} // namespace kiosk
