// SPDX-License-Identifier: Apache-2.0
#include "screens/speech/sound/wav.h"

#include <algorithm>
#include <optional>

namespace kiosk::speech {
namespace {

constexpr std::size_t kChunkHead = 8;
constexpr std::size_t kFormatBytes = 16;

std::unexpected<Error> notAWav(std::string_view why) {
    return fail(ErrorKind::malformed, "speech.not-a-wav", Remedy::configuration, why);
}

std::uint32_t littleEndian(ByteView bytes) {
    std::uint32_t value = 0;
    for (std::size_t at = bytes.size(); at > 0; --at)
        value = value << 8U | std::to_integer<std::uint32_t>(bytes[at - 1]);
    return value;
}

/// What follows the head of the first chunk of that name, as far as it is there.
std::optional<ByteView> chunk(ByteView bytes, std::string_view name) {
    while (bytes.size() >= kChunkHead) {
        const bool found = toText(bytes.first(4)) == name;
        const std::size_t length = littleEndian(bytes.subspan(4, 4));
        bytes = bytes.subspan(kChunkHead);
        const std::size_t here = std::min(length, bytes.size());
        if (found)
            return bytes.first(here);
        bytes = bytes.subspan(std::min(here + length % 2, bytes.size()));
    }
    return std::nullopt;
}

bool isOurs(ByteView format) {
    return format.size() >= kFormatBytes && littleEndian(format.subspan(0, 2)) == 1 &&
           littleEndian(format.subspan(2, 2)) == 1 &&
           littleEndian(format.subspan(4, 4)) == kSamplesPerSecond &&
           littleEndian(format.subspan(14, 2)) == 16;
}

} // namespace

Result<Pcm> pcmFromWav(ByteView bytes) {
    constexpr std::size_t kFileHead = 12;
    if (bytes.size() < kFileHead || toText(bytes.first(4)) != "RIFF" ||
        toText(bytes.subspan(8, 4)) != "WAVE")
        return notAWav("no head");
    const auto format = chunk(bytes.subspan(kFileHead), "fmt ");
    const auto data = chunk(bytes.subspan(kFileHead), "data");
    if (!format || !data)
        return notAWav("no samples");
    if (!isOurs(*format))
        return notAWav("not one channel of 16 bits at 22050 Hz");
    Pcm pcm(data->size() / 2);
    for (std::size_t at = 0; at < pcm.size(); ++at)
        pcm[at] = static_cast<std::int16_t>(littleEndian(data->subspan(at * 2, 2)));
    return pcm;
}

} // namespace kiosk::speech
