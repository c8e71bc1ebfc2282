// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "tests/mutation/mutations.h"
#include "tests/mutation/zip_writer.h"
#include "tests/support/ofd_builder.h"
#include "tests/support/sample_licences.h"

namespace kiosk::tests::mutation {

namespace {

using sandbox::LicenceFace;
using sandbox::Making;
using sandbox::SealLayout;
using sandbox::SignerNaming;

template <typename Enum>
Enum anyOf(Dice& dice, Enum last) {
    return static_cast<Enum>(dice.roll(static_cast<std::size_t>(last) + 1));
}

Writing anyWriting(Dice& dice) {
    constexpr std::array<const char*, 5> kHolders{"林云舒", "单𠮷䶮", "周𪚥",
                                                  "古丽娜尔·阿布都热依木", "ئالىم·مۇھەممەت"};
    return {.paths = anyOf(dice, Writing::Paths::fromRoot),
            .prefix = anyOf(dice, Writing::Prefix::none),
            .mark = anyOf(dice, Writing::Mark::byteOrder),
            .parts = anyOf(dice, Writing::Parts::templateAndAnnotation),
            .holder = dice.pick(kHolders)};
}

/// Each layout that names its signer; GM/T 0031-2014 knows no list of digests.
Making anyMaking(Dice& dice) {
    const SealLayout layout = anyOf(dice, SealLayout::gmSignedData);
    return {.layout = layout,
            .naming = layout == SealLayout::v1 ? SignerNaming::certificate
                                               : anyOf(dice, SignerNaming::digest)};
}

/// A moment in the year before the kiosk's.
WallTime anyTime(Dice& dice) {
    return kIssuingTime - std::chrono::minutes(dice.roll(363 * 24 * 60));
}

/// Another order, another compression, folders of their own: the same package.
Bytes packedSomehow(Entries entries, Dice& dice) {
    for (std::size_t i = entries.size(); i > 1; --i)
        std::swap(entries[i - 1], entries[dice.roll(i)]);
    switch (dice.roll(3)) {
    case 0:
        return makeZip(entries, Packing::deflated);
    case 1:
        return makeZip(entries, Packing::stored);
    default:
        entries.insert(entries.begin(), {"Doc_0/", ""});
        return writeZip(entries);
    }
}

std::string described(const Writing& writing, const Making& making) {
    return "paths " + std::to_string(static_cast<int>(writing.paths)) + ", prefix " +
           std::to_string(static_cast<int>(writing.prefix)) + ", mark " +
           std::to_string(static_cast<int>(writing.mark)) + ", parts " +
           std::to_string(static_cast<int>(writing.parts)) + ", layout " +
           std::to_string(static_cast<int>(making.layout)) + ", naming " +
           std::to_string(static_cast<int>(making.naming));
}

} // namespace

Variation makeVariation(const World& world, std::uint64_t seed, std::uint64_t round) {
    Dice dice(seed ^ (round << 20));
    constexpr std::size_t kFaceEvery = 16; // a real face takes as long as many small licences
    const Making making = anyMaking(dice);
    if (dice.oneIn(kFaceEvery)) {
        const auto layout = anyOf(dice, LicenceFace::Layout::plain);
        return {"face " + std::to_string(static_cast<int>(layout)),
                packedSomehow(world.sealedFace(sampleFace(layout), making, anyTime(dice)), dice)};
    }
    const Writing writing = anyWriting(dice);
    return {described(writing, making),
            packedSomehow(world.sealedAs(writing, making, anyTime(dice)), dice)};
}

} // namespace kiosk::tests::mutation
