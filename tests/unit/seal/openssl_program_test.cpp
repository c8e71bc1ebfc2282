// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "firmware/seal/signed_value.h"
#include "tests/sandbox/issuing/cms_writer.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/seal/holders.h"

using namespace kiosk;
using namespace kiosk::seal;
using namespace kiosk::sandbox;
using namespace kiosk::tests;
using Padding = SigningMethod::Padding;

namespace {

const Bytes kMessage = toBytes("electronic licence");

/// Runs the openssl program in a folder of its own; an independent judge of what we made.
class Program {
public:
    static bool isThere() {
        const bool found = std::system("openssl version >/dev/null 2>&1") == 0;
        if (!found)
            std::cout << "skipped: no openssl program\n";
        return found;
    }

    void save(const std::string& name, ByteView bytes) const {
        REQUIRE(writeFile(folder_.path() / name, bytes));
    }

    Bytes read(const std::string& name) const { return readFile(folder_.path() / name).value(); }

    bool accepts(const std::string& arguments) const {
        const std::string command =
            "cd '" + folder_.path().string() + "' && openssl " + arguments + " >out 2>&1";
        return std::system(command.c_str()) == 0;
    }

private:
    TemporaryFolder folder_;
};

std::string verifyOptions(KeyKind key, const SigningMethod& method) {
    if (key == KeyKind::sm2)
        return "-digest sm3 -pkeyopt distid:1234567812345678";
    std::string options = "-digest sha256";
    if (method.padding == Padding::pss)
        options += " -pkeyopt rsa_padding_mode:pss -pkeyopt rsa_pss_saltlen:32";
    return options;
}

} // namespace

TEST_CASE("V10 the openssl program and we agree on every kind of value") {
    if (!Program::isThere())
        return;
    const auto [key, padding] = GENERATE(table<KeyKind, Padding>({
        {KeyKind::sm2, Padding::pkcs1},
        {KeyKind::rsa2048, Padding::pkcs1},
        {KeyKind::rsa2048, Padding::pss},
        {KeyKind::p256, Padding::pkcs1},
        {KeyKind::p384, Padding::pkcs1},
    }));
    const Keyholder holder = selfSigned({.key = key});
    SigningMethod method = usualMethod(key);
    method.padding = padding;
    if (key != KeyKind::sm2)
        method.digest = DigestAlgorithm::sha256;
    Bytes value = holder.sign(kMessage, method).value();
    const Program openssl;
    openssl.save("signer.pem", bytesOf(holder.certificatePem()));
    openssl.save("message", kMessage);
    const auto bothSay = [&](bool matches) {
        openssl.save("value", value);
        CHECK(openssl.accepts("pkeyutl -verify -rawin -certin -inkey signer.pem -in message "
                              "-sigfile value " +
                              verifyOptions(key, method)) == matches);
        CHECK((checkSignature(holder.certificate(), algorithmOf(key, method), kMessage, value) ==
               SignatureMatch::matches) == matches);
    };
    bothSay(true);
    value.back() ^= std::byte{1};
    bothSay(false);
}

TEST_CASE("V10 the openssl program verifies the CMS we write") {
    if (!Program::isThere())
        return;
    const auto key = GENERATE(KeyKind::rsa2048, KeyKind::p256);
    const Keyholder holder = selfSigned({.key = key});
    const Program openssl;
    openssl.save("message", kMessage);
    openssl.save("other", bytesOf("another licence"));
    openssl.save("ours", makeSignedData({.identifiers = CmsContent::Identifiers::international,
                                         .data = kMessage,
                                         .signedAt = kHoldersTime},
                                        holder)
                             .value());
    const std::string verify = "cms -verify -binary -inform DER -in ours -noverify -out data ";
    CHECK(openssl.accepts(verify + "-content message"));
    CHECK_FALSE(openssl.accepts(verify + "-content other"));
}

TEST_CASE("V10 we verify the CMS the openssl program writes") {
    if (!Program::isThere())
        return;
    const std::string options = GENERATE(as<std::string>{}, "-newkey rsa:2048",
                                         "-newkey ec -pkeyopt ec_paramgen_curve:P-256");
    const std::string padding = GENERATE(as<std::string>{}, "", "-keyopt rsa_padding_mode:pss");
    if (!padding.empty() && options != "-newkey rsa:2048")
        return;
    const Program openssl;
    openssl.save("message", kMessage);
    REQUIRE(
        openssl.accepts("req -x509 -nodes -subj /CN=test -keyout key -out certificate " + options));
    REQUIRE(openssl.accepts("cms -sign -binary -outform DER -in message -signer certificate "
                            "-inkey key -out theirs -md sha256 " +
                            padding));
    const SignedValue value = parseSignedValue(openssl.read("theirs")).value();
    CHECK(value.dataHash == digest(DigestAlgorithm::sha256, kMessage));
    CHECK(value.attributes == SignedValue::Attributes::consistent);
    CHECK(checkSignature(value.signerCertificate, value.algorithm, value.signedBytes,
                         value.value) == SignatureMatch::matches);
}
