// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include "firmware/authority/envelope.h"
#include "firmware/base/files.h"
#include "firmware/outbox/outbox.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::outbox {

namespace {

constexpr std::string_view kName = "欧阳䴙䴘";
constexpr std::string_view kCode = "990101199001011231";

std::string regionKeyPem() {
    EVP_PKEY* key = EVP_PKEY_Q_keygen(nullptr, nullptr, "SM2");
    BIO* out = BIO_new(BIO_s_mem());
    PEM_write_bio_PUBKEY(out, key);
    char* text = nullptr;
    const auto size = BIO_get_mem_data(out, &text);
    std::string pem(text, static_cast<std::size_t>(size));
    BIO_free(out);
    EVP_PKEY_free(key);
    return pem;
}

int hits(const std::filesystem::path& folder, std::string_view word) {
    int found = 0;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        const std::string content = toText(readFile(file.path()).value());
        for (auto at = content.find(word); at != std::string::npos; at = content.find(word, at + 1))
            ++found;
    }
    return found;
}

} // namespace

TEST_CASE("Q5 no name and no number of a queued request lies in any file of the outbox") {
    const tests::TemporaryFolder folder;
    const tests::ManualClock clock;
    const authority::Request request{.key = "key-1",
                                     .holderCode = std::string(kCode),
                                     .holderName = std::string(kName),
                                     .pickupNumber = "4711000815",
                                     .note = "school",
                                     .copyNumber = ""};
    const auto sealed = authority::sealRequest(regionKeyPem(), request).value();
    Outbox outbox = Outbox::open(folder.path() / kFileName).value();
    REQUIRE(outbox.accept("990000", sealed, clock.wall()));
    CHECK(std::filesystem::exists(folder.path() / "outbox.db-wal"));
    CHECK(hits(folder.path(), "key-1") > 0); // the search does find what is there
    CHECK(hits(folder.path(), kName) == 0);
    CHECK(hits(folder.path(), kCode) == 0);
    CHECK(hits(folder.path(), request.pickupNumber) == 0);
}

TEST_CASE("Q5 after delivery and a checkpoint the envelope is gone from every file") {
    const tests::TemporaryFolder folder;
    const tests::ManualClock clock;
    const std::string marker = "an envelope that is looked for";
    Outbox outbox = Outbox::open(folder.path() / kFileName).value();
    REQUIRE(outbox.accept("990000", {"key-1", authority::Operation::reportError, toBytes(marker)},
                          clock.wall()));
    CHECK(hits(folder.path(), marker) > 0);
    REQUIRE(outbox.markDelivered(1));
    REQUIRE(outbox.checkpoint());
    CHECK(hits(folder.path(), marker) == 0);
}

} // namespace kiosk::outbox
