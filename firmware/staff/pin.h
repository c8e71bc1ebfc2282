// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace kiosk::staff {

/// A PIN being typed: six to eight digits. Lies in place and is wiped when it goes; its digits
/// leave it only to be judged.
class Pin {
public:
    static constexpr std::size_t kLeast = 6;
    static constexpr std::size_t kMost = 8;

    Pin() = default;
    /// Of digits already known to be a PIN's; more than eight are left out.
    explicit Pin(std::string_view digits);
    Pin(const Pin&) = default;
    Pin& operator=(const Pin&) = default;
    ~Pin();

    void add(int digit); ///< 0–9; beyond the eighth nothing happens
    void eraseLast();
    std::size_t size() const { return size_; }
    bool isLongEnough() const { return size_ >= kLeast; }
    std::string_view digits() const { return {digits_.data(), size_}; }

private:
    std::array<char, kMost> digits_{};
    std::size_t size_ = 0;
};

/// Six to eight digits, neither all the same nor one after the other, up or down: what is tried
/// first.
bool isGoodPin(std::string_view digits);

} // namespace kiosk::staff
