// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "firmware/visit/rounds.h"
#include "firmware/visit/visit_view.h"
#include "firmware/visit/workplace.h"

namespace kiosk::visit {

/// Whether a region answered, by its name; nothing while that is not known yet.
using RegionAnswers = std::map<std::string, std::optional<bool>>;

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
    /// Somebody is being served: much may be otherwise afterwards, and is asked for soon.
    void quicken();

private:
    void lookAtPrinters();
    void lookAtDevices();
    void lookAtRegions();
    void askRegions();
    void askRegion(std::size_t index);
    void askPrinters();
    void askReader();
    void askPrinter();
    void askReceiptPrinter();
    void askCamera();
    void tell();

    /// What a part said last. On its worker: only what is new goes to the loop, which sleeps on
    /// otherwise.
    template <typename T>
    class News {
    public:
        bool isNew(const T& said) { return std::exchange(last_, said) != said; }

    private:
        std::optional<T> last_;
    };

    Workplace& at_;
    std::function<bool()> idle_;
    std::function<void(Services)> changed_;
    Services services_;
    Services told_;
    Rounds printerRounds_;
    Rounds deviceRounds_; ///< reader and camera
    Rounds regionRounds_;
    RegionAnswers regionAnswers_;
    News<bool> readerNews_, cameraNews_;
    News<Services> printerNews_, receiptNews_;
    std::vector<News<bool>> regionNews_; ///< as the workplace's regions
};

/// What a printer's state means for the start screen: `printingNote` is the text key.
Services withPrinter(Services services, const Result<drivers::PrinterStatus>& status);
/// Likewise a receipt printer's: without slips everything else goes on.
Services withReceiptPrinter(Services services, const Result<drivers::PrinterStatus>& status);
/// How many regions answered: all, some (the silent ones are named) or none. Where there is none,
/// nothing can be looked up.
Services withRegions(Services services, const RegionAnswers& answers);

} // namespace kiosk::visit
