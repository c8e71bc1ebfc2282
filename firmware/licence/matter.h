// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "firmware/licence/licence.h"

namespace kiosk {

/// One thing people have done at an office (办事事项), and the licences that it takes. Data: what a
/// matter takes differs from place to place.
struct Matter {
    /// A kind of licence, by whichever of its codes a region gives it.
    struct Need {
        std::string name;                   ///< "居住证", official and so the same in each language
        std::vector<std::string> typeCodes; ///< 21 characters each; any of them will do
        bool optional = false;              ///< the office goes on without it

        bool operator==(const Need&) const = default;
    };

    std::string key;        ///< "school-entry": the screens' name for it in assets/texts
    std::string text;       ///< "入学报名", where the texts have no word for it, and on paper
    std::string purposeKey; ///< of the copies that are made for it
    Holder::Kind holder = Holder::Kind::person; ///< whose licences
    std::vector<Need> needs;                    ///< at least one

    bool operator==(const Matter&) const = default;
};

/// Whether a licence of this type is what is needed.
bool meets(const Matter::Need& need, std::string_view typeCode);

/// 21 characters of 0-9 and A-Z (GB/T 36904). Its check character is not judged: what a region
/// calls a type is right for that region.
bool isLicenceTypeCode(std::string_view code);

} // namespace kiosk
