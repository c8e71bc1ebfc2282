// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/recording/replay.h"

#include <algorithm>

#include "tests/conformance/kit/case.h"
#include "tests/conformance/recording/playback.h"
#include "tests/conformance/recording/reader_calls.h"
#include "tests/support/sample_card.h"

namespace kiosk::tests {

namespace {

using drivers::CardReader;
using drivers::IdCard;

/// A recording has no other card; that it moved is recorded apart from it.
Result<> isSample(IdCard read) {
    const auto cards = cardOfEachLayout();
    const auto sample = std::ranges::find(cards, read.layout, &IdCard::layout);
    const bool moved = read.newestAddress == otherCard().newestAddress;
    if (moved)
        read.newestAddress.clear();
    return met(sample != cards.end() && read == *sample,
               "read-card gave a card that differs from the one recorded");
}

Result<std::string> readCard(CardReader& reader) {
    const auto card = reader.readCard({});
    if (card)
        TRY(isSample(*card));
    return wordFor(card);
}

/// Does one call; its answer in a word.
Result<std::string> make(const std::string& call, CardReader& reader) {
    if (call == calls::kReset)
        return wordFor(reader.reset({}));
    if (call == calls::kFindCard)
        return wordFor(reader.findCard({}));
    if (call == calls::kReadCard)
        return readCard(reader);
    if (call == calls::kCardStillThere)
        return wordFor(reader.cardStillThere({}));
    if (call == calls::kSamNumber)
        return wordFor(reader.samNumber({}));
    return fail(ErrorKind::malformed, "recording.malformed", Remedy::supplier, "call " + call);
}

Result<> checkAnswer(Playback& playback, const std::string& call, const std::string& given) {
    const std::string recorded = TRY(playback.answer());
    return met(given == recorded, call + " gave " + given + " instead of " + recorded);
}

} // namespace

Result<> replayReader(const Recording& recording, const OpenReaderOver& open) {
    const auto playback = std::make_shared<Playback>(recording);
    const auto first = TRY(playback->nextCall());
    if (first != calls::kOpen)
        return fail(ErrorKind::malformed, "recording.malformed", Remedy::supplier,
                    "does not begin with its opening");
    const auto reader = open(playing(playback));
    TRY(checkAnswer(*playback, *first, wordFor(reader)));
    while (const auto call = TRY(playback->nextCall())) {
        if (!reader)
            return fail(ErrorKind::malformed, "recording.malformed", Remedy::supplier,
                        "goes on though it could not be opened");
        const std::string given = TRY(make(*call, **reader));
        TRY(checkAnswer(*playback, *call, given));
    }
    return playback->over();
}

} // namespace kiosk::tests
