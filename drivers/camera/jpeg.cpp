// SPDX-License-Identifier: Apache-2.0
#include "drivers/camera/jpeg.h"

#include <csetjmp>
#include <cstdio>

#include <jpeglib.h>

namespace kiosk::drivers {

namespace {

/// libjpeg's decoder. The library reports failure by not returning; what it jumps out of must not
/// own anything, so every call goes through guarded(), and memory is allocated between the calls.
class JpegDecoder {
public:
    JpegDecoder() {
        info_.err = jpeg_std_error(&errors_);
        info_.client_data = &escape_;
        errors_.error_exit = [](j_common_ptr info) {
            std::longjmp(*static_cast<std::jmp_buf*>(info->client_data), 1);
        };
        errors_.output_message = [](j_common_ptr) {};
    }
    ~JpegDecoder() { jpeg_destroy_decompress(&info_); }
    JpegDecoder(const JpegDecoder&) = delete;
    JpegDecoder& operator=(const JpegDecoder&) = delete;

    bool readHeader(ByteView jpeg) {
        return guarded([&] {
            // Creating clears the structure except for the error manager and the client's data.
            jpeg_create_decompress(&info_);
            jpeg_mem_src(&info_, reinterpret_cast<const unsigned char*>(jpeg.data()), jpeg.size());
            jpeg_read_header(&info_, TRUE);
            info_.out_color_space = JCS_GRAYSCALE;
        });
    }

    std::size_t width() const { return info_.image_width; }
    std::size_t height() const { return info_.image_height; }

    /// `luma` holds width × height. False when anything was damaged, mendable or not.
    bool readPixels(std::uint8_t* luma) {
        const bool ended = guarded([&] {
            jpeg_start_decompress(&info_);
            while (info_.output_scanline < info_.output_height && errors_.num_warnings == 0) {
                JSAMPROW row = luma + std::size_t{info_.output_scanline} * info_.output_width;
                jpeg_read_scanlines(&info_, &row, 1);
            }
        });
        return ended && errors_.num_warnings == 0;
    }

private:
    template <typename Calls>
    bool guarded(const Calls& calls) {
        if (setjmp(escape_) != 0)
            return false;
        calls();
        return true;
    }

    jpeg_decompress_struct info_{};
    jpeg_error_mgr errors_{};
    std::jmp_buf escape_{};
};

} // namespace

std::optional<Frame> decodeJpeg(ByteView jpeg) {
    JpegDecoder decoder;
    if (jpeg.empty() || !decoder.readHeader(jpeg))
        return std::nullopt;
    const std::size_t pixels = decoder.width() * decoder.height();
    if (pixels == 0 || pixels > kLargestPicture)
        return std::nullopt;
    Frame frame{static_cast<int>(decoder.width()), static_cast<int>(decoder.height()),
                std::vector<std::uint8_t>(pixels)};
    if (!decoder.readPixels(frame.luma.data()))
        return std::nullopt;
    return frame;
}

} // namespace kiosk::drivers
