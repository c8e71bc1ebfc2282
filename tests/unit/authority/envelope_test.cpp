// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/authority/envelope.h"
#include "tests/sandbox/region_key.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::authority {

namespace {

const Request kWish{.key = "key-1",
                    .operation = Operation::reportError,
                    .holderCode = "990101199003071123",
                    .holderName = "单\U00020BB7䶮",
                    .holderCertificate = Holder::Certificate::permanentResidenceCard,
                    .pickupNumber = "4711000815",
                    .note = "住址",
                    .copyNumber = "",
                    .pages = 0};

struct Keys {
    tests::TemporaryFolder folder;
    sandbox::RegionKey ours = sandbox::RegionKey::open(folder.path() / "ours").value();
    sandbox::RegionKey theirs = sandbox::RegionKey::open(folder.path() / "theirs").value();
};

} // namespace

TEST_CASE("Q5 only the region a request is sealed to can read it") {
    const Keys keys;
    const auto sealed = sealRequest(keys.ours.publicPem(), kWish).value();
    CHECK(keys.ours.unseal(sealed) == kWish);
    CHECK(keys.theirs.unseal(sealed).error().code() == "envelope.garbled");
    const auto again = sandbox::RegionKey::open(keys.folder.path() / "ours").value();
    CHECK(again.unseal(sealed) == kWish);
}

TEST_CASE("Q5 the same wish sealed twice looks different and has the size of others") {
    const Keys keys;
    const auto first = sealRequest(keys.ours.publicPem(), kWish).value();
    const auto second = sealRequest(keys.ours.publicPem(), kWish).value();
    CHECK(first.envelope != second.envelope);
    Request longer = kWish;
    longer.note = "户籍地址";
    const auto other = sealRequest(keys.ours.publicPem(), longer).value();
    // DER writes a number in a byte more or less.
    const auto difference =
        static_cast<int>(other.envelope.size()) - static_cast<int>(first.envelope.size());
    CHECK(std::abs(difference) <= 4);
}

TEST_CASE("Q5 nothing is sealed to what is no key, and nothing beyond the limit") {
    const Keys keys;
    CHECK(sealFor("no key", bytesOf("x")).error().code() == "envelope.key");
    CHECK(sealFor("", bytesOf("x")).error().remedy() == Remedy::configuration);
    const Bytes large(kMaxSealedBytes + 1);
    CHECK(sealFor(keys.ours.publicPem(), large).error().code() == "envelope.too-large");
    CHECK(parseEnvelopeContent("{}").error().code() == "envelope.garbled");
}

TEST_CASE("operations are named as they are read") {
    for (const auto operation :
         {Operation::retrieveLater, Operation::reportError, Operation::confirmCopy})
        CHECK(operationNamed(name(operation)) == operation);
    CHECK(operationNamed("dance").error().code() == "request.unknown-operation");
}

} // namespace kiosk::authority
