// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/app/audit_record.h"
#include "firmware/app/kioskctl/key_change.h"
#include "firmware/audit/judgement.h"
#include "firmware/base/files.h"
#include "tests/support/swtpm.h"

// S2: the kiosk's key is changed deliberately, and its record goes on.

namespace kiosk::app {

namespace {

using handout::DeviceKey;

const WallTime kNow = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);

tpm::Place noTpm() {
    return {.transport = {tpm::kernelTransport().library, tpm::kernelTransport().init, "/none"},
            .node = "/none",
            .told = "/none",
            .isOurs = true};
}

/// A kiosk that has recorded something.
struct Site {
    tests::TemporaryFolder folder;
    std::filesystem::path state = folder.path();
    std::filesystem::path file = state / handout::kKeyFileName;
    tpm::Place at = noTpm();

    explicit Site(tpm::Place place = noTpm()) : at(std::move(place)) { record(3); }

    void record(int times = 1) const {
        const audit::Record record = openRecord(state, std::make_shared<KeyNote>(), at).value();
        for (int i = 0; i < times; ++i)
            REQUIRE(record.append(audit::entry<"copy.printed">("990000", i), kNow));
    }
    DeviceKey key() const { return DeviceKey::open(file, at).value(); }
    audit::Judgement judgedBy(const Bytes& point) const {
        const auto stored = audit::readFolder(state / audit::kFolderName, audit::Reads::all);
        return audit::judge(stored.value(), knownOf(point));
    }
    bool isWholeBy(const Bytes& point) const { return judgedBy(point).isWhole(); }
};

struct Cut {};

} // namespace

TEST_CASE("S2 another key is the kiosk's, and the record is whole by the old one and the new") {
    const Site site;
    const Bytes old = site.key().publicPoint();
    const auto change = changeKey(site.state, kNow, site.at);
    REQUIRE(change);
    CHECK(change->before == handout::fingerprintOf(old));
    CHECK(change->after == site.key().fingerprint());
    CHECK(change->before != change->after);
    CHECK(change->isOnRecord);
    CHECK_FALSE(change->isInTpm);
    CHECK_FALSE(std::filesystem::exists(handout::nextKeyFile(site.file)));
    site.record(2);
    CHECK(site.isWholeBy(old));
    CHECK(site.isWholeBy(site.key().publicPoint()));
    CHECK(site.judgedBy(old).key == change->after);
    CHECK(site.judgedBy(old).count == 7);
    REQUIRE(changeKey(site.state, kNow, site.at)); // and once more
    site.record();
    CHECK(site.isWholeBy(old));
    CHECK(site.isWholeBy(site.key().publicPoint()));
}

TEST_CASE(
    "S2 a change that is cut at any step leaves a key that signs, and a record that goes on") {
    for (const KeyStep step :
         {KeyStep::made, KeyStep::handedOver, KeyStep::kept, KeyStep::takenOver}) {
        CAPTURE(static_cast<int>(step));
        const Site site;
        const Bytes old = site.key().publicPoint();
        CHECK_THROWS_AS(changeKey(site.state, kNow, site.at,
                                  [step](KeyStep at) {
                                      if (at == step)
                                          throw Cut();
                                  }),
                        Cut);
        CHECK(site.key().sign(bytesOf("anything")));
        CHECK((site.key().publicPoint() == old) == (step < KeyStep::kept));
        CHECK(site.isWholeBy(old));
        site.record(2); // the kiosk starts
        CHECK(site.isWholeBy(old));
        CHECK(site.isWholeBy(site.key().publicPoint()));
        REQUIRE(changeKey(site.state, kNow, site.at)); // the technician tries again
        site.record();
        CHECK(site.isWholeBy(old));
        CHECK(site.isWholeBy(site.key().publicPoint()));
    }
}

TEST_CASE("S2 a kiosk without a record gets another key, and one without a key is told so") {
    const tests::TemporaryFolder state;
    CHECK(changeKey(state.path(), kNow, noTpm()).error().code() == "handout.key");
    const auto file = state.path() / handout::kKeyFileName;
    const std::string before = DeviceKey::openOrMake(file, noTpm()).value().fingerprint();
    const auto change = changeKey(state.path(), kNow, noTpm());
    REQUIRE(change);
    CHECK_FALSE(change->isOnRecord);
    CHECK(change->before == before);
    CHECK_FALSE(std::filesystem::exists(state.path() / audit::kFolderName));
}

TEST_CASE("S2 a key that cannot say which follows stays, and nothing is recorded") {
    Site site;
    REQUIRE(writeFile(site.file, bytesOf("spoilt")));
    CHECK(changeKey(site.state, kNow, site.at).error().code() == "handout.key");
    CHECK(toText(readFile(site.file).value()) == "spoilt");
}

TEST_CASE("S2 a key in a TPM is followed by one in it, whatever program asks") {
    const auto tpm = tests::Swtpm::start();
    if (!tpm) {
        WARN("skipped: " << tpm.error().line());
        return;
    }
    const Site site((*tpm)->place());
    REQUIRE(site.key().isInTpm());
    const Bytes old = site.key().publicPoint();
    tpm::Place atTerminal = site.at;
    atTerminal.isOurs = false;
    const auto change = changeKey(site.state, kNow, atTerminal);
    REQUIRE(change);
    CHECK(change->isInTpm);
    CHECK(site.key().isInTpm());
    site.record();
    CHECK(site.isWholeBy(old));
    CHECK(site.isWholeBy(site.key().publicPoint()));
}

} // namespace kiosk::app
