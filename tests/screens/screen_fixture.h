// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "screens/citizen/screen.h"
#include "screens/kit/draw/assets.h"
#include "tests/screens/example_views.h"

namespace kiosk::test {

/// The assets of the product on the reference board, loaded once for a test program.
kit::Assets& assets();

citizen::ScreenContext context();

/// Every language of the product.
std::vector<visit::Language> allLanguages();

/// Every example in every language, size and theme asked for.
struct Setting {
    visit::Settings settings;
    std::string name; ///< "en largest yellowOnBlack"
};
std::vector<Setting> allSettings();

citizen::BuiltScreen build(const ExampleView& example, const visit::Settings& settings,
                           const citizen::ScreenContext& context);

} // namespace kiosk::test
