// SPDX-License-Identifier: Apache-2.0
#include <optional>

#include "firmware/document/paint/images.h"
#include "firmware/document/paint/jbig2/generic_region.h"

namespace kiosk::document::paint {

namespace {

using namespace jbig2;

constexpr std::size_t kMagicSize = 8;
constexpr std::uint32_t kUnknown = 0xFFFFFFFF;
constexpr std::size_t kMostSegments = 1000;

/// The kinds of segments that are read (clause 7.3).
enum Kind : unsigned {
    immediateGeneric = 38,
    losslessGeneric = 39,
    pageInformation = 48,
    endOfPage = 49,
    endOfStripe = 50,
    endOfFile = 51,
    extension = 62
};

struct Segment {
    unsigned kind = 0;
    std::uint32_t length = 0;
};

/// The numbers of the segments it refers to are of no use to what is read here.
Result<> skipReferences(ByteReader& reader, std::uint32_t number) {
    constexpr unsigned kLongForm = 7;
    std::uint32_t count = TRY(reader.u8()) >> 5U;
    if (count == kLongForm) {
        const ByteView low = TRY(reader.take(3));
        count = 0;
        for (const std::byte each : low)
            count = count << 8U | std::to_integer<std::uint32_t>(each);
        TRY(reader.take(count / 8 + 1));
    }
    const std::size_t size = number <= 256 ? 1 : number <= 65536 ? 2 : 4;
    TRY(reader.take(count * size));
    return {};
}

Result<Segment> readSegment(ByteReader& reader) {
    constexpr unsigned kLargePage = 0x40, kKind = 0x3F;
    const std::uint32_t number = TRY(reader.u32BigEndian());
    const unsigned flags = TRY(reader.u8());
    TRY(skipReferences(reader, number));
    TRY(reader.take((flags & kLargePage) != 0 ? 4 : 1));
    return Segment{flags & kKind, TRY(reader.u32BigEndian())};
}

Combine combineOf(unsigned number) {
    constexpr std::array<Combine, 5> kAll = {Combine::unite, Combine::intersect, Combine::differ,
                                             Combine::agree, Combine::replace};
    return number < kAll.size() ? kAll[number] : Combine::replace;
}

/// Reads segment data onto the page.
class PageDecoder {
public:
    Result<> add(const Segment& segment, ByteView data) {
        ByteReader reader(data);
        switch (segment.kind) {
        case pageInformation:
            return begin(reader);
        case immediateGeneric:
        case losslessGeneric:
            return addGeneric(reader);
        case endOfPage:
        case endOfStripe:
        case endOfFile:
        case extension:
            return {};
        default: // symbols, halftones, refinements: what scanners of text make, not of pages
            return fail(ErrorKind::unsupported, "image.unsupported", Remedy::supplier,
                        "JBIG2 segment " + std::to_string(segment.kind));
        }
    }

    std::optional<Bitmap>& page() { return page_; }

private:
    Result<> begin(ByteReader& reader) {
        const std::uint32_t width = TRY(reader.u32BigEndian());
        const std::uint32_t height = TRY(reader.u32BigEndian());
        TRY(reader.take(8)); // density
        const unsigned flags = TRY(reader.u8());
        if (page_ || height == kUnknown)
            return fail(ErrorKind::unsupported, "image.unsupported", Remedy::supplier,
                        "JBIG2 of several pages or of unknown height");
        page_ = TRY(Bitmap::create(width, height, flags >> 2U & 1U));
        return {};
    }

    Result<> addGeneric(ByteReader& reader) {
        const std::uint32_t width = TRY(reader.u32BigEndian());
        const std::uint32_t height = TRY(reader.u32BigEndian());
        const std::uint32_t x = TRY(reader.u32BigEndian());
        const std::uint32_t y = TRY(reader.u32BigEndian());
        const Combine how = combineOf(TRY(reader.u8()) & 7U);
        const unsigned flags = TRY(reader.u8());
        if (!page_ || width > static_cast<std::uint32_t>(page_->width()) ||
            height > static_cast<std::uint32_t>(page_->height()))
            return damagedImage("JBIG2");
        Bitmap region = TRY(Bitmap::create(width, height));
        constexpr unsigned kFax = 1;
        if ((flags & kFax) != 0) {
            TRY(decodeFax(TRY(reader.take(reader.remaining())), region));
        } else {
            const GenericCoding coding = TRY(readCoding(reader, flags));
            decodeGeneric(TRY(reader.take(reader.remaining())), coding, region);
        }
        page_->draw(region, x, y, how);
        return {};
    }

    static Result<GenericCoding> readCoding(ByteReader& reader, unsigned flags) {
        GenericCoding coding;
        coding.templateNumber = flags >> 1U & 3U;
        coding.skipsRepeatedRows = (flags & 8U) != 0;
        const std::size_t count = coding.templateNumber == 0 ? 4 : 1;
        for (std::size_t i = 0; i < count; ++i) {
            const auto x = static_cast<std::int8_t>(TRY(reader.u8()));
            const auto y = static_cast<std::int8_t>(TRY(reader.u8()));
            // Only what is already decoded may be looked at.
            if (y > 0 || (y == 0 && x >= 0))
                return damagedImage("JBIG2");
            coding.adaptive[i] = {x, y};
        }
        return coding;
    }

    std::optional<Bitmap> page_;
};

Result<Surface> onWhite(const Bitmap& page) {
    auto writer = TRY(PixelWriter::create(static_cast<std::uint64_t>(page.width()),
                                          static_cast<std::uint64_t>(page.height())));
    for (int y = 0; y < page.height(); ++y) {
        for (int x = 0; x < page.width(); ++x)
            writer.row(y)[x] =
                page.at(x, y) != 0 ? opaquePixel(0, 0, 0) : opaquePixel(255, 255, 255);
    }
    return writer.finish();
}

/// Segments one after another; the last may be cut short of its stated length.
Result<> readSequential(ByteReader& reader, PageDecoder& decoder) {
    for (std::size_t count = 0; !reader.atEnd() && count < kMostSegments; ++count) {
        const Segment segment = TRY(readSegment(reader));
        if (segment.length == kUnknown)
            return fail(ErrorKind::unsupported, "image.unsupported", Remedy::supplier,
                        "JBIG2 segment of unknown length");
        TRY(decoder.add(segment, TRY(reader.take(segment.length))));
        if (segment.kind == endOfPage || segment.kind == endOfFile)
            break;
    }
    return {};
}

/// All headers first, then all data.
Result<> readRandomAccess(ByteReader& reader, PageDecoder& decoder) {
    std::vector<Segment> segments;
    do {
        segments.push_back(TRY(readSegment(reader)));
    } while (segments.back().kind != endOfFile && segments.size() < kMostSegments);
    for (const Segment& segment : segments)
        TRY(decoder.add(segment, TRY(reader.take(segment.length))));
    return {};
}

Result<Bitmap> readPage(ByteView image) {
    constexpr unsigned kSequential = 1, kPagesUnknown = 2;
    ByteReader reader(image);
    TRY(reader.take(kMagicSize));
    const unsigned flags = TRY(reader.u8());
    if ((flags & kPagesUnknown) == 0)
        TRY(reader.take(4));
    PageDecoder decoder;
    TRY((flags & kSequential) != 0 ? readSequential(reader, decoder)
                                   : readRandomAccess(reader, decoder));
    if (!decoder.page())
        return damagedImage("JBIG2");
    return std::move(*decoder.page());
}

} // namespace

Result<Surface> decodeJbig2(ByteView image) {
    const auto page = readPage(image);
    if (!page && page.error().kind() == ErrorKind::malformed)
        return damagedImage("JBIG2"); // also where the bytes end too early
    return onWhite(TRY(page));
}

} // namespace kiosk::document::paint
