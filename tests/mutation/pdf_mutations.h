// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "tests/mutation/specimens.h"

/// Changes to sealed PDF licences.
namespace kiosk::tests::mutation {

/// A kind of change, how often it comes beside the others, and the changed file.
struct PdfChange {
    std::string_view name;
    std::size_t weight;
    Bytes (*make)(const Specimen& origin, Dice& dice, const World& world);
};

std::span<const PdfChange> pdfChanges();

/// Where a file's last signature value stands: its digits, and what pads them.
struct PdfContents {
    explicit PdfContents(std::string_view pdf);

    std::size_t begin;   ///< first digit
    std::size_t padding; ///< first digit after the value
    std::size_t end;     ///< after the last digit
};

} // namespace kiosk::tests::mutation
