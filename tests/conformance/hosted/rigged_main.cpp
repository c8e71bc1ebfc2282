// SPDX-License-Identifier: Apache-2.0
// `rigged-device FILE`: kiosk-device with the hands beside the device, for the conformance suites.
#include <algorithm>

#include <dlfcn.h>
#include <unistd.h>

#include "drivers/vendor/hosted/exchange.h"
#include "drivers/vendor/hosted/program/walls.h"
#include "drivers/vendor/hosted/service.h"
#include "tests/conformance/hosted/hands.h"

using namespace kiosk;
using namespace kiosk::drivers::vendor::hosted;
using kiosk::tests::Hands;
using kiosk::tests::ReceivedPiece;

namespace {

/// The module's own hands; the service loads the same object, not another.
kiosk_rig rigOf(const char* file) {
    kiosk_rig rig{};
    rig.struct_size = sizeof(rig);
    void* module = ::dlopen(file, RTLD_NOW | RTLD_LOCAL);
    if (void* symbol = module == nullptr ? nullptr : ::dlsym(module, "kiosk_rig_describe"))
        reinterpret_cast<std::int32_t (*)(kiosk_rig*)>(symbol)(&rig);
    return rig;
}

template <typename Table>
const Table* tableOf(const kiosk_rig& rig) {
    if constexpr (std::is_same_v<Table, kiosk_reader_rig>)
        return rig.card_reader;
    else
        return rig.printer;
}

template <auto hand, typename Function>
struct LocalHand;

template <auto hand, typename Table, typename... Arguments>
struct LocalHand<hand, void (*Table::*)(Arguments...)> {
    static bool make(const kiosk_rig& rig, Exchange& exchange) {
        return exchange.make<Arguments...>([&](Arguments... arguments) -> std::int32_t {
            const Table* table = tableOf<Table>(rig);
            if (table == nullptr || table->*hand == nullptr)
                return KIOSK_FAILED;
            (table->*hand)(arguments...);
            return KIOSK_OK;
        });
    }
};

template <auto... hands>
bool makeHand(Functions<hands...> /*all*/, std::uint32_t number, const kiosk_rig& rig,
              Exchange& exchange) {
    using Make = bool (*)(const kiosk_rig&, Exchange&);
    constexpr std::array<Make, sizeof...(hands)> kMakes{
        &LocalHand<hands, decltype(hands)>::make...};
    return kMakes.at(number)(rig, exchange);
}

std::int32_t tellPiece(const kiosk_rig& rig, std::int32_t index, std::int32_t from,
                       ReceivedPiece& told) {
    std::size_t whole = 0;
    const unsigned char* bytes = rig.printer->document(index, &whole);
    told.documents = rig.printer->received();
    if (bytes == nullptr || from < 0 || static_cast<std::size_t>(from) > whole)
        return KIOSK_OK;
    told.whole = static_cast<std::int32_t>(whole);
    told.size = std::min(told.whole - from, std::int32_t{sizeof(told.bytes)});
    std::copy_n(bytes + from, told.size, told.bytes);
    return KIOSK_OK;
}

bool tellReceived(const kiosk_rig& rig, Exchange& exchange) {
    return exchange.make<std::int32_t, std::int32_t, ReceivedPiece*>(
        [&rig](std::int32_t index, std::int32_t from, ReceivedPiece* told) {
            return rig.printer == nullptr ? std::int32_t{KIOSK_FAILED}
                                          : tellPiece(rig, index, from, *told);
        });
}

bool answer(Service& service, Room& room, const kiosk_rig& rig, Packet& question, Packet& answer) {
    QuestionHead head{};
    Packet looked(question.bytes());
    if (!looked.take(head) || head.number < tests::kFirstHand)
        return service.answer(question, answer);
    answer.clear();
    Exchange exchange{looked, answer, {room, head.call}};
    return head.number == tests::kReceived
               ? tellReceived(rig, exchange)
               : makeHand(Hands(), head.number - tests::kFirstHand, rig, exchange);
}

} // namespace

int main(int count, char** words) {
    auto room = Room::received(Descriptor(kRoom));
    if (count != 2 || !room || !raiseWalls(words[1]))
        return kExitNotConfined;
    endWith(kSocket);
    const kiosk_rig rig = rigOf(words[1]);
    Service service(words[1], *room);
    Packet question;
    Packet told;
    while (question.receive(kSocket) && answer(service, *room, rig, question, told))
        if (!told.send(kSocket))
            break;
    ::_exit(0);
}
