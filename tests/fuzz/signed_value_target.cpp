// SPDX-License-Identifier: Apache-2.0
#include "firmware/seal/certificate.h"
#include "firmware/seal/electronic_seal.h"
#include "firmware/seal/signed_value.h"
#include "tests/fuzz/input.h"

using namespace kiosk;

/// The same bytes as a signature value, as a seal and as a certificate: each is strict about what
/// it takes, and none may stumble over the others' structures.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView der = fuzz::input(data, size);
    if (const auto value = seal::parseSignedValue(der))
        fuzz::expectAlways(!value->value.empty());
    if (const auto seal = seal::parseSeal(der))
        static_cast<void>(seal->lists(seal->makerCertificate));
    static_cast<void>(seal::parseCertificate(der));
    return 0;
}
