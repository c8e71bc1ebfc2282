// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "firmware/visit/rounds.h"
#include "firmware/visit/visit_view.h"
#include "firmware/visit/workplace.h"

namespace kiosk::visit {

/// Asks every part now and then whether it works, so that the start screen can say so before
/// anybody begins (Q7). Asks only while `idle` says that nobody is being served. Loop thread only.
class ServiceWatch {
public:
    ServiceWatch(Workplace& workplace, std::function<bool()> idle,
                 std::function<void(Services)> changed);
    ServiceWatch(const ServiceWatch&) = delete;
    ServiceWatch& operator=(const ServiceWatch&) = delete;

    /// Asks for the first time, and goes on.
    void begin();
    /// Asks the devices at once, should nobody be served: one of them came or went.
    void askDevices();

private:
    void lookAtDevices();
    void lookAtRegions();
    void askRegions();
    void askReader();
    void askPrinter();
    void askReceiptPrinter();
    void askCamera();
    void tell();

    Workplace& at_;
    std::function<bool()> idle_;
    std::function<void(Services)> changed_;
    Services services_;
    Services told_;
    Rounds deviceRounds_;
    Rounds regionRounds_;
    std::map<std::string, bool> regionAnswers_; ///< by region name
};

/// What a printer's state means for the start screen: `printingNote` is the text key.
Services withPrinter(Services services, const Result<drivers::PrinterStatus>& status);
/// Likewise a receipt printer's: without slips everything else goes on.
Services withReceiptPrinter(Services services, const Result<drivers::PrinterStatus>& status);
/// How many regions answered: all, some (named) or none.
Services withRegions(Services services, const std::map<std::string, bool>& answers);

} // namespace kiosk::visit
