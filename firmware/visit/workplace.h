// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/camera/camera.h"
#include "drivers/card_reader/card_reader.h"
#include "drivers/code_reader/code_reader.h"
#include "drivers/device/slot.h"
#include "firmware/assist/assist_book.h"
#include "firmware/audit/entry.h"
#include "firmware/authority/authority.h"
#include "firmware/base/event_loop.h"
#include "firmware/base/random.h"
#include "firmware/base/worker.h"
#include "firmware/outbox/outbox.h"
#include "firmware/printing/page_ledger.h"
#include "firmware/printing/printer_care.h"
#include "firmware/reading/reader.h"
#include "firmware/verify/copy_verifier.h"
#include "firmware/verify/grant_verifier.h"
#include "firmware/visit/paper.h"

namespace kiosk::visit {

/// A region's platform and the thread that waits for it: one silent region holds up no other.
struct RegionLink {
    authority::Authority& authority;
    Worker& worker;
};

/// A printer and its thread.
struct PrinterDesk {
    printing::PrinterCare& printer;
    Worker& worker;
};

/// Everything the effects of a visit act upon, owned by whoever wires the kiosk and outliving the
/// visit. Each slot and store is used on the worker named beside it only.
struct Workplace {
    EventLoop& loop;
    const Clock& clock;
    RandomSource& random;

    drivers::Slot<drivers::CardReader>& reader;
    Worker& readerWorker;
    drivers::Slot<drivers::Camera>& camera;
    Worker& cameraWorker;
    std::function<std::optional<drivers::Code>(const drivers::Frame&)> readCode;
    Worker& codeWorker; ///< for readCode: the camera's picture does not wait for it
    printing::PrinterCare& printer;
    printing::PageLedger& ledger;
    Worker&
        printerWorker; ///< for the ledger too: what is written and what is sent keep their order
    std::optional<PrinterDesk> receipts; ///< slips come out there, where the kiosk has one

    std::vector<RegionLink> regions;
    std::shared_ptr<reading::Reader> documents;
    const verify::CopyVerifier& copyVerifier;
    const verify::GrantVerifier& grantVerifier;
    Worker& documentWorker; ///< for the documents and all drawing
    outbox::Outbox& outbox;
    Worker& storeWorker;           ///< for the outbox
    assist::AssistBook assistBook; ///< used on the store's worker
    /// Called on the outbox's worker when it holds one more request.
    std::function<void()> somethingKept = [] {};

    /// What matters to whoever supervises the kiosk goes on its record; from any thread.
    std::function<void(audit::Entry)> record = [](const audit::Entry&) {};

    std::string place;     ///< printed on every sheet
    PaperTexts paperTexts; ///< the words around it
};

/// The region's link, or nothing for a region this kiosk does not have.
RegionLink* linkOf(Workplace& at, const std::string& regionCode);

} // namespace kiosk::visit
