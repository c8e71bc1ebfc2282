// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "firmware/seal/digest.h"
#include "firmware/tpm/sealed.h"
#include "firmware/tpm/talk.h"
#include "firmware/tpm/tpm.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/tpm/some_tpm.h"

namespace kiosk::tpm {

namespace {

KIOSK_LATE(kEsys, Esys_PCR_Extend); // NOLINT(readability-identifier-naming): the library's own

const Bytes kSecret = toBytes("32 bytes that open some disk....");

bool isSecretIn(ByteView told) {
    return !std::ranges::search(told, kSecret).empty();
}

/// As the firmware does what it starts, into one of the TPM's registers.
Result<> measure(const Transport& at, unsigned pcr, std::string_view what) {
    const Talk talk = TRY(Talk::open(at));
    const Bytes digest = seal::digest(seal::DigestAlgorithm::sha256, bytesOf(what));
    TPML_DIGEST_VALUES values{};
    values.count = 1;
    values.digests[0].hashAlg = TPM2_ALG_SHA256;
    std::ranges::copy(digest, reinterpret_cast<std::byte*>(values.digests[0].digest.sha256));
    return done(Esys_PCR_Extend(talk.context(), ESYS_TR_PCR0 + pcr, ESYS_TR_PASSWORD, ESYS_TR_NONE,
                                ESYS_TR_NONE, &values));
}

void checkRefused(const Result<Bytes>& answer, std::string_view code) {
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code() == code);
    CHECK(answer.error().remedy() == Remedy::technician);
}

} // namespace

TEST_CASE("Q5 a TPM gives out what it sealed, of any size it takes, and says what it is bound to") {
    const auto tpm = someTpm();
    if (!tpm)
        return;
    const Transport at = tpm->place().transport;
    for (const auto binding : {Binding::tpm, Binding::secureBoot})
        for (const std::size_t size : {std::size_t{1}, std::size_t{32}, kMostSecretBytes}) {
            CAPTURE(size);
            const Bytes secret(size, std::byte{0x5A});
            const auto sealed = seal(secret, binding, at);
            REQUIRE(sealed);
            CHECK(bindingOf(*sealed) == binding);
            CHECK(unseal(*sealed, at) == secret);
        }
    for (const std::size_t size : {std::size_t{0}, kMostSecretBytes + 1, std::size_t{4096}}) {
        CAPTURE(size);
        const auto refused = seal(Bytes(size), Binding::tpm, at);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code() == "tpm.failed");
    }
}

TEST_CASE("Q5 a sealed secret is not in what is kept of it, and in no other TPM") {
    const auto tpm = someTpm();
    if (!tpm)
        return;
    const auto sealed = seal(kSecret, Binding::tpm, tpm->place().transport);
    REQUIRE(sealed);
    CHECK_FALSE(isSecretIn(sealed->publicPart));
    CHECK_FALSE(isSecretIn(sealed->privatePart));
    const auto other = someTpm();
    checkRefused(unseal(*sealed, other->place().transport), "tpm.other");
    CHECK(unseal(*sealed, tpm->place().transport) == kSecret);
}

TEST_CASE("Q5 however often power is cut, the TPM gives the secret out afterwards") {
    const auto tpm = someTpm();
    if (!tpm)
        return;
    const auto sealed = seal(kSecret, Binding::tpm, tpm->place().transport);
    REQUIRE(sealed);
    for (int cut = 0; cut < 12; ++cut) { // with a lock it would be 3
        CAPTURE(cut);
        tpm->cutPower();
        checkRefused(unseal(*sealed, tpm->place().transport), "tpm.absent");
        REQUIRE(tpm->powerOn());
        REQUIRE(unseal(*sealed, tpm->place().transport) == kSecret);
    }
}

TEST_CASE("Q5 what is bound to Secure Boot comes out while that is as it was, and then not") {
    const auto tpm = someTpm();
    if (!tpm)
        return;
    const Transport at = tpm->place().transport;
    REQUIRE(measure(at, 7, "Secure Boot on, with these keys"));
    const auto bound = seal(kSecret, Binding::secureBoot, at);
    const auto unbound = seal(kSecret, Binding::tpm, at);
    REQUIRE(bound);
    REQUIRE(unbound);
    REQUIRE(measure(at, 4, "another loader")); // an update is another one
    CHECK(unseal(*bound, at) == kSecret);
    REQUIRE(measure(at, 7, "another key"));
    checkRefused(unseal(*bound, at), "tpm.other-boot");
    CHECK(unseal(*unbound, at) == kSecret);

    tpm->cutPower();
    REQUIRE(tpm->powerOn());
    const Transport again = tpm->place().transport;
    checkRefused(unseal(*bound, again), "tpm.other-boot"); // Secure Boot is off
    REQUIRE(measure(again, 7, "Secure Boot on, with these keys"));
    CHECK(unseal(*bound, again) == kSecret);
}

TEST_CASE("Q5 whoever listens on the wires to the TPM does not hear the secret") {
    const auto tpm = someTpm();
    if (!tpm)
        return;
    const tests::TemporaryFolder folder;
    const auto heard = folder.path() / "heard"; // by the library's own tap
    ::setenv("TCTI_PCAP_FILE", heard.c_str(), 1);
    const Transport tapped{KIOSK_LIBTSS2_TCTI_PCAP, "Tss2_Tcti_Pcap_Init",
                           "swtpm:" + tpm->place().transport.at};
    for (const auto binding : {Binding::tpm, Binding::secureBoot}) {
        const auto sealed = seal(kSecret, binding, tapped);
        REQUIRE(sealed);
        REQUIRE(unseal(*sealed, tapped) == kSecret);
        const auto told = readFile(heard);
        REQUIRE(told);
        CHECK_FALSE(std::ranges::search(*told, sealed->privatePart).empty());
        CHECK_FALSE(isSecretIn(*told));
    }
    ::unsetenv("TCTI_PCAP_FILE");
}

TEST_CASE("Q5 a sealed secret that somebody changed is refused, and nothing else unsealed") {
    const auto tpm = someTpm();
    if (!tpm)
        return;
    const Transport at = tpm->place().transport;
    const auto sealed = seal(kSecret, Binding::tpm, at);
    REQUIRE(sealed);
    for (std::size_t i = 0; i < sealed->publicPart.size(); i += 3) {
        CAPTURE(i);
        KeyBlob changed = *sealed;
        changed.publicPart[i] ^= std::byte{1};
        CHECK_FALSE(unseal(changed, at));
    }
    for (std::size_t i = 0; i < sealed->privatePart.size(); i += 7) {
        CAPTURE(i);
        KeyBlob changed = *sealed;
        changed.privatePart[i] ^= std::byte{1};
        CHECK_FALSE(unseal(changed, at));
    }
    const auto signer = makeSigner(at);
    REQUIRE(signer);
    checkRefused(unseal(*signer, at), "tpm.key-file");
    checkRefused(sign(*sealed, kSecret, at), "tpm.key-file");
}

} // namespace kiosk::tpm
