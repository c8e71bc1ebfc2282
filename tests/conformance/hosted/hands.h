// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <kiosk_rig.h>

#include "drivers/vendor/hosted/host.h"
#include "drivers/vendor/vendor_module.h"
#include "tests/conformance/kit/case.h"

/// The hands of kiosk_rig.h from another process: the world that they move lies with the module, in
/// the process it is hosted in.
namespace kiosk::tests {

using Hands = drivers::vendor::hosted::Functions<
    &kiosk_reader_rig::lay, &kiosk_reader_rig::lift, &kiosk_reader_rig::fail_next_read,
    &kiosk_reader_rig::unplug, &kiosk_reader_rig::plug, &kiosk_reader_rig::hold_next_read,
    &kiosk_printer_rig::page_out, &kiosk_printer_rig::jam, &kiosk_printer_rig::clear_jam,
    &kiosk_printer_rig::open_cover, &kiosk_printer_rig::close_cover, &kiosk_printer_rig::take_paper,
    &kiosk_printer_rig::put_paper, &kiosk_printer_rig::low_toner,
    &kiosk_printer_rig::settle_cancelled, &kiosk_printer_rig::vanish,
    &kiosk_printer_rig::lose_next_reply>;

/// Numbers of calls beyond those that a kiosk makes.
inline constexpr std::uint32_t kFirstHand = drivers::vendor::hosted::kOpen + 1;
inline constexpr std::uint32_t kReceived = kFirstHand + Hands::kCount;

/// A piece of a document that the device was given, by the document's index and where in it the
/// piece begins; how large the whole is, and how many documents there are.
struct ReceivedPiece {
    std::int32_t documents;
    std::int32_t whole;
    std::int32_t size;
    unsigned char bytes[4096];
};

/// Does what a hand of the module's process does.
template <auto hand, typename... Arguments>
void by(const drivers::vendor::Module& module, Arguments... arguments) {
    auto& host = *static_cast<drivers::vendor::hosted::Host*>(module.self());
    if (host.call(kFirstHand + Hands::numberOf<hand>(), 0, arguments...) != KIOSK_OK)
        throw NotOffered{"a hand of the module"};
}

} // namespace kiosk::tests

/// A card to be laid: told.
template <>
struct kiosk::drivers::vendor::hosted::Crossing<const kiosk_id_card*> {
    static Result<> ask(Packet& question, Room& /*room*/, const kiosk_id_card* card) {
        question.put(*card);
        return {};
    }
    static bool take(Packet& /*answer*/, Room& /*room*/, const kiosk_id_card* /*card*/) {
        return true;
    }

    struct Held {
        kiosk_id_card card;

        bool take(Packet& question, Serving& /*serving*/) { return question.take(card); }
        const kiosk_id_card* lend() const { return &card; }
        void answer(Packet& /*answer*/, std::int32_t /*result*/) const {}
    };
};
