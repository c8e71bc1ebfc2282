// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

/// Picture files byte by byte, most of them a header without the pixels it promises.
namespace kiosk::tests {

/// A real PNG of one colour, one bit a pixel, so that little becomes much.
std::string blankPng(int width, int height);
std::string pngHeader(std::uint32_t width, std::uint32_t height);

/// `marker` 0xC0 for baseline, 0xC2 for progressive.
std::string jpegHeader(unsigned char marker, std::uint16_t width, std::uint16_t height);

/// 24 bits a pixel.
std::string bmpHeader(std::uint32_t width, std::uint32_t height);
/// The same with its pixels, black.
std::string bmpFile(std::uint32_t width, std::uint32_t height);

/// Two colours and the beginning of their pixels: whole for three of them.
std::string gifFile(std::uint16_t width, std::uint16_t height);

/// One strip that claims to hold everything.
std::string tiffHeader(std::uint32_t width, std::uint32_t height);

} // namespace kiosk::tests
