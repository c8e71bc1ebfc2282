// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/base/bytes.h"

namespace kiosk::drivers::sam {

// A frame, in both directions:  AA AA AA 96 69 | length, 2 bytes, big-endian | payload | check
// The length counts payload and check; the check is the XOR of length and payload.

inline constexpr std::size_t kPreambleSize = 5;
inline constexpr std::size_t kHeaderSize = kPreambleSize + 2;
/// What the length field of a reply may say: three status bytes and the check at least; text,
/// photo and fingerprints at most.
inline constexpr std::size_t kShortestReply = 4;
inline constexpr std::size_t kLongestReply = 2314;

/// The frame around a payload of at most 65,534 bytes.
Bytes encodeFrame(ByteView payload);

/// Readers with split pipes send preamble and length on one, everything after on the other.
enum class FramePart { header, body };

/// Finds one frame in bytes as they come, in pieces of any size. Skips what stands before the
/// preamble and stray bytes inside it (both seen on real lines). Memory is bounded by the largest
/// reply, and wiped when the parser goes: it held a card.
class FrameParser {
public:
    enum class State {
        seekingPreamble,
        inLength,
        inBody,
        complete,
        wrongLength, ///< the length field says something no frame has
        wrongCheck,
    };

    explicit FrameParser(std::size_t shortest = kShortestReply);
    ~FrameParser();
    FrameParser(const FrameParser&) = delete;
    FrameParser& operator=(const FrameParser&) = delete;

    void feed(ByteView bytes);

    State state() const { return state_; }
    /// Neither complete nor wrong yet.
    bool wantsMore() const;
    /// Where the next bytes come from, on readers with split pipes.
    FramePart part() const;
    /// Whether any byte came at all: tells a silent reader from one cut short.
    bool sawBytes() const { return sawBytes_; }
    /// Whether bytes followed the end of the frame: they belong to no command of ours.
    bool sawSurplus() const { return sawSurplus_; }
    /// What the frame carries, once complete. Valid as long as the parser.
    ByteView payload() const;
    /// Overwrites the payload's last bytes with zeros: what the kiosk was sent and must not have.
    void wipeEnd(std::size_t count);

private:
    void accept(std::byte next);
    void acceptPreamble(std::byte next);
    void acceptLength(std::byte next);
    void acceptBody(std::byte next);

    std::size_t shortest_;
    State state_ = State::seekingPreamble;
    bool sawBytes_ = false;
    bool sawSurplus_ = false;
    std::uint32_t window_ = 0; ///< the last three bytes while seeking
    std::size_t length_ = 0;
    std::size_t lengthBytes_ = 0;
    std::byte check_{};
    Bytes body_; ///< payload and check byte
};

} // namespace kiosk::drivers::sam
