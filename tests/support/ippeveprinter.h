// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/child_process.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::tests {

/// `ippeveprinter` as an independent real printer on this machine, with the private message bus it
/// insists on and a free port. Ends with this object. Main thread only.
class IppEvePrinter {
public:
    enum class Pace {
        byItself,  ///< a page each `pageTime`
        onCommand, ///< a page for each pageOut()
    };
    struct Options {
        std::filesystem::path
            spool{}; ///< where printed files are kept; a temporary folder if empty
        Pace pace = Pace::byItself;
        std::chrono::milliseconds pageTime{200};
        std::string formats = "application/pdf";
        enum class Security { plain, tls } security = Security::plain;
    };

    /// Returns when the printer answers. Errors: "process.start" and "printer-rig.start"
    /// (technician), mostly because a package of board/packages/run.txt is missing.
    static Result<std::unique_ptr<IppEvePrinter>> start(const Options& options);
    ~IppEvePrinter();

    std::string uri() const; ///< of a printer with TLS, without a fingerprint
    /// The certificate it signed for itself, PEM; there from its first encrypted connection on.
    std::filesystem::path certificate() const;
    /// The files it was given, as it keeps them, oldest first.
    std::vector<std::filesystem::path> printed() const;

    /// By the printer's own web form. A tray holds 0, 5, 25, 50, 125 or 250 sheets.
    Result<> putSheets(int sheets); ///< of A4
    Result<> loadMedia(const std::string& media, int sheets);
    Result<> setTonerPercent(int percent);
    /// With Pace::byItself: the next page waits, and a job that has come so far gives this reason
    /// ("cover-open") until it is empty again.
    Result<> holdPages(const std::string& reason);

    /// With Pace::onCommand, while a job is printed. They take effect soon: ask the printer.
    void pageOut();                            ///< the last one ends the job
    void addReason(const std::string& reason); ///< "media-jam": also one nobody has heard of
    void clearReason(const std::string& reason);
    void breakJob(); ///< the job is aborted

    void cutPower(); ///< the printer is gone at once
    /// It is back under the same address and remembers nothing; or another is, of this model.
    Result<> powerOn(const std::string& model = "A4");

private:
    explicit IppEvePrinter(Options options);
    Result<> startBus();
    Result<> startPrinter(const std::string& model = "A4");
    Result<> writePrintCommand();
    Result<> submitForm(const std::string& pathAndQuery) const;
    void tell(const std::string& line) const;

    TemporaryFolder folder_;
    Options options_;
    int commands_ =
        -1; ///< the pipe the print command reads; open while we are, so never at its end
    int port_ = 0;
    ChildProcess bus_;
    ChildProcess printer_;
};

} // namespace kiosk::tests
