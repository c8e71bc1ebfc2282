// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstring>
#include <vector>

#include <gif_lib.h>

#include "firmware/document/paint/images.h"

namespace kiosk::document::paint {

namespace {

struct CloseGif {
    void operator()(GifFileType* gif) const { DGifCloseFile(gif, nullptr); }
};
using Gif = std::unique_ptr<GifFileType, CloseGif>;

int readBytes(GifFileType* gif, GifByteType* buffer, int wanted) {
    auto& rest = *static_cast<ByteView*>(gif->UserData);
    const std::size_t count = std::min(rest.size(), static_cast<std::size_t>(wanted));
    if (count != 0)
        std::memcpy(buffer, rest.data(), count);
    rest = rest.subspan(count);
    return static_cast<int>(count);
}

/// Reads on to the first picture; the transparent index on the way, -1 for none. False at the end.
bool skipToPicture(GifFileType* gif, int& transparent) {
    GifRecordType record = UNDEFINED_RECORD_TYPE;
    while (DGifGetRecordType(gif, &record) == GIF_OK && record != TERMINATE_RECORD_TYPE) {
        if (record == IMAGE_DESC_RECORD_TYPE)
            return DGifGetImageDesc(gif) == GIF_OK;
        int code = 0;
        GifByteType* block = nullptr;
        if (DGifGetExtension(gif, &code, &block) != GIF_OK)
            return false;
        GraphicsControlBlock control;
        if (code == GRAPHICS_EXT_FUNC_CODE && block != nullptr &&
            DGifExtensionToGCB(block[0], block + 1, &control) == GIF_OK)
            transparent = control.TransparentColor;
        while (block != nullptr) {
            if (DGifGetExtensionNext(gif, &block) != GIF_OK)
                return false;
        }
    }
    return false;
}

std::uint32_t pixelOf(const ColorMapObject& map, int index, int transparent) {
    if (index == transparent || index >= map.ColorCount)
        return 0;
    const GifColorType& colour = map.Colors[index];
    return opaquePixel(colour.Red, colour.Green, colour.Blue);
}

/// The rows in the order they are stored: interlaced pictures come in four passes.
std::vector<int> storedOrder(int height, bool interlaced) {
    std::vector<int> rows;
    const auto add = [&rows, height](int first, int step) {
        for (int y = first; y < height; y += step)
            rows.push_back(y);
    };
    if (!interlaced) {
        add(0, 1);
        return rows;
    }
    add(0, 8);
    add(4, 8);
    add(2, 4);
    add(1, 2);
    return rows;
}

} // namespace

Result<Surface> decodeGif(ByteView image) {
    ByteView rest = image;
    const Gif gif(DGifOpen(&rest, readBytes, nullptr));
    int transparent = NO_TRANSPARENT_COLOR;
    if (!gif || !skipToPicture(gif.get(), transparent))
        return damagedImage("GIF");
    const GifImageDesc& picture = gif->Image;
    const ColorMapObject* map = picture.ColorMap != nullptr ? picture.ColorMap : gif->SColorMap;
    if (map == nullptr || picture.Width <= 0 || picture.Height <= 0)
        return damagedImage("GIF");
    auto writer = TRY(PixelWriter::create(static_cast<std::uint64_t>(picture.Width),
                                          static_cast<std::uint64_t>(picture.Height)));
    std::vector<GifPixelType> indices(static_cast<std::size_t>(picture.Width));
    for (const int y : storedOrder(picture.Height, picture.Interlace)) {
        if (DGifGetLine(gif.get(), indices.data(), picture.Width) != GIF_OK)
            return damagedImage("GIF");
        std::ranges::transform(indices, writer.row(y), [map, transparent](GifPixelType index) {
            return pixelOf(*map, index, transparent);
        });
    }
    return writer.finish();
}

} // namespace kiosk::document::paint
