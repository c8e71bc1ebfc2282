// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/paint/jbig2/generic_region.h"

#include <span>

#include "firmware/document/paint/images.h"
#include "firmware/document/paint/jbig2/arithmetic_decoder.h"

namespace kiosk::document::paint::jbig2 {

namespace {

/// What stands in a template's slot: a fixed neighbour, or one of the adaptive ones.
struct Slot {
    Neighbour fixed;
    int adaptive = -1; ///< which, or none
};

constexpr Slot adaptive(int number) {
    return {{}, number};
}

/// Figures 3 to 6, row by row.
constexpr std::array<Slot, 16> kTemplate0 = {{adaptive(3),
                                              {{-1, -2}},
                                              {{0, -2}},
                                              {{1, -2}},
                                              adaptive(2),
                                              adaptive(1),
                                              {{-2, -1}},
                                              {{-1, -1}},
                                              {{0, -1}},
                                              {{1, -1}},
                                              {{2, -1}},
                                              adaptive(0),
                                              {{-4, 0}},
                                              {{-3, 0}},
                                              {{-2, 0}},
                                              {{-1, 0}}}};
constexpr std::array<Slot, 13> kTemplate1 = {{{{-1, -2}},
                                              {{0, -2}},
                                              {{1, -2}},
                                              {{2, -2}},
                                              {{-2, -1}},
                                              {{-1, -1}},
                                              {{0, -1}},
                                              {{1, -1}},
                                              {{2, -1}},
                                              adaptive(0),
                                              {{-3, 0}},
                                              {{-2, 0}},
                                              {{-1, 0}}}};
constexpr std::array<Slot, 10> kTemplate2 = {{{{-1, -2}},
                                              {{0, -2}},
                                              {{1, -2}},
                                              {{-2, -1}},
                                              {{-1, -1}},
                                              {{0, -1}},
                                              {{1, -1}},
                                              adaptive(0),
                                              {{-2, 0}},
                                              {{-1, 0}}}};
constexpr std::array<Slot, 10> kTemplate3 = {{{{-3, -1}},
                                              {{-2, -1}},
                                              {{-1, -1}},
                                              {{0, -1}},
                                              {{1, -1}},
                                              adaptive(0),
                                              {{-4, 0}},
                                              {{-3, 0}},
                                              {{-2, 0}},
                                              {{-1, 0}}}};

/// The contexts of figures 8 to 11: whether a row repeats the one above.
constexpr std::array<std::size_t, 4> kRepeatContexts = {0x9B25, 0x0795, 0x00E5, 0x0195};

std::span<const Slot> slotsOf(unsigned number) {
    switch (number) {
    case 0:
        return kTemplate0;
    case 1:
        return kTemplate1;
    case 2:
        return kTemplate2;
    default:
        return kTemplate3;
    }
}

std::vector<Neighbour> neighboursOf(const GenericCoding& coding) {
    std::vector<Neighbour> neighbours;
    for (const Slot& slot : slotsOf(coding.templateNumber))
        neighbours.push_back(slot.adaptive < 0
                                 ? slot.fixed
                                 : coding.adaptive[static_cast<std::size_t>(slot.adaptive)]);
    return neighbours;
}

void copyRowAbove(Bitmap& bitmap, int y) {
    for (int x = 0; x < bitmap.width(); ++x)
        bitmap.set(x, y, bitmap.at(x, y - 1));
}

/// A TIFF file around the data: one strip of bits, white 0, compressed as T.6 says.
Bytes faxFile(ByteView data, const Bitmap& bitmap) {
    const std::array<std::array<std::uint32_t, 2>, 8> fields = {
        {{256, static_cast<std::uint32_t>(bitmap.width())},
         {257, static_cast<std::uint32_t>(bitmap.height())},
         {258, 1},
         {259, 4},
         {262, 0},
         {273, 8 + 2 + 8 * 12 + 4},
         {278, static_cast<std::uint32_t>(bitmap.height())},
         {279, static_cast<std::uint32_t>(data.size())}}};
    Bytes file = toBytes(std::string_view("II*\0\x08\0\0\0", 8));
    const auto append = [&file](std::uint32_t value, int bytes) {
        for (int i = 0; i < bytes; ++i)
            file.push_back(static_cast<std::byte>(value >> (8 * i) & 0xFFU));
    };
    append(fields.size(), 2);
    for (const auto& [tag, value] : fields) {
        append(tag, 2);
        append(4, 2); // a 32-bit number
        append(1, 4);
        append(value, 4);
    }
    append(0, 4);
    file.insert(file.end(), data.begin(), data.end());
    return file;
}

} // namespace

void decodeGeneric(ByteView data, const GenericCoding& coding, Bitmap& bitmap) {
    ArithmeticDecoder decoder(data);
    const std::vector<Neighbour> neighbours = neighboursOf(coding);
    std::vector<ContextState> contexts(std::size_t{1} << neighbours.size());
    bool repeats = false;
    for (int y = 0; y < bitmap.height(); ++y) {
        if (coding.skipsRepeatedRows &&
            decoder.bit(contexts[kRepeatContexts[coding.templateNumber]]) != 0)
            repeats = !repeats;
        if (repeats) {
            copyRowAbove(bitmap, y);
            continue;
        }
        for (int x = 0; x < bitmap.width(); ++x) {
            std::size_t context = 0;
            for (const Neighbour& each : neighbours)
                context = context << 1U | bitmap.at(x + each.x, y + each.y);
            bitmap.set(x, y, static_cast<std::uint8_t>(decoder.bit(contexts[context])));
        }
    }
}

Result<> decodeFax(ByteView data, Bitmap& bitmap) {
    const Surface decoded = TRY(decodeTiff(faxFile(data, bitmap)));
    const auto* bytes = cairo_image_surface_get_data(decoded.get());
    const int stride = cairo_image_surface_get_stride(decoded.get());
    for (int y = 0; y < bitmap.height(); ++y) {
        for (int x = 0; x < bitmap.width(); ++x)
            bitmap.set(x, y,
                       bytes[std::ptrdiff_t{y} * stride + std::ptrdiff_t{x} * 4] == 0 ? 1 : 0);
    }
    return {};
}

} // namespace kiosk::document::paint::jbig2
