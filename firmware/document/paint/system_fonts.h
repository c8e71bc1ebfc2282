// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "firmware/document/paint/face.h"

namespace kiosk::document::paint {

enum class FontWeight { regular, bold };

/// The machine's fonts by family name (fontconfig), each opened once. Not thread-safe.
class SystemFonts {
public:
    /// Null where the family is not installed: nothing is put in its place here.
    std::shared_ptr<const Face> find(const std::string& family, FontWeight weight);

    /// Any installed font that has the character; null where none has.
    std::shared_ptr<const Face> findFor(char32_t character);

private:
    std::map<char32_t, std::shared_ptr<const Face>> byCharacter_;
    std::map<std::pair<std::string, FontWeight>, std::shared_ptr<const Face>> opened_;
};

} // namespace kiosk::document::paint
