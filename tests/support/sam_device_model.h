// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <memory>
#include <mutex>
#include <optional>

#include "drivers/card_reader/card_reader.h"
#include "drivers/card_reader/sam/codec/frame.h"
#include "drivers/card_reader/sam/codec/reply.h"

namespace kiosk::tests {

/// One thing that goes wrong with the reply to a command.
struct SamFault {
    enum class Kind {
        wrongCheck,    ///< the check byte is inverted
        wrongRecord,   ///< a digit of the number is another, the frame is right
        unknownLayout, ///< the record's letter is one nobody knows, the frame is right
        cut,           ///< only `after` bytes come
        noise,         ///< stray bytes come first, one of them inside the preamble
        silence,       ///< nothing comes
        late,          ///< comes only after the asker gave up
        stall,         ///< the pipe is halted
        unplug,        ///< `after` bytes come, then the reader is gone
        status,        ///< the module answers with `status` and no data
        cardLifted,    ///< the card goes before the command is carried out
    };

    Kind kind;
    drivers::sam::Command on = drivers::sam::kReadTextAndPhoto;
    std::size_t after = 0;
    std::uint8_t status = 0;
    int times = 1; ///< how many replies it spoils
};

/// What a reader with a security module does at the other end of the wire: takes request bytes,
/// gives reply bytes. The same model stands behind the USB, the serial and the in-memory rig.
///
/// Thread-safe: the test lays and lifts on one thread, the rig asks on another.
class SamDeviceModel {
public:
    /// What the wire does with a reply.
    struct Delivery {
        enum class End { whole, late, stall, unplug };

        Bytes bytes;
        End end = End::whole;
    };

    void lay(const drivers::IdCard& card);
    /// A card with this text record, right or not.
    void layRecord(Bytes record, Bytes photo);
    /// A bus pass or a bank card.
    void layOtherRadioCard();
    void lift();
    /// What a read delivers beside text and photo, though nobody asked for it.
    enum class Fingerprints { noLength, lengthZero, whole };
    void answerWith(Fingerprints fingerprints);
    void inject(const SamFault& fault);
    /// Whether a fault still waits for its command.
    bool hasFault();
    /// As after unplugging and plugging in: nothing read, nothing remembered.
    void powerCycle();
    /// Another reader of the same kind: with another security module. Its card is gone.
    void becomeAnother();

    /// Bytes from the host, in pieces of any size; an answer when a request is whole.
    std::optional<Delivery> receive(ByteView bytes);

    static constexpr const char* kSamNumber = "05.03-20100101-000012345-012345678";
    static constexpr const char* kOtherSamNumber = "05.03-20100101-000012345-012345679";

private:
    enum class Phase { noCard, laid, found, selected, failed };
    struct Card {
        enum class Kind { identity, otherRadio };
        Kind kind;
        Bytes record;
        Bytes photo;
        Bytes newestAddress{}; ///< as the module sends it; empty for none
    };

    void put(Card card);
    void removeCard();
    Bytes payloadFor(drivers::sam::Command command);
    Bytes cardData();
    Bytes newestAddress();
    std::optional<SamFault> takeFault(drivers::sam::Command command);
    static Delivery spoil(Bytes frame, const SamFault& fault);

    std::mutex mutex_; ///< guards everything below
    std::unique_ptr<drivers::sam::FrameParser> request_;
    std::optional<Card> card_;
    Phase phase_ = Phase::noCard;
    std::deque<SamFault> faults_;
    Fingerprints fingerprints_ = Fingerprints::noLength;
    bool isAnother_ = false;
};

} // namespace kiosk::tests
