// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <type_traits>

#include "firmware/base/bytes.h"

namespace kiosk::drivers::vendor::hosted {

/// What one packet between the kiosk and a supplier's process holds: values one after another, as
/// they lie in memory, for both ends are of one build. The socket keeps packets apart and knows
/// their lengths. Wiped after use, for it may hold a card.
class Packet {
public:
    static constexpr std::size_t kLongest = 8192;

    Packet() = default;
    explicit Packet(ByteView bytes);
    ~Packet() { clear(); }
    Packet(const Packet&) = delete;
    Packet& operator=(const Packet&) = delete;

    template <typename T>
    void put(const T& value) {
        static_assert(std::is_trivially_copyable_v<T> && sizeof(T) <= kLongest);
        if (sizeof(T) > kLongest - size_) {
            fits_ = false;
            return;
        }
        std::memcpy(bytes_.data() + size_, &value, sizeof(T));
        size_ += sizeof(T);
    }
    /// The next value; false, and `value` as it was, where the packet ends before.
    template <typename T>
    bool take(T& value) {
        static_assert(std::is_trivially_copyable_v<T>);
        if (sizeof(T) > size_ - taken_)
            return false;
        std::memcpy(&value, bytes_.data() + taken_, sizeof(T));
        taken_ += sizeof(T);
        return true;
    }
    ByteView bytes() const { return std::span(bytes_).first(size_); }
    /// Everything was taken.
    bool isAtEnd() const { return taken_ == size_; }
    void clear();

    /// Never waits. False when the other end is gone or does not listen, or more was put in than
    /// a packet holds.
    bool send(int socket) const;
    /// Waits for the next packet instead of what this one held. False when the other end is gone,
    /// or sent nothing, or more than a packet holds.
    bool receive(int socket);

private:
    std::array<std::byte, kLongest> bytes_;
    std::size_t size_ = 0;
    std::size_t taken_ = 0;
    bool fits_ = true;
};

} // namespace kiosk::drivers::vendor::hosted
