// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>

namespace kiosk::app {

/// A short list that is written where it is used, of a constant; more than `Most` do not compile.
template <typename T, std::size_t Most>
class Few {
public:
    constexpr Few() = default;
    constexpr Few(std::initializer_list<T> all) : size_(all.size()) {
        std::copy(all.begin(), all.end(), all_.begin());
    }
    constexpr const T* begin() const { return all_.data(); }
    constexpr const T* end() const { return all_.data() + size_; }
    constexpr std::size_t size() const { return size_; }
    constexpr bool empty() const { return size_ == 0; }

private:
    std::array<T, Most> all_{};
    std::size_t size_ = 0;
};

} // namespace kiosk::app
