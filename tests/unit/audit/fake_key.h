// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/audit/signed_text.h"
#include "firmware/seal/digest.h"

namespace kiosk::audit {

/// A key whose signatures cost nothing and which this test alone can make: a digest of its name and
/// the message.
class FakeKey {
public:
    explicit FakeKey(std::string name) : name_(std::move(name)) {}

    Signer signer() const {
        return {name_, toBytes(name_),
                [name = name_](ByteView message) -> Result<Bytes> { return of(name, message); }};
    }
    Known known() const {
        return {name_, [name = name_](ByteView message, ByteView signature) {
                    return std::ranges::equal(of(name, message), signature);
                }};
    }

private:
    static Bytes of(const std::string& name, ByteView message) {
        return seal::digest(seal::DigestAlgorithm::sha512, toBytes(name + toText(message)));
    }

    std::string name_;
};

} // namespace kiosk::audit
