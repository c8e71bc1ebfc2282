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

    /// A point as a key has one, of this name alone.
    Bytes point() const { return pointOf(name_); }

    Signer signer() const {
        return {name_, point(),
                [name = name_](ByteView message) -> Result<Bytes> { return of(name, message); }};
    }
    Known known() const {
        return {name_,
                [name = name_](ByteView message, ByteView signature) {
                    return std::ranges::equal(of(name, message), signature);
                },
                [](const Bytes& point) { return another(point); }};
    }

private:
    /// By its point, as a real key's name is.
    static Known another(const Bytes& point) {
        for (const char* name : {"3F7A-09C2-11D0-5E6B-77A0", "0BAD-0BAD-0BAD-0BAD-0BAD",
                                 "5EC0-5EC0-5EC0-5EC0-5EC0", "7A1D-7A1D-7A1D-7A1D-7A1D"})
            if (pointOf(name) == point)
                return FakeKey(name).known();
        return {"none", [](ByteView, ByteView) { return false; }, {}};
    }
    static Bytes pointOf(const std::string& name) {
        Bytes point = seal::digest(seal::DigestAlgorithm::sha512, toBytes(name));
        point.insert(point.begin(), std::byte{4});
        return point;
    }
    static Bytes of(const std::string& name, ByteView message) {
        return seal::digest(seal::DigestAlgorithm::sha512, toBytes(name + toText(message)));
    }

    std::string name_;
};

} // namespace kiosk::audit
