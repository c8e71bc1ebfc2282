// SPDX-License-Identifier: Apache-2.0
#include "firmware/stick/errands.h"
#include "tests/unit/stick/image_port.h"

namespace kiosk::stick::tests {

namespace {

Result<> quiet(const Progress&) {
    return {};
}

} // namespace

TEST_CASE("F5 each bundle on a stick is judged by its end, in its place in a file of its length") {
    ImagePort port;
    port.format();
    const Bytes large = noise(3'500'000);
    const Bytes small = noise(5'000, 2);
    port.put("b large.raucb", large);
    port.put("a small.RAUCB", small);
    port.put("notes.txt", noise(10));
    int percent = 0;
    std::vector<Bytes> ends;
    const Judge judge = [&ends](const std::filesystem::path& end) {
        ends.push_back(readFile(end).value());
        return BundleOnStick{.version = "0.2", .standing = Standing::newer};
    };
    const auto found = lookForBundles(port, judge, port.room(), [&percent](const Progress& told) {
        percent = told.percent;
        return Result<>();
    });
    REQUIRE(found);
    REQUIRE(found->size() == 2);
    CHECK((*found)[0].file == "a small.RAUCB");
    CHECK((*found)[1].size == large.size());
    CHECK((*found)[1].standing == Standing::newer);
    CHECK(ends[0] == small);
    REQUIRE(ends[1].size() == large.size());
    constexpr std::ptrdiff_t kEnd = 1 << 20;
    CHECK(std::equal(large.end() - kEnd, large.end(), ends[1].end() - kEnd));
    CHECK(ends[1].front() == std::byte{}); // nothing before it takes room
    CHECK(percent == 100);
    CHECK_FALSE(port.isAdmitted);
    for (const auto& entry : std::filesystem::directory_iterator(port.room()))
        CHECK(entry.path().filename().string().find("bundle-") == std::string::npos);
}

TEST_CASE("F5 a stick without a bundle, or pulled while it is read, installs nothing") {
    ImagePort port;
    port.format();
    const Judge judge = [](const std::filesystem::path&) { return BundleOnStick{}; };
    const auto none = lookForBundles(port, judge, port.room(), quiet);
    REQUIRE(none);
    CHECK(none->empty());
    port.put("a.raucb", noise(3'000'000));
    const auto pulled = lookForBundles(port, judge, port.room(), [&port](const Progress& told) {
        if (told.stage == Progress::Stage::reading && told.percent == 0)
            port.pull();
        return Result<>();
    });
    CHECK(codeOf(pulled) == "stick.pulled");
    CHECK_FALSE(port.isAdmitted);
}

} // namespace kiosk::stick::tests
