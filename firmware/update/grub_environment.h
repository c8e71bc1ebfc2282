// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>

#include "firmware/base/bytes.h"

namespace kiosk::update {

/// What loader and system tell each other: GRUB's environment block, 1,024 bytes of `name=value`
/// lines filled up with '#' (GRUB manual, "The GRUB environment block").
class GrubEnvironment {
public:
    static constexpr std::size_t kSize = 1024;

    /// Nothing where the bytes are no such block.
    static std::optional<GrubEnvironment> parse(ByteView block);

    std::optional<std::string> get(const std::string& name) const;
    /// `value` is one line.
    void set(const std::string& name, std::string value);

    /// The block, kSize bytes. A line that does not fit is left out, as GRUB's own tools refuse it.
    Bytes block() const;

private:
    std::map<std::string, std::string> values_;
};

} // namespace kiosk::update
