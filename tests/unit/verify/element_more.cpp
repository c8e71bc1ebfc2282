// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/verify/element_more.h"

#include <array>
#include <limits>

#include "firmware/seal/der.h"
#include "tests/sandbox/issuing/der_writer.h"

namespace kiosk::tests {

namespace {

constexpr unsigned kConstructed = 0x20;
/// INTEGER 0; a NULL would change nothing for an algorithm that came without parameters.
constexpr std::array kMore{std::byte{seal::tag::kInteger}, std::byte{1}, std::byte{0}};

/// Writes a value anew, element by element, and counts its structures.
class Rewriter {
public:
    explicit Rewriter(std::size_t target) : target_(target) {}

    Bytes members(ByteView content) {
        Bytes all;
        seal::DerReader reader(content);
        while (!reader.atEnd()) {
            const Bytes one = element(reader.any().value());
            all.insert(all.end(), one.begin(), one.end());
        }
        return all;
    }

    std::size_t count() const { return count_; }

private:
    Bytes element(const seal::DerElement& read) {
        if ((read.tag & kConstructed) == 0)
            return sandbox::der::element(read.tag, read.content);
        const bool isTarget = count_++ == target_;
        Bytes content = members(read.content);
        if (isTarget)
            content.insert(content.end(), kMore.begin(), kMore.end());
        return sandbox::der::element(read.tag, content);
    }

    std::size_t target_;
    std::size_t count_ = 0;
};

} // namespace

std::size_t structureCount(ByteView der) {
    Rewriter rewriter(std::numeric_limits<std::size_t>::max());
    rewriter.members(der);
    return rewriter.count();
}

Bytes withElementMore(ByteView der, std::size_t index) {
    return Rewriter(index).members(der);
}

} // namespace kiosk::tests
