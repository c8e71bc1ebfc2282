// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "firmware/tpm/disk_key.h"

namespace kiosk::tpm {

namespace {

KeyBlob someBlob() {
    return {Bytes(46, std::byte{0x5A}), Bytes(158, std::byte{0xA5})};
}

void checkUnusable(std::string_view text) {
    CAPTURE(text);
    const auto key = sealedKeyIn(text);
    REQUIRE_FALSE(key);
    CHECK(key.error().code() == "tpm.key-file");
    CHECK(key.error().remedy() == Remedy::technician);
}

} // namespace

TEST_CASE("Q5 a sealed key comes back from the disk's header as it was") {
    const auto back = sealedKeyIn(diskTokenOf(someBlob()));
    REQUIRE(back);
    CHECK(back->publicPart == someBlob().publicPart);
    CHECK(back->privatePart == someBlob().privatePart);
}

TEST_CASE("Q5 the header takes the sealed key as a token of our own type for the first keyslot") {
    const auto token = nlohmann::json::parse(diskTokenOf(someBlob()));
    CHECK(token.at("type") == "kiosk-tpm2"); // "luks2-…" are cryptsetup's own
    CHECK(token.at("keyslots") == nlohmann::json{"0"});
}

TEST_CASE("Q5 a header without our key, or with half of it, is said as that") {
    const std::string whole = diskTokenOf(someBlob());
    for (std::size_t size = 0; size < whole.size(); ++size)
        checkUnusable(std::string_view(whole).substr(0, size));
    for (const char* name : {"type", "public", "private"}) {
        auto token = nlohmann::json::parse(whole);
        token.erase(name);
        checkUnusable(token.dump());
        token[name] = 7;
        checkUnusable(token.dump());
        token[name] = "systemd-tpm2";
        checkUnusable(token.dump());
    }
    checkUnusable("[]");
}

} // namespace kiosk::tpm
