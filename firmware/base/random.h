// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <random>
#include <string>

namespace kiosk {

/// Randomness behind an interface, so that a seed replays a kiosk's life. Thread-safe.
class RandomSource {
public:
    virtual ~RandomSource() = default;
    virtual std::uint64_t next() = 0;
};

/// The kernel's generator.
class SystemRandom final : public RandomSource {
public:
    std::uint64_t next() override;
};

/// The same sequence for the same seed, on every machine.
class SeededRandom final : public RandomSource {
public:
    explicit SeededRandom(std::uint64_t seed) : engine_(seed) {}
    std::uint64_t next() override { return engine_(); }

private:
    std::mt19937_64 engine_;
};

/// A version 4 UUID (RFC 9562) in lower case: the idempotency key of a request.
std::string randomUuid(RandomSource& random);

} // namespace kiosk
