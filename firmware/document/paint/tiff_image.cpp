// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdio>
#include <cstring>

#include <tiffio.h>

#include "firmware/document/paint/images.h"

namespace kiosk::document::paint {

namespace {

/// The bytes as the file libtiff believes to read.
struct MemoryFile {
    ByteView bytes;
    std::uint64_t at = 0;
};

MemoryFile& fileOf(thandle_t handle) {
    return *static_cast<MemoryFile*>(handle);
}

tmsize_t readBytes(thandle_t handle, void* buffer, tmsize_t wanted) {
    MemoryFile& file = fileOf(handle);
    const std::uint64_t left =
        file.bytes.size() - std::min<std::uint64_t>(file.at, file.bytes.size());
    const std::uint64_t count =
        std::min(left, static_cast<std::uint64_t>(std::max<tmsize_t>(wanted, 0)));
    if (count != 0)
        std::memcpy(buffer, file.bytes.data() + file.at, count);
    file.at += count;
    return static_cast<tmsize_t>(count);
}

tmsize_t writeNothing(thandle_t, void*, tmsize_t) {
    return 0;
}

toff_t seek(thandle_t handle, toff_t offset, int whence) {
    MemoryFile& file = fileOf(handle);
    if (whence == SEEK_CUR)
        file.at += offset;
    else if (whence == SEEK_END)
        file.at = file.bytes.size() + offset;
    else
        file.at = offset;
    return file.at;
}

int close(thandle_t) {
    return 0;
}

toff_t size(thandle_t handle) {
    return fileOf(handle).bytes.size();
}

int stayQuiet(TIFF*, void*, const char*, const char*, va_list) {
    return 1;
}

struct CloseTiff {
    void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};
using Tiff = std::unique_ptr<TIFF, CloseTiff>;

Tiff openTiff(MemoryFile& file) {
    TIFFOpenOptions* options = TIFFOpenOptionsAlloc();
    TIFFOpenOptionsSetErrorHandlerExtR(options, stayQuiet, nullptr);
    TIFFOpenOptionsSetWarningHandlerExtR(options, stayQuiet, nullptr);
    Tiff tiff(TIFFClientOpenExt("memory", "rm", &file, readBytes, writeNothing, seek, close, size,
                                nullptr, nullptr, options));
    TIFFOpenOptionsFree(options);
    return tiff;
}

/// libtiff packs ABGR with premultiplied alpha.
std::uint32_t fromTiff(std::uint32_t pixel) {
    return (pixel & 0xFF00FF00U) | TIFFGetR(pixel) << 16U | TIFFGetB(pixel);
}

} // namespace

Result<Surface> decodeTiff(ByteView image) {
    MemoryFile file{image};
    const Tiff tiff = openTiff(file);
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    if (!tiff || TIFFGetField(tiff.get(), TIFFTAG_IMAGEWIDTH, &width) == 0 ||
        TIFFGetField(tiff.get(), TIFFTAG_IMAGELENGTH, &height) == 0)
        return damagedImage("TIFF");
    auto writer = TRY(PixelWriter::create(width, height));
    if (TIFFReadRGBAImageOriented(tiff.get(), width, height, writer.row(0), ORIENTATION_TOPLEFT,
                                  1) == 0)
        return damagedImage("TIFF");
    for (int y = 0; y < writer.height(); ++y)
        std::transform(writer.row(y), writer.row(y) + width, writer.row(y), fromTiff);
    return writer.finish();
}

} // namespace kiosk::document::paint
