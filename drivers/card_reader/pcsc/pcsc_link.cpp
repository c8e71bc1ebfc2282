// SPDX-License-Identifier: Apache-2.0
#include "drivers/card_reader/pcsc/pcsc_link.h"

#include <array>
#include <vector>

#include "drivers/card_reader/pcsc/codec/apdu.h"

namespace kiosk::drivers::pcsc {

namespace {

CardTrouble troubleOf(LONG code) {
    switch (code) {
    case SCARD_E_NO_SMARTCARD:
    case SCARD_W_REMOVED_CARD:
    case SCARD_W_RESET_CARD:
        return CardTrouble::removed;
    case SCARD_W_UNRESPONSIVE_CARD:
    case SCARD_W_UNPOWERED_CARD:
    case SCARD_W_UNSUPPORTED_CARD:
    case SCARD_E_PROTO_MISMATCH:
        return CardTrouble::selectFailed;
    case SCARD_E_NOT_TRANSACTED:
    case SCARD_F_COMM_ERROR:
    case SCARD_E_SHARING_VIOLATION:
        return CardTrouble::readFailed;
    case SCARD_E_TIMEOUT:
        return CardTrouble::silent;
    default: // no reader, no service, a handle of one that was started anew
        return CardTrouble::gone;
    }
}

ChipResult<> asResult(LONG code) {
    if (code == SCARD_S_SUCCESS)
        return {};
    return std::unexpected(troubleOf(code));
}

/// The names stand one after another, each ended by a zero.
std::vector<std::string> namesIn(const std::string& list) {
    std::vector<std::string> names;
    for (std::size_t at = 0; at < list.size() && list[at] != '\0'; at += names.back().size() + 1)
        names.emplace_back(list.c_str() + at);
    return names;
}

std::vector<std::string> readersOf(SCARDCONTEXT context) {
    DWORD size = 0;
    if (::SCardListReaders(context, nullptr, nullptr, &size) != SCARD_S_SUCCESS)
        return {};
    std::string list(size, '\0');
    if (::SCardListReaders(context, nullptr, list.data(), &size) != SCARD_S_SUCCESS)
        return {};
    list.resize(size);
    return namesIn(list);
}

} // namespace

Result<std::unique_ptr<PcscLink>> PcscLink::open(const std::string& name) {
    SCARDCONTEXT context = 0;
    if (::SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &context) != SCARD_S_SUCCESS)
        return std::unexpected(asError(CardTrouble::gone, "no PC/SC service"));
    std::unique_ptr<PcscLink> link(new PcscLink(context));
    for (const std::string& reader : readersOf(context))
        if (reader.find(name) != std::string::npos) {
            link->reader_ = reader;
            return link;
        }
    return std::unexpected(asError(CardTrouble::gone, "no PC/SC reader " + name));
}

PcscLink::~PcscLink() {
    disconnect();
    ::SCardReleaseContext(context_);
}

ChipResult<ChipSeat> PcscLink::look() {
    SCARD_READERSTATE state{.szReader = reader_.c_str(), .dwCurrentState = SCARD_STATE_UNAWARE};
    TRY(asResult(::SCardGetStatusChange(context_, 0, &state, 1)));
    constexpr DWORD kNotThere = SCARD_STATE_UNKNOWN | SCARD_STATE_UNAVAILABLE;
    if ((state.dwEventState & kNotThere) != 0)
        return std::unexpected(CardTrouble::gone);
    return ChipSeat{.present = (state.dwEventState & SCARD_STATE_PRESENT) != 0,
                    .changes = static_cast<unsigned>(state.dwEventState >> 16)};
}

ChipResult<> PcscLink::connect() {
    disconnect();
    return asResult(::SCardConnect(context_, reader_.c_str(), SCARD_SHARE_EXCLUSIVE,
                                   SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, &card_, &protocol_));
}

ChipResult<Bytes> PcscLink::transmit(ByteView command) {
    const SCARD_IO_REQUEST& how = protocol_ == SCARD_PROTOCOL_T0 ? g_rgSCardT0Pci : g_rgSCardT1Pci;
    Bytes reply(kLongestReply);
    DWORD size = reply.size();
    TRY(asResult(::SCardTransmit(card_, &how, reinterpret_cast<LPCBYTE>(command.data()),
                                 command.size(), nullptr, reinterpret_cast<LPBYTE>(reply.data()),
                                 &size)));
    reply.resize(size);
    return reply;
}

void PcscLink::disconnect() {
    if (card_ != 0)
        ::SCardDisconnect(card_, SCARD_UNPOWER_CARD);
    card_ = 0;
}

} // namespace kiosk::drivers::pcsc
