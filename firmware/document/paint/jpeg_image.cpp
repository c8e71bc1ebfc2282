// SPDX-License-Identifier: Apache-2.0
#include <csetjmp>
#include <cstdio>
#include <cstring>

#include <jpeglib.h>

#include "firmware/document/paint/images.h"

namespace kiosk::document::paint {

namespace {

/// libjpeg reports errors by a call that must not return; the jump ends in guarded().
struct Decoder {
    jpeg_decompress_struct info{};
    jpeg_error_mgr errors{};
    std::jmp_buf onError{};

    Decoder() {
        info.err = jpeg_std_error(&errors);
        info.client_data = this;
        errors.error_exit = [](j_common_ptr common) {
            std::longjmp(static_cast<Decoder*>(common->client_data)->onError, 1);
        };
        errors.emit_message = [](j_common_ptr, int) {};
    }
    ~Decoder() { jpeg_destroy_decompress(&info); }
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;
};

/// Runs one step of the library. The step holds nothing with a destructor: a jump skips those.
template <typename Step>
bool guarded(Decoder& decoder, Step step) {
    if (setjmp(decoder.onError) != 0) // NOLINT(cert-err52-cpp): the library's only way out
        return false;
    step(decoder.info);
    return true;
}

bool readHeader(Decoder& decoder, ByteView image) {
    return guarded(decoder, [image](jpeg_decompress_struct& info) {
        jpeg_create_decompress(&info);
        jpeg_mem_src(&info,
                     static_cast<const unsigned char*>(static_cast<const void*>(image.data())),
                     image.size());
        jpeg_read_header(&info, TRUE);
        const bool fourColours =
            info.jpeg_color_space == JCS_CMYK || info.jpeg_color_space == JCS_YCCK;
        info.out_color_space = fourColours ? JCS_CMYK : JCS_EXT_BGRA; // 0xAARRGGBB in memory
    });
}

/// Only after the size was judged: progressive pictures take memory for all of it here.
bool start(Decoder& decoder) {
    return guarded(decoder, [](jpeg_decompress_struct& info) { jpeg_start_decompress(&info); });
}

/// Adobe writes CMYK inverted, and everyone else follows.
std::uint32_t fromCmyk(const unsigned char* s) {
    return opaquePixel(s[0] * s[3] / 255U, s[1] * s[3] / 255U, s[2] * s[3] / 255U);
}

/// Four samples a pixel either way: straight into place.
bool readRow(Decoder& decoder, std::uint32_t* pixels) {
    auto* row = static_cast<unsigned char*>(static_cast<void*>(pixels));
    const bool done = guarded(
        decoder, [&row](jpeg_decompress_struct& info) { jpeg_read_scanlines(&info, &row, 1); });
    const bool inks = decoder.info.out_color_space == JCS_CMYK;
    for (JDIMENSION x = 0; done && inks && x < decoder.info.output_width; ++x)
        pixels[x] = fromCmyk(row + std::size_t{4} * x);
    return done;
}

/// Lets PDF output carry the JPEG as it is instead of unpacked pixels.
void attachOriginal(cairo_surface_t* surface, ByteView image) {
    auto copy = std::make_unique<unsigned char[]>(image.size());
    std::memcpy(copy.get(), image.data(), image.size());
    const auto destroy = [](void* data) { delete[] static_cast<unsigned char*>(data); };
    unsigned char* bytes = copy.release();
    if (cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG, bytes, image.size(), destroy,
                                    bytes) != CAIRO_STATUS_SUCCESS)
        delete[] bytes;
}

} // namespace

Result<Surface> decodeJpeg(ByteView image) {
    Decoder decoder;
    if (!readHeader(decoder, image))
        return damagedImage("JPEG");
    auto writer = TRY(PixelWriter::create(decoder.info.image_width, decoder.info.image_height,
                                          PixelWriter::Opacity::opaque));
    if (!start(decoder))
        return damagedImage("JPEG");
    for (int y = 0; y < writer.height(); ++y) {
        if (!readRow(decoder, writer.row(y)))
            return damagedImage("JPEG");
    }
    Surface surface = writer.finish();
    if (decoder.info.out_color_space != JCS_CMYK)
        attachOriginal(surface.get(), image);
    return surface;
}

} // namespace kiosk::document::paint
