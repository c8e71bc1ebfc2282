// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/visit/camera_watch.h"
#include "firmware/visit/command.h"
#include "firmware/visit/event.h"
#include "firmware/visit/hand_over.h"
#include "firmware/visit/reader_memory.h"
#include "firmware/visit/workplace.h"

namespace kiosk::visit {

/// Carries out what the machine commands: hands the work to the workers and brings the answers back
/// as events on the loop. Answers to a visit that has ended are dropped. Loop thread only.
class Effects {
public:
    using Deliver = std::function<void(const Event&)>;

    /// `workplace` outlives the effects and the workers in it.
    Effects(Workplace& workplace, Deliver deliver)
        : at_(workplace),
          deliver_(std::move(deliver)),
          camera_({at_.loop, at_.camera, at_.cameraWorker, at_.codeWorker, at_.readCode},
                  deliver_) {}

    void run(const Command& command);
    /// What is printed from now on follows this language.
    void setLanguage(const Language& language) { language_ = language; }

private:
    void carryOut(const command::WatchForCard&);
    void carryOut(const command::StopWatchingForCard&);
    void carryOut(const command::ReadCard&);
    void carryOut(const command::WatchForOthers&);
    void carryOut(const command::SearchRegions& search);
    void carryOut(const command::AskGrants& ask);
    void carryOut(const command::AskWhetherToHelp& ask);
    void carryOut(const command::RecordConsent& record);
    void carryOut(const command::OpenLicence& open);
    void carryOut(const command::ReserveCopy& reserve);
    void carryOut(const command::PrintCopy& print);
    void carryOut(const command::FollowJob& follow);
    void carryOut(const command::RecordProgress& record);
    void carryOut(const command::ReportCopy& report);
    void carryOut(const command::KeepRequest& keep);
    void carryOut(const command::PrintSlip& slip);
    void carryOut(const command::PrintTicket& print);
    void carryOut(const command::StartCamera&);
    void carryOut(const command::StopCamera&);
    void carryOut(const command::CheckCopy& check);
    void carryOut(const command::CallStaff&);
    static void carryOut(const command::StaffCame& came);
    void carryOut(const command::StaffBeside& beside);
    static void carryOut(const command::StaffGone&);
    void carryOut(const command::EndVisit&);

    void lookForCard();
    void lookForOther();
    void lookForOtherAgain(std::chrono::milliseconds pause);
    void judgeAndDraw(const command::OpenLicence& open, LicenceFile file);
    void askAbout(const CopyCode& code, const verify::CopySignature& signature);
    void sendToPrinter(HandOver copy);
    enum class SlipKind { kept, ticket };
    static Event moved(SlipKind kind, printing::PrintPhase phase);
    void printSlip(SlipKind kind, const document::Slip& slip);
    /// A slip in a printer, and until when it is waited for.
    struct SlipJob {
        SlipKind kind;
        std::uint64_t visit;
        PrinterDesk desk;
        int id;
        printing::PrintProgress progress;
        SteadyTime patienceEnds;
    };
    void follow(const SlipJob& slip);
    void heard(const SlipJob& slip);

    /// For answers: delivers on the loop unless the visit they belong to has ended.
    void answer(std::uint64_t visit, Event event);

    Workplace& at_;
    Deliver deliver_;
    std::uint64_t visit_ = 1; ///< counts visits: answers carry the number of the one they belong to
    Language language_;
    bool watchingForCard_ = false;
    ReaderMemory readerMemory_ = ReaderMemory::whole; ///< as of the last look for a second card
    CameraWatch camera_;
};

} // namespace kiosk::visit
