// SPDX-License-Identifier: Apache-2.0
#include "drivers/card_reader/sam/codec/record/record.h"
#include "firmware/base/text.h"
#include "tests/fuzz/input.h"

using namespace kiosk;
using namespace kiosk::drivers::sam;

/// The input is the text record itself: no frame, no check byte in the way.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Bytes photo(kPhotoSize);
    const auto card = decodeRecord({fuzz::input(data, size), photo});
    if (card) {
        const bool ofFirstForm = card->layout == drivers::IdCard::Layout::foreigner2017;
        fuzz::expectAlways(card->number.size() == (ofFirstForm ? 15 : 18));
        fuzz::expectAlways(!card->name.empty() || !card->englishName.empty());
        fuzz::expectAlways(isValidUtf8(card->name) && isValidUtf8(card->englishName));
        fuzz::expectAlways(isValidUtf8(card->address));
        fuzz::expectAlways(card->birth.ok() && card->validFrom.ok());
    }
    return 0;
}
