// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "firmware/document/picture.h"

namespace kiosk::tests::golden {

/// How far apart two pictures of one size are, in levels of 0 to 255 of any colour, after both were
/// blurred over 3 x 3 pixels: another smoothing of an edge nearly vanishes so, a line that moved by
/// a pixel does not.
struct Difference {
    double mean = 0;
    double most = 0;
};

/// Nothing where the sizes differ.
std::optional<Difference> difference(const document::Picture& a, const document::Picture& b);

/// Whether a picture is the golden one but for another version's smoothing.
bool isSame(const Difference& difference);

/// A PNG file on white; nothing where there is none.
std::optional<document::Picture> readPng(const std::string& path);
/// Throws where it cannot be written.
void writePng(const std::string& path, const document::Picture& picture);

} // namespace kiosk::tests::golden
