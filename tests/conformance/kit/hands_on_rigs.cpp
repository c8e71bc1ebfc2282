// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/kit/ask_person.h"
#include "tests/conformance/kit/rigs.h"

namespace kiosk::tests {

namespace {

using drivers::CardTrouble;
using drivers::IdCard;

class HandsOnReaderRig final : public ReaderRig {
public:
    explicit HandsOnReaderRig(OpenReader open) : open_(std::move(open)) {}
    Result<> open() {
        reader_.reset();
        reader_ = TRY(open_());
        return {};
    }

    drivers::CardReader& reader() override { return *reader_; }
    void lay(const IdCard& card) override {
        if (card.layout != IdCard::Layout::mainland)
            throw NotOffered{"lay a card of another layout"};
        ask("Lay a resident ID card on the reader");
    }
    void lift() override { ask("Lift the card"); }
    void failNextRead(CardTrouble trouble) override {
        if (trouble != CardTrouble::wrongKind)
            throw NotOffered{"spoil a read"};
        ask("Lay another radio card there instead");
    }
    void unplug() override { ask("Pull the reader's plug"); }
    void plugAndOpen() override {
        ask("Put the reader's plug in again and wait until it is ready");
        if (const auto opened = open(); !opened)
            throw NotOffered{"open it again: " + opened.error().line()};
    }
    /// Whose card it is the kit does not know; that it is whole it can see.
    bool isSame(const IdCard& read, const IdCard& /*laid*/) const override {
        return !read.name.empty() && !read.number.empty() && read.birth.ok() &&
               read.photo.size() == 1024;
    }

private:
    OpenReader open_;
    std::shared_ptr<drivers::CardReader> reader_;
};

class HandsOnPrinterBench final : public PrinterBench {
public:
    explicit HandsOnPrinterBench(OpenPrinter open) : open_(std::move(open)) {}
    Result<> open() {
        printer_ = TRY(open_());
        return {};
    }

    drivers::Printer& printer() override { return *printer_; }
    drivers::Printer& reopened() override {
        auto opened = open_();
        if (!opened)
            throw NotOffered{"open it again: " + opened.error().line()};
        reopened_ = std::move(*opened);
        return *reopened_;
    }
    std::vector<Bytes> received() const override {
        throw NotOffered{"look at what the printer was given"};
    }

    // A printer prints by itself: nobody holds its pages back.
    void pageOut() override { throw NotOffered{"let one page out at a time"}; }
    void jam() override { throw NotOffered{"jam a sheet"}; }
    void clearJam() override { throw NotOffered{"clear the jam"}; }
    void openCover() override { ask("Open the printer's cover"); }
    void closeCover() override { ask("Close the printer's cover"); }
    void takePaper() override { ask("Take all paper out"); }
    void putPaper() override { ask("Put A4 paper in"); }
    void lowToner() override { throw NotOffered{"use up the toner"}; }
    void settleCancelled() override {}
    void vanish() override { ask("Pull the printer's cable"); }
    std::chrono::milliseconds settlingTime() const override { return std::chrono::seconds(60); }

private:
    OpenPrinter open_;
    std::shared_ptr<drivers::Printer> printer_;
    std::shared_ptr<drivers::Printer> reopened_;
};

} // namespace

Result<std::unique_ptr<ReaderRig>> handsOnReaderRig(OpenReader open) {
    auto rig = std::make_unique<HandsOnReaderRig>(std::move(open));
    TRY(rig->open());
    return rig;
}

Result<std::unique_ptr<PrinterBench>> handsOnPrinterBench(OpenPrinter open) {
    auto bench = std::make_unique<HandsOnPrinterBench>(std::move(open));
    TRY(bench->open());
    return bench;
}

} // namespace kiosk::tests
