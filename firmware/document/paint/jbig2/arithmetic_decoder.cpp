// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/paint/jbig2/arithmetic_decoder.h"

#include <array>

namespace kiosk::document::paint::jbig2 {

namespace {

/// A row of table E.1: the less likely bit's share, and where each outcome leads.
struct Probability {
    std::uint16_t share;
    std::uint8_t afterLikely, afterUnlikely;
    bool swaps;
};

constexpr std::array<Probability, 47> kTable = {
    {{0x5601, 1, 1, true},    {0x3401, 2, 6, false},   {0x1801, 3, 9, false},
     {0x0AC1, 4, 12, false},  {0x0521, 5, 29, false},  {0x0221, 38, 33, false},
     {0x5601, 7, 6, true},    {0x5401, 8, 14, false},  {0x4801, 9, 14, false},
     {0x3801, 10, 14, false}, {0x3001, 11, 17, false}, {0x2401, 12, 18, false},
     {0x1C01, 13, 20, false}, {0x1601, 29, 21, false}, {0x5601, 15, 14, true},
     {0x5401, 16, 14, false}, {0x5101, 17, 15, false}, {0x4801, 18, 16, false},
     {0x3801, 19, 17, false}, {0x3401, 20, 18, false}, {0x3001, 21, 19, false},
     {0x2801, 22, 19, false}, {0x2401, 23, 20, false}, {0x2201, 24, 21, false},
     {0x1C01, 25, 22, false}, {0x1801, 26, 23, false}, {0x1601, 27, 24, false},
     {0x1401, 28, 25, false}, {0x1201, 29, 26, false}, {0x1101, 30, 27, false},
     {0x0AC1, 31, 28, false}, {0x09C1, 32, 29, false}, {0x08A1, 33, 30, false},
     {0x0521, 34, 31, false}, {0x0441, 35, 32, false}, {0x02A1, 36, 33, false},
     {0x0221, 37, 34, false}, {0x0141, 38, 35, false}, {0x0111, 39, 36, false},
     {0x0085, 40, 37, false}, {0x0049, 41, 38, false}, {0x0025, 42, 39, false},
     {0x0015, 43, 40, false}, {0x0009, 44, 41, false}, {0x0005, 45, 42, false},
     {0x0001, 45, 43, false}, {0x5601, 46, 46, false}}};

} // namespace

ArithmeticDecoder::ArithmeticDecoder(ByteView data) : data_(data) {
    code_ = byteAt(0) << 16U;
    readByte();
    code_ <<= 7U;
    shifts_ -= 7;
}

std::uint32_t ArithmeticDecoder::byteAt(std::size_t at) const {
    return at < data_.size() ? std::to_integer<std::uint32_t>(data_[at]) : 0xFFU;
}

/// After 0xFF comes a byte of seven bits, or a marker that ends the data for good.
void ArithmeticDecoder::readByte() {
    if (byteAt(at_) == 0xFF) {
        if (byteAt(at_ + 1) > 0x8F) {
            code_ += 0xFF00;
            shifts_ = 8;
            return;
        }
        ++at_;
        code_ += byteAt(at_) << 9U;
        shifts_ = 7;
        return;
    }
    ++at_;
    code_ += byteAt(at_) << 8U;
    shifts_ = 8;
}

void ArithmeticDecoder::renormalise() {
    do {
        if (shifts_ == 0)
            readByte();
        interval_ <<= 1U;
        code_ <<= 1U;
        --shifts_;
    } while ((interval_ & 0x8000U) == 0);
}

unsigned ArithmeticDecoder::bit(ContextState& context) {
    const Probability& row = kTable[context.state];
    interval_ -= row.share;
    const bool inLower = code_ >> 16U < row.share;
    if (!inLower) {
        code_ -= static_cast<std::uint32_t>(row.share) << 16U;
        if ((interval_ & 0x8000U) != 0)
            return context.likelier;
    }
    // The smaller part of the interval belongs to the less likely bit, whichever side it is.
    const bool likely = inLower == (interval_ < row.share);
    if (inLower)
        interval_ = row.share;
    const unsigned found = likely ? context.likelier : 1U - context.likelier;
    if (!likely && row.swaps)
        context.likelier = static_cast<std::uint8_t>(1 - context.likelier);
    context.state = likely ? row.afterLikely : row.afterUnlikely;
    renormalise();
    return found;
}

} // namespace kiosk::document::paint::jbig2
