// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <span>

#include "firmware/seal/digest.h"

namespace kiosk::seal {

/// Answers of a pure function of bytes, for the questions asked last. One certificate is asked
/// about half a dozen times while a seal is judged, and an issuer's chain again with each of its
/// files.
///
/// A question is known by the SHA-256 digest of its parts and their lengths, so that only equal
/// bytes get an answer given before. Holds what certificates and seals say, nothing of a licence's
/// content. For one thread: declared thread_local where it is used.
template <typename Answer, std::size_t capacity>
class Recent {
public:
    /// The answer remembered, or else what `ask()` answers now. Valid until the next call.
    template <typename Ask>
    const Answer& answer(std::span<const ByteView> question, Ask ask) {
        Bytes key = keyOf(question); // empty where it could not be computed, which equals nothing
        auto found = std::ranges::find(entries_, key, &Entry::key);
        if (found == entries_.end() || key.empty()) {
            found = entries_.begin() + static_cast<std::ptrdiff_t>(oldest_);
            oldest_ = (oldest_ + 1) % capacity;
            *found = {};
            found->answer = ask();
            found->key = std::move(key);
        }
        return found->answer;
    }

private:
    struct Entry {
        Bytes key;
        Answer answer{};
    };

    static Bytes keyOf(std::span<const ByteView> question) {
        Bytes all;
        for (const ByteView part : question) {
            for (unsigned shift = 0; shift < 64; shift += 8)
                all.push_back(static_cast<std::byte>(std::uint64_t{part.size()} >> shift));
            all.insert(all.end(), part.begin(), part.end());
        }
        return digest(DigestAlgorithm::sha256, all);
    }

    std::array<Entry, capacity> entries_;
    std::size_t oldest_ = 0;
};

} // namespace kiosk::seal
