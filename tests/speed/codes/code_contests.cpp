// SPDX-License-Identifier: Apache-2.0
#include "tests/speed/codes/readers.h"
#include "tests/speed/compare/contests.h"

namespace kiosk::speed {

namespace {

using MakeReader = std::unique_ptr<FrameReader> (*)();
using MakeFrames = std::vector<CodeFrame> (*)(std::uint64_t seed);

/// Of the first round; the rounds after it count on.
constexpr std::uint64_t kSeed = 20261126;

/// What one reader made of all rounds.
class Score {
public:
    explicit Score(std::unique_ptr<FrameReader> reader) : reader_(std::move(reader)) {}

    void run(const std::vector<CodeFrame>& frames) {
        const auto seen = here_ ? reader_->read(frames) : std::nullopt;
        here_ = seen && seen->size() == frames.size();
        if (!here_)
            return;
        for (std::size_t i = 0; i < frames.size(); ++i)
            add(frames[i], (*seen)[i]);
    }

    Side side() const {
        Side side{.name = reader_->name()};
        if (!here_)
            return side;
        side.reading = reading_;
        if (!cpu_.empty())
            side.cpuMs = spreadOf(cpu_);
        return side;
    }

    bool misread() const { return reading_.misread > 0; }

private:
    /// Time counts where the reader was right: of a frame with a code, those it read.
    void add(const CodeFrame& frame, const Seen& seen) {
        ++reading_.shown;
        const bool right = seen.text == frame.text;
        reading_.read += right ? 1 : 0;
        reading_.misread += right || seen.text.empty() ? 0 : 1;
        if (right)
            cpu_.push_back(seen.cpuMs);
    }

    std::unique_ptr<FrameReader> reader_;
    bool here_ = true;
    Reading reading_;
    std::vector<double> cpu_;
};

Result<Comparison> hold(const Contest& contest, const Effort& effort, MakeReader makeOurs,
                        MakeReader makePeer, MakeFrames makeFrames) {
    Score ours(makeOurs());
    Score peer(makePeer());
    for (int round = 0; round < effort.rounds; ++round) {
        const auto frames = makeFrames(kSeed + static_cast<std::uint64_t>(round));
        ours.run(frames);
        peer.run(frames);
    }
    if (ours.misread())
        return fail(ErrorKind::internal, "speed.code-misread", Remedy::supplier, contest.name);
    return Comparison{.name = contest.name,
                      .what = contest.what,
                      .ours = ours.side(),
                      .peer = peer.side(),
                      .difference = {}};
}

template <MakeReader peer>
Result<Comparison> readCodes(const Contest& contest, const Effort& effort) {
    return hold(contest, effort, ourReader, peer, codeFrames);
}

template <MakeReader peer>
Result<Comparison> lookAtNothing(const Contest& contest, const Effort& effort) {
    return hold(contest, effort, ourSearch, peer, emptyFrames);
}

} // namespace

std::vector<Contest> codeContests() {
    return {
        {"codes.debian", "QR codes in frames; Debian's decoder alone", readCodes<bareZxing>},
        {"codes.zbar", "QR codes in frames; zbar", readCodes<zbar>},
        {"codes.newest", "QR codes in frames; the newest ZXing", readCodes<newestZxing>},
        {"empty.debian", "a stream without a code; Debian's decoder", lookAtNothing<bareZxing>},
        {"empty.zbar", "a stream without a code; zbar", lookAtNothing<zbar>},
        {"empty.newest", "a stream without a code; the newest ZXing", lookAtNothing<newestZxing>}};
}

} // namespace kiosk::speed
