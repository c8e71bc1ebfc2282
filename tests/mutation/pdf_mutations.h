// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "tests/mutation/specimens.h"
#include "tests/support/pdf_contents.h"

/// Changes to sealed PDF licences.
namespace kiosk::tests::mutation {

/// A kind of change, how often it comes beside the others, and the changed file.
struct PdfChange {
    std::string_view name;
    std::size_t weight;
    Bytes (*make)(const Specimen& origin, Dice& dice, const World& world);
};

std::span<const PdfChange> pdfChanges();

} // namespace kiosk::tests::mutation
