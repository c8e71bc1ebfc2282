// SPDX-License-Identifier: Apache-2.0
#include "tests/speed/compare/paced_reader.h"

#include <thread>

#include "tests/support/sample_card.h"

namespace kiosk::speed {

namespace {

std::chrono::nanoseconds timeOnLine(std::size_t bytes) {
    constexpr std::int64_t kBitsPerSecond = 115'200;
    constexpr std::int64_t kBitsPerByte = 10; // 8N1
    return std::chrono::nanoseconds(static_cast<std::int64_t>(bytes) * kBitsPerByte *
                                    1'000'000'000 / kBitsPerSecond);
}

} // namespace

void PacedReader::layCard() {
    model_.lift();
    model_.lay(tests::sampleCard());
}

tests::LineReply PacedReader::answer(ByteView came) {
    const auto begun = std::chrono::steady_clock::now();
    request_.insert(request_.end(), came.begin(), came.end());
    auto delivery = model_.receive(came);
    const std::size_t answered = delivery ? delivery->bytes.size() : 0;
    if (delivery)
        turns_.push_back({std::exchange(request_, {}), answered});
    std::this_thread::sleep_until(begun + timeOnLine(came.size() + answered));
    return {delivery ? std::move(delivery->bytes) : Bytes{}};
}

} // namespace kiosk::speed
