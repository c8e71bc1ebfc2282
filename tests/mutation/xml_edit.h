// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/mutation/entries.h"

/// Edits of an XML file as text, so that everything else in it stays byte for byte.
namespace kiosk::tests::mutation {

/// From the first to behind the last byte of something.
struct Stretch {
    std::size_t begin = 0, end = 0;

    std::size_t size() const { return end - begin; }
};

/// All elements below the root, each with its tags and content.
std::vector<Stretch> elementsIn(std::string_view xml);
/// The values of all attributes, without their quotes.
std::vector<Stretch> attributeValuesIn(std::string_view xml);
/// All texts between tags that are not blank.
std::vector<Stretch> textsIn(std::string_view xml);

/// Values and texts that name a file of the package.
std::vector<Stretch> referencesIn(std::string_view xml);

} // namespace kiosk::tests::mutation
