// SPDX-License-Identifier: Apache-2.0
#include "tests/mutation/mutations.h"

#include <algorithm>
#include <array>

#include "tests/mutation/byte_mutations.h"
#include "tests/mutation/package_mutations.h"
#include "tests/mutation/pdf_mutations.h"
#include "tests/mutation/zip_writer.h"

namespace kiosk::tests::mutation {

namespace {

Bytes changedArchive(const Specimen& origin, Dice& dice) {
    std::string archive = toText(origin.file);
    changeBytes(archive, dice);
    return toBytes(archive);
}

Bytes twoNames(const Specimen& origin, Dice& dice) {
    const std::size_t which = dice.roll(origin.entries.size());
    return writeZipWithTwoNames(origin.entries, which, dice.pick(origin.entries).first);
}

Bytes repeatedEntry(const Specimen& origin, Dice& dice) {
    Entries entries = origin.entries;
    auto again = dice.pick(entries);
    changeBytes(again.second, dice);
    entries.insert(entries.begin() + static_cast<std::ptrdiff_t>(dice.roll(entries.size() + 1)),
                   again);
    return writeZip(entries);
}

/// A byte in any file; in the signature's own files every second time.
void changeEntry(Entries& entries, Dice& dice, const World&) {
    while (true) {
        auto& [name, content] = dice.pick(entries);
        if (name.starts_with("Doc_0/Signs/") || dice.oneIn(3))
            return changeBytes(content, dice);
    }
}

using ArchiveChange = Bytes (*)(const Specimen&, Dice&);
using EntriesChange = void (*)(Entries&, Dice&, const World&);

/// A kind of mutation and how often it comes beside the others.
struct Kind {
    std::string_view name;
    std::size_t weight;
    ArchiveChange ofArchive;
    EntriesChange ofEntries;
};

constexpr std::array kKinds{
    Kind{"bytes of the archive", 16, changedArchive, nullptr},
    Kind{"an entry named twice, differently", 2, twoNames, nullptr},
    Kind{"an entry twice", 3, repeatedEntry, nullptr},
    Kind{"bytes of an entry", 24, nullptr, changeEntry},
    Kind{"an attribute", 6, nullptr, changeAttribute},
    Kind{"a text", 6, nullptr, changeText},
    Kind{"an element removed", 6, nullptr, removeElement},
    Kind{"an element repeated", 6, nullptr, repeatElement},
    Kind{"an element moved", 6, nullptr, moveElement},
    Kind{"a reference redirected", 8, nullptr, redirectReference},
    Kind{"a part of another licence", 8, nullptr, takePart},
    Kind{"another licence's signing", 4, nullptr, takeSigning},
    Kind{"own parts exchanged", 4, nullptr, exchangeOwnParts},
    Kind{"a second body", 3, nullptr, addSecondBody},
    Kind{"a revision nobody signed", 3, nullptr, addRevision},
    Kind{"a second list of signatures", 3, nullptr, addSignatureList},
    Kind{"a foreign signature beside", 5, nullptr, addForeignSignature},
    Kind{"its own signature copied", 3, nullptr, copyOwnSignature},
    Kind{"a part nobody signed", 4, nullptr, addUnsignedPart},
    Kind{"a digest mended", 6, nullptr, mendDigest},
    Kind{"a shadow of an entry", 8, nullptr, shadowEntry},
    Kind{"an entry renamed", 4, nullptr, renameEntry},
    Kind{"an entry removed", 3, nullptr, removeEntry},
};

/// One of the kinds, each as often as its weight says.
template <typename Kinds>
const auto& pickKind(const Kinds& kinds, Dice& dice) {
    std::size_t total = 0;
    for (const auto& kind : kinds)
        total += kind.weight;
    std::size_t at = dice.roll(total);
    for (const auto& kind : kinds) {
        if (at < kind.weight)
            return kind;
        at -= kind.weight;
    }
    return kinds.back();
}

Bytes changed(const Kind& kind, const Specimen& origin, Dice& dice, const World& world) {
    if (kind.ofArchive != nullptr)
        return kind.ofArchive(origin, dice);
    Entries entries = origin.entries;
    kind.ofEntries(entries, dice, world);
    return entries == origin.entries ? Bytes{} : writeZip(entries);
}

Mutant packageMutant(const World& world, Dice& dice) {
    const Specimen& origin = dice.pick(world.sound());
    const Kind& kind = pickKind(kKinds, dice);
    return {&origin, std::string(kind.name), changed(kind, origin, dice, world)};
}

Mutant pdfMutant(const World& world, Dice& dice) {
    const Specimen& origin = dice.pick(world.soundPdfs());
    const PdfChange& kind = pickKind(pdfChanges(), dice);
    return {&origin, std::string(kind.name), kind.make(origin, dice, world)};
}

/// Most licences are packages.
constexpr std::size_t kPdfsAmongMutants = 8;

} // namespace

Mutant makeMutant(const World& world, std::uint64_t seed, std::uint64_t round) {
    constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15; // so that neighbours differ wholly
    Dice dice(seed + round * kSpread);
    while (true) {
        Mutant mutant =
            dice.oneIn(kPdfsAmongMutants) ? pdfMutant(world, dice) : packageMutant(world, dice);
        if (!mutant.file.empty() && mutant.file != mutant.origin->file)
            return mutant;
    }
}

std::vector<std::string_view> mutationKinds() {
    std::vector<std::string_view> names;
    std::ranges::transform(kKinds, std::back_inserter(names), &Kind::name);
    std::ranges::transform(pdfChanges(), std::back_inserter(names), &PdfChange::name);
    return names;
}

} // namespace kiosk::tests::mutation
