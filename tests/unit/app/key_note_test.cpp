// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/app/audit_record.h"
#include "firmware/app/key_note.h"
#include "firmware/base/files.h"
#include "tests/support/swtpm.h"

namespace kiosk::app {

namespace {

/// Nothing, with a warning, where this machine has none to try with.
std::unique_ptr<tests::Swtpm> someTpm() {
    auto tpm = tests::Swtpm::start();
    if (tpm)
        return std::move(*tpm);
    WARN("skipped: " << tpm.error().line());
    return nullptr;
}

const WallTime kNow = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);

Result<audit::Tip> noteStart(const std::filesystem::path& state, const tpm::Place& at,
                             const std::shared_ptr<KeyNote>& note) {
    const audit::Record record = TRY(openRecord(state, note, at));
    return record.append(audit::entry<"config.taken">(std::string(64, 'a')), kNow);
}

tpm::Place noTpm() {
    return {.transport = {tpm::kernelTransport().library, tpm::kernelTransport().init, "/none"},
            .node = "/none",
            .told = "/none",
            .isOurs = true};
}

} // namespace

TEST_CASE("D12 a kiosk tells that its key lies in a file, which is no fault without a TPM") {
    const tests::TemporaryFolder state;
    CHECK_FALSE(keyHealthBeside(state.path(), noTpm()).place); // it has none yet
    const auto note = std::make_shared<KeyNote>();
    REQUIRE(noteStart(state.path(), noTpm(), note));
    for (const health::Key& key : {note->told(), keyHealthBeside(state.path(), noTpm())}) {
        CHECK(key.place == health::KeyPlace::file);
        CHECK_FALSE(key.hasBetter);
        CHECK(key.signs == health::Outcome{});
    }
}

TEST_CASE("S2 the record is signed by the key in the TPM, and goes on with it after a start") {
    const auto tpm = someTpm();
    if (!tpm)
        return;
    const tests::TemporaryFolder state;
    for (std::uint64_t number = 1; number <= 2; ++number) {
        const auto note = std::make_shared<KeyNote>();
        const auto tip = noteStart(state.path(), tpm->place(), note);
        REQUIRE(tip);
        CHECK(tip->number == number);
        CHECK(note->told().place == health::KeyPlace::tpm);
        CHECK(note->told().signs == health::Outcome{});
    }
    CHECK(recordHealthBeside(state.path()).whole == health::Outcome{});
}

TEST_CASE("S2 without its TPM nothing goes on record, and the kiosk tells why") {
    const auto tpm = someTpm();
    if (!tpm)
        return;
    const tests::TemporaryFolder state;
    REQUIRE(noteStart(state.path(), tpm->place(), std::make_shared<KeyNote>()));
    const auto other = someTpm();
    tpm->cutPower();
    for (const auto& [place, code] : {std::pair(tpm->place(), std::string("tpm.absent")),
                                      std::pair(other->place(), std::string("tpm.other"))}) {
        CAPTURE(code);
        const auto note = std::make_shared<KeyNote>();
        const auto tip = noteStart(state.path(), place, note);
        REQUIRE_FALSE(tip);
        CHECK(tip.error().code() == code);
        for (const health::Key& key : {note->told(), keyHealthBeside(state.path(), place)}) {
            CHECK(key.place == health::KeyPlace::tpm);
            CHECK(key.signs == health::Outcome{health::Cause(code, Remedy::technician)});
        }
    }
    CHECK(recordHealthBeside(state.path()).last == 1);
}

TEST_CASE("S2 who ends the kiosk does not wait for a TPM whose driver does not come") {
    const tests::TemporaryFolder state;
    tpm::Place place = noTpm();
    place.told = state.path(); // the firmware tells of one
    const auto note = std::make_shared<KeyNote>();
    note->leave();
    const auto tip = noteStart(state.path(), place, note);
    REQUIRE_FALSE(tip);
    CHECK(tip.error().code() == "tpm.absent");
    CHECK_FALSE(std::filesystem::exists(state.path() / handout::kKeyFileName));
}

TEST_CASE("D12 a key in a file where there is a TPM is told as one that is not sealed") {
    const auto tpm = someTpm();
    if (!tpm)
        return;
    const tests::TemporaryFolder state;
    REQUIRE(noteStart(state.path(), noTpm(), std::make_shared<KeyNote>()));
    const auto note = std::make_shared<KeyNote>();
    REQUIRE(noteStart(state.path(), tpm->place(), note));
    CHECK(note->told().place == health::KeyPlace::file);
    CHECK(note->told().hasBetter);
}

TEST_CASE("D12 a key that cannot be read is told, and who must act") {
    const tests::TemporaryFolder state;
    REQUIRE(writeFile(state.path() / handout::kKeyFileName, bytesOf("no key")));
    const auto key = keyHealthBeside(state.path(), noTpm());
    CHECK_FALSE(key.place);
    CHECK(key.signs == health::Outcome{health::Cause("handout.key", Remedy::technician)});
}

} // namespace kiosk::app
