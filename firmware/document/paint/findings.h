// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::document::paint {

/// What had to be left out or replaced, each code with its place once, in the order met.
class Findings {
public:
    explicit Findings(std::vector<std::string> first = {}) : all_(std::move(first)) {}

    void add(std::string_view code, std::string_view place) {
        std::string line(code);
        line.append(": ").append(place);
        // Hostile files could fill the memory with complaints.
        if (all_.size() < kMost && std::ranges::find(all_, line) == all_.end())
            all_.push_back(std::move(line));
    }
    const std::vector<std::string>& all() const { return all_; }

private:
    static constexpr std::size_t kMost = 500;
    std::vector<std::string> all_;
};

} // namespace kiosk::document::paint
