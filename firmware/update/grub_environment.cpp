// SPDX-License-Identifier: Apache-2.0
#include "firmware/update/grub_environment.h"

#include <utility>

#include "firmware/base/text.h"

namespace kiosk::update {

namespace {

constexpr std::string_view kHeader = "# GRUB Environment Block\n";
constexpr char kFill = '#';

} // namespace

std::optional<GrubEnvironment> GrubEnvironment::parse(ByteView block) {
    const std::string text = toText(block);
    if (text.size() != kSize || !text.starts_with(kHeader))
        return std::nullopt;
    GrubEnvironment environment;
    for (const std::string_view line : split(text, '\n')) {
        const std::size_t equals = line.find('=');
        if (!line.starts_with(kFill) && equals != std::string_view::npos)
            environment.set(std::string(line.substr(0, equals)),
                            std::string(line.substr(equals + 1)));
    }
    return environment;
}

std::optional<std::string> GrubEnvironment::get(const std::string& name) const {
    const auto value = values_.find(name);
    return value == values_.end() ? std::nullopt : std::optional(value->second);
}

void GrubEnvironment::set(const std::string& name, std::string value) {
    values_[name] = std::move(value);
}

Bytes GrubEnvironment::block() const {
    std::string text(kHeader);
    for (const auto& [name, value] : values_) {
        const std::size_t size = name.size() + value.size() + 2;
        if (text.size() + size <= kSize)
            text.append(name).append("=").append(value).append("\n");
    }
    text.resize(kSize, kFill);
    const ByteView bytes = bytesOf(text);
    return {bytes.begin(), bytes.end()};
}

} // namespace kiosk::update
