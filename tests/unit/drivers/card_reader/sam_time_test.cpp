// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/card_reader/sam/sam_card_reader.h"
#include "tests/support/fake_sam_channel.h"
#include "tests/support/sample_card.h"

// How long a read takes beside what its bytes take on the wire, whatever the machine.

using namespace kiosk;
using namespace kiosk::drivers;
using namespace kiosk::drivers::sam;
using namespace kiosk::tests;

namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;

/// A wire on which every byte takes its time.
class SlowChannel final : public FrameChannel {
public:
    SlowChannel(SamDeviceModel& model, ManualClock& clock, microseconds perByte)
        : wire_(model, clock), clock_(clock), perByte_(perByte) {}

    LinkResult<> send(ByteView frame, milliseconds timeout, const std::stop_token& stop) override {
        pass(frame.size());
        return wire_.send(frame, timeout, stop);
    }
    LinkResult<Bytes> receive(FramePart part, milliseconds timeout,
                              const std::stop_token& stop) override {
        auto piece = wire_.receive(part, timeout, stop);
        pass(piece ? piece->size() : 0);
        return piece;
    }
    DeviceIdentity identity() const override { return wire_.identity(); }

private:
    void pass(std::size_t bytes) {
        owed_ += perByte_ * bytes;
        const auto whole = std::chrono::duration_cast<milliseconds>(owed_);
        clock_.advance(whole);
        owed_ -= whole;
    }

    FakeSamChannel wire_;
    ManualClock& clock_;
    microseconds perByte_;
    microseconds owed_{}; ///< less than the clock can be moved by
};

/// Finding, selecting, reading: requests of 10 bytes and their replies.
constexpr std::size_t kBytesOfRead = 10 + 15 + 10 + 19 + 10 + 1295;

} // namespace

TEST_CASE("D1 a whole read takes less than 1.2 times what the protocol's bytes take") {
    constexpr int kBitsAByte = 10; // with start and stop
    for (const int baud : {115200, 57600}) {
        CAPTURE(baud);
        const microseconds perByte(1'000'000 * kBitsAByte / baud);
        ManualClock clock;
        SamDeviceModel model;
        const auto reader =
            SamCardReader::open(std::make_unique<SlowChannel>(model, clock, perByte), clock);
        REQUIRE(reader);
        model.lay(sampleCard());
        const SteadyTime began = clock.steady();
        REQUIRE((*reader)->findCard({}) == true);
        REQUIRE((*reader)->readCard({}) == sampleCard());
        const auto took = std::chrono::duration_cast<microseconds>(clock.steady() - began);
        const microseconds ofBytes = perByte * kBytesOfRead;
        CHECK(took >= ofBytes); // the wire does slow it down
        CHECK(took * 100 < ofBytes * 120);
        WARN("read " << took.count() / 1000 << " ms, its bytes " << ofBytes.count() / 1000
                     << " ms");
    }
}
