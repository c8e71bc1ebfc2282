// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/base/random.h"
#include "tests/support/ofd_builder.h"
#include "tests/unit/verify/checking.h"

using namespace kiosk;
using namespace kiosk::tests;
using verify::Judgement;

namespace {

/// Entries by name, as a verdict sees them.
std::map<std::string, Bytes> contents(ByteView zip) {
    const auto package = document::Package::open(zip).value();
    std::map<std::string, Bytes> all;
    for (const std::string& name : package.names()) {
        const ByteView entry = package.entry(name).value();
        all[name] = Bytes(entry.begin(), entry.end());
    }
    return all;
}

Bytes packed(const std::map<std::string, Bytes>& files) {
    std::vector<std::pair<std::string, std::string>> entries;
    for (const auto& [name, content] : files)
        entries.emplace_back(name, toText(content));
    return makeZip(entries, Packing::stored);
}

Bytes damaged(const Bytes& sound, RandomSource& random) {
    Bytes file = sound;
    const auto at = static_cast<std::size_t>(random.next() % file.size());
    const auto change = static_cast<unsigned>(1 + random.next() % 255);
    file[at] ^= static_cast<std::byte>(change);
    return file;
}

} // namespace

TEST_CASE("V1 of 2000 files with one byte changed none is valid unless it unpacks to the same") {
    const SampleOffice office;
    const verify::Verifier verifier(trustIn(office));
    const Bytes sound = office.licence();
    const auto soundContents = contents(sound);
    SeededRandom random(20261123);
    for (int i = 0; i < 2000; ++i) {
        const Bytes file = damaged(sound, random);
        const auto checked = verifier.check(file, kIssuingTime);
        INFO("round " << i);
        // Nearly all are refused: no package that has one reading, or no document.
        if (checked && checked->verdict.judgement == Judgement::valid)
            CHECK(contents(file) == soundContents);
    }
}

TEST_CASE("V1 a byte changed in whichever file and packed anew is never valid") {
    const SampleOffice office;
    const verify::Verifier verifier(trustIn(office));
    SeededRandom random(33190);
    const auto sound = contents(office.licence());
    int judged = 0;
    for (int i = 0; i < 400; ++i) {
        auto files = sound;
        const auto file =
            std::next(files.begin(), static_cast<std::ptrdiff_t>(random.next() % files.size()));
        file->second = damaged(file->second, random);
        const auto checked = verifier.check(packed(files), kIssuingTime);
        if (!checked)
            continue; // refused: no document any more
        ++judged;
        INFO("round " << i << ", " << file->first);
        CHECK(checked->verdict.judgement != Judgement::valid);
    }
    CHECK(judged > 200);
}

TEST_CASE("V1 every byte of the signature value counts") {
    const SampleOffice office;
    const verify::Verifier verifier(trustIn(office));
    SeededRandom random(38540);
    auto files = contents(office.licence());
    Bytes& value = files.at("Doc_0/Signs/Sign_0/SignedValue.dat");
    for (int i = 0; i < 200; ++i) {
        const auto at = static_cast<std::size_t>(random.next() % value.size());
        const Bytes before = value;
        value[at] ^= std::byte{0x10};
        const auto checked = verifier.check(packed(files), kIssuingTime);
        INFO("byte " << at);
        REQUIRE(checked);
        CHECK(checked->verdict.judgement != Judgement::valid);
        value = before;
    }
}
