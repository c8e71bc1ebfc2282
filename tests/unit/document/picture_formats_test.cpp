// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <cstring>

#include <jpeglib.h>
#include <png.h>
#include <tiffio.h>

#include "firmware/base/files.h"
#include "firmware/document/paint/images.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/document/drawing.h"

using namespace kiosk;
using namespace kiosk::tests;
using document::Stamp;
using document::paint::decodeImage;
using document::paint::Surface;

namespace {

void appendBytes(png_structp png, png_bytep data, png_size_t size) {
    auto& bytes = *static_cast<std::string*>(png_get_io_ptr(png));
    bytes.append(data, data + size);
}

/// Rows of packed samples as a PNG of that depth and colour type.
std::string pngOf(unsigned width, unsigned height, int bits, int type,
                  std::vector<std::vector<unsigned char>> rows) {
    std::string bytes;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(png, &bytes, appendBytes, nullptr);
    png_set_IHDR(png, info, width, height, bits, type, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_BASE, PNG_FILTER_TYPE_BASE);
    png_write_info(png, info);
    for (auto& row : rows)
        png_write_row(png, row.data());
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return bytes;
}

/// 2 x 1: black, white.
std::string oneBitPng() {
    return pngOf(2, 1, 1, PNG_COLOR_TYPE_GRAY, {{0x40}});
}

/// A plain JPEG of one colour; four components are CMYK as Adobe writes it, inverted.
std::string jpegOf(std::vector<unsigned char> colour) {
    jpeg_compress_struct info{};
    jpeg_error_mgr errors{};
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    unsigned char* data = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&info, &data, &size);
    info.image_width = 16;
    info.image_height = 16;
    info.input_components = static_cast<int>(colour.size());
    info.in_color_space = colour.size() == 4 ? JCS_CMYK : JCS_RGB;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, 100, TRUE);
    jpeg_start_compress(&info, TRUE);
    std::vector<unsigned char> row;
    for (int x = 0; x < 16; ++x)
        row.insert(row.end(), colour.begin(), colour.end());
    unsigned char* samples = row.data();
    while (info.next_scanline < info.image_height)
        jpeg_write_scanlines(&info, &samples, 1);
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    std::string bytes(data, data + size);
    std::free(data);
    return bytes;
}

/// 16 x 2: the upper row black, the lower one white, as fax machines send it.
std::string faxTiff() {
    const TemporaryFolder folder;
    const std::string path = folder.path() / "fax.tif";
    TIFF* tiff = TIFFOpen(path.c_str(), "w");
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, 16);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, 2);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 1);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, 2);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_CCITTFAX4);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    std::array<unsigned char, 2> black{0xFF, 0xFF}, white{0, 0};
    TIFFWriteScanline(tiff, black.data(), 0);
    TIFFWriteScanline(tiff, white.data(), 1);
    TIFFClose(tiff);
    return toText(readFile(path).value());
}

/// 1 x 1 pixel of red.
std::string redGif() {
    return toText(fromHex("47494638396101000100800000ff0000000000"
                          "2c00000000010001000002024401003b")
                      .value());
}

/// 1 x 1 pixel of red, 24 bits.
std::string redBmp() {
    return toText(fromHex("424d3a00000000000000360000002800000001000000010000000100180000000000"
                          "04000000000000000000000000000000000000000000ff00")
                      .value());
}

constexpr std::string_view kRedSvg =
    "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 2 1'>"
    "<rect width='1' height='1' fill='#f00'/></svg>";

std::string redOfd() {
    return toText(
        makeOfd({.page = "<ofd:PathObject Fill='true' Stroke='false' Boundary='0 0 100 60'>"
                         "<ofd:FillColor Value='255 0 0'/><ofd:AbbreviatedData>M 0 0 L 100 "
                         "0 L 100 60 L 0 60 C</ofd:AbbreviatedData></ofd:PathObject>"}));
}

/// The picture as resource 8 over the whole page, the mask as 9.
document::Document withPicture(const std::string& picture, const std::string& mask = "",
                               std::string_view attributes = "", std::string_view inside = "") {
    std::string page = "<ofd:ImageObject ID='4' Boundary='0 0 100 60' ResourceID='8' ";
    page.append(attributes).append(">").append(inside).append("</ofd:ImageObject>");
    return openOfd({.page = page,
                    .resources =
                        "<ofd:MultiMedias><ofd:MultiMedia ID='8'><ofd:MediaFile>a</ofd:MediaFile>"
                        "</ofd:MultiMedia><ofd:MultiMedia ID='9'><ofd:MediaFile>b</ofd:MediaFile>"
                        "</ofd:MultiMedia></ofd:MultiMedias>",
                    .files = {{"Doc_0/Res/a", picture}, {"Doc_0/Res/b", mask}}});
}

/// Over the whole page, whatever its format says.
Stamp stampOf(std::string_view picture) {
    return {.pageId = "1",
            .boundary = {0, 0, 100, 60},
            .clip = std::nullopt,
            .format = "",
            .picture = toBytes(picture),
            .size = {{100}, {60}}};
}

} // namespace

TEST_CASE("R8 pictures of one bit, of sixteen, in CMYK and as fax are drawn in their colours") {
    const Drawn oneBit = drawn(withPicture(oneBitPng()));
    CHECK(oneBit.at(20, 30) == 0);
    CHECK(oneBit.at(80, 30) == kWhite);
    const std::string sixteen =
        pngOf(1, 1, 16, PNG_COLOR_TYPE_RGB, {{0x80, 0x80, 0xFF, 0xFF, 0x00, 0x00}});
    CHECK(drawn(withPicture(sixteen)).at(50, 30) == 0x80FF00);
    const std::uint32_t cyan = drawn(withPicture(jpegOf({0, 255, 255, 255}))).at(50, 30);
    CHECK((cyan >> 16U) < 4);
    CHECK((cyan & 0xFFU) > 250);
    const Drawn fax = drawn(withPicture(faxTiff()));
    CHECK(fax.at(50, 5) == 0);
    CHECK(fax.at(50, 55) == kWhite);
}

TEST_CASE("R8 a mask lets through where it is light") {
    const Drawn page = drawn(withPicture(redGif(), oneBitPng(), "ImageMask='9'"));
    CHECK(page.at(20, 30) == kWhite);
    CHECK(page.at(80, 30) == kRed);
    CHECK((drawn(withPicture(redGif(), oneBitPng(), "ImageMask='9' Alpha='128'")).at(80, 30) &
           0xFFU) == 0x7F);
}

TEST_CASE("R8 what stands in for a picture is drawn where that one cannot be") {
    CHECK(drawn(withPicture("no picture", redGif(), "Substitution='9'")).at(50, 30) == kRed);
    CHECK_FALSE(drawn(withPicture("no picture", redGif())).hasInk());
    CHECK(drawn(withPicture(oneBitPng(), redGif(), "Substitution='9'")).at(20, 30) == 0);
}

TEST_CASE("R8 a picture has its border, with its corners and dashes; a width of nothing is none") {
    const auto bordered = [](std::string_view border) {
        return drawn(withPicture(redGif(), "", "",
                                 "<ofd:Border " + std::string(border) +
                                     "><ofd:BorderColor Value='0 0 255'/></ofd:Border>"));
    };
    CHECK(bordered("LineWidth='4'").at(1, 30) == kBlue);
    CHECK(bordered("LineWidth='4'").at(0.5, 0.5) == kBlue);
    CHECK(bordered("LineWidth='4'").at(5, 30) == kRed);
    CHECK(bordered("LineWidth='0'").at(0.05, 30) == kRed);
    CHECK(bordered("LineWidth='4' HorizonalCornerRadius='20' VerticalCornerRadius='20'")
              .at(0.5, 0.5) == kRed);
    CHECK(bordered("LineWidth='4' DashPattern='10 10'").at(5, 1) == kBlue);
    CHECK(bordered("LineWidth='4' DashPattern='10 10'").at(15, 1) == kRed);
}

TEST_CASE("R8 a seal's picture may be PNG, JPEG, BMP, GIF, OFD or SVG, and is cut to its strip") {
    const std::string redPng = pngOf(1, 1, 8, PNG_COLOR_TYPE_RGB, {{255, 0, 0}});
    for (const std::string& picture :
         {redPng, jpegOf({255, 0, 0}), redBmp(), redGif(), redOfd(), std::string(kRedSvg)}) {
        CAPTURE(picture.substr(0, 4));
        Stamp stamp = stampOf(picture);
        const auto file = openOfd({});
        const std::uint32_t whole = drawn(file, {stamp}).at(25, 30);
        CHECK((whole >> 16U) > 250);
        CHECK((whole & 0xFFFFU) < 0x0600);
        stamp.clip = document::BoxMm{0, 0, 20, 60};
        CHECK(drawn(file, {stamp}).at(25, 30) == kWhite);
        CHECK((drawn(file, {stamp}).at(15, 30) >> 16U) > 250);
        CHECK(file.findings().empty());
    }
}

TEST_CASE("R8 an SVG seal is stretched to its place; nothing outside it is ever loaded") {
    CHECK(drawn(openOfd({}), {stampOf(kRedSvg)}).at(75, 30) == kWhite);
    const TemporaryFolder folder;
    const std::string secret = folder.path() / "red.svg";
    REQUIRE(writeFile(secret, bytesOf(kRedSvg)));
    const std::string curious = "<svg xmlns='http://www.w3.org/2000/svg' "
                                "xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 1 1'>"
                                "<image width='1' height='1' xlink:href='file://" +
                                secret + "'/></svg>";
    CHECK_FALSE(drawn(openOfd({}), {stampOf(curious)}).hasInk());
}

TEST_CASE("R8 an SVG seal that is broken, endless or too large is a finding") {
    const auto findingOf = [](const std::string& svg) {
        const auto file = openOfd({});
        drawn(file, {stampOf(svg)});
        return file.findings().empty() ? "" : file.findings().front();
    };
    CHECK(findingOf("<svg") == "stamp.not-drawn: image.damaged");
    CHECK(findingOf("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 0 0'/>") ==
          "stamp.not-drawn: image.damaged");
    CHECK(findingOf(std::string(kRedSvg) + std::string(1 << 20, ' ')) ==
          "stamp.not-drawn: image.too-large");
}
