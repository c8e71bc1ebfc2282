// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <future>
#include <optional>
#include <span>
#include <string_view>

#include "firmware/app/handout_words.h"
#include "firmware/app/last_good.h"
#include "firmware/app/liveness.h"
#include "firmware/app/observer.h"
#include "firmware/app/paper_texts.h"
#include "firmware/app/real_parts.h"
#include "firmware/app/recording.h"
#include "firmware/app/screen_context.h"
#include "firmware/app/service_manager.h"
#include "firmware/app/technician/running_software.h"
#include "firmware/app/technician/service_socket.h"
#include "firmware/app/voice.h"
#include "firmware/base/log.h"
#include "firmware/ending/recorder.h"
#include "screens/kit/draw/stage.h"
#include "screens/kit/environment.h"
#include "screens/kit/reach.h"
#include "screens/kit/sound/chime.h"
#include "screens/kit/window/window.h"
#include "screens/speech/captions.h"
#include "screens/widgets/caption.h"

namespace kiosk::app {

namespace {

constexpr std::string_view kUsage =
    "usage: kiosk --config FILE [--fullscreen] [--await-screen SECONDS] [--scale FACTOR]\n"
    "             [--left PIXELS] [--observe DIR]\n"
    "  --config FILE    what this kiosk has and where its regions are (JSON)\n"
    "  --fullscreen     the whole screen, as in the cabinet; otherwise a window\n"
    "  --await-screen SECONDS  how long a cabinet's screen may not be there yet\n"
    "  --scale FACTOR   window size on a desk: 0.5 shows 1080x1920 as 540x960\n"
    "  --left PIXELS    where the window's left edge stands on a desk\n"
    "  --observe DIR    bench only: writes what the screen shows into DIR\n";

struct Options {
    std::filesystem::path config;
    std::optional<std::filesystem::path> observe;
    kit::Window::Options window{.title = "Licence kiosk"};
};

std::optional<Options> parseOptions(std::span<char*> words) {
    Options options;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i];
        const bool hasValue = i + 1 < words.size();
        if (word == "--fullscreen")
            options.window.mode = kit::Window::Mode::fullscreen;
        else if (word == "--config" && hasValue)
            options.config = words[++i];
        else if (word == "--observe" && hasValue)
            options.observe = words[++i];
        else if (word == "--await-screen" && hasValue)
            options.window.patience = std::chrono::seconds(std::atoi(words[++i]));
        else if (word == "--left" && hasValue)
            options.window.left = std::atoi(words[++i]);
        else if (word == "--scale" && hasValue)
            options.window.scale = std::strtod(words[++i], nullptr);
        else
            return std::nullopt;
    }
    if (options.config.empty() || options.window.scale <= 0)
        return std::nullopt;
    return options;
}

kit::Board boardOf(const BoardChoice& choice) {
    constexpr double kMmPerInch = 25.4;
    constexpr int kQuarterTurn = 90;
    kit::Board board{choice.widthPx, choice.heightPx, choice.pixelsPerMm * kMmPerInch};
    if (choice.mounting)
        board.mounting =
            kit::Mounting{choice.mounting->bottomAboveFloorMm, choice.mounting->obstructionDepthMm};
    board.turn = static_cast<kit::Turn>(choice.turned / kQuarterTurn);
    return board;
}

/// How the runs before ended, and from here on how this one does. A kiosk serves without it too.
ending::History beginRun(const Config& config) {
    auto history = ending::begin({config.state, KIOSK_VERSION}, SystemClock().wall());
    if (history)
        return std::move(*history);
    log::tell<"kiosk.run-not-recorded">(history.error());
    return ending::endingsIn(config.state, SystemClock().wall());
}

/// The loop's proofs, each on record should it be the last.
Liveness livenessOf(const Clock& clock) {
    const auto allowed = watchdogTime();
    return {clock, allowed, [allowed] {
                tellServiceManager("WATCHDOG=1");
                ending::noteProof(std::chrono::floor<std::chrono::milliseconds>(*allowed));
            }};
}

std::optional<std::chrono::milliseconds> untilNext(const EventLoop& loop, const Clock& clock) {
    const auto deadline = loop.nextDeadline();
    if (!deadline)
        return std::nullopt;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*deadline - clock.steady());
    return std::max(left, std::chrono::milliseconds(0));
}

/// The first screen is laid out once before there is a window: its fonts are open then, and whoever
/// waits for the picture waits less.
Result<kit::Assets> rehearsedScreens(const Config& config, const kit::Board& board) {
    kit::Assets assets = TRY(kit::Assets::load(config.assets, board));
    citizen::buildScreen({.content = visit::StartView{},
                          .settings = {},
                          .place = config.place,
                          .timeOfDay = "00:00",
                          .idleSecondsLeft = {}},
                         contextOf(assets));
    return assets;
}

/// The kiosk on a window: the loop between what happens and what is shown.
class Front {
public:
    Front(kit::Assets& assets, kit::Window& window, EventLoop& loop,
          std::optional<Observer> observer, std::unique_ptr<Voice> voice)
        : assets_(assets),
          window_(window),
          stage_(assets, window.canvas()),
          observer_(std::move(observer)),
          captions_(
              loop, assets.catalogue,
              [this](std::string_view words, const std::string& language) {
                  return widgets::captionLines(screen_, words, language, manner(),
                                               *assets_.typesetter);
              },
              [this] { captionStale_ = true; }),
          voice_(std::move(voice)) {
        if (voice_)
            voice_->setWatch(captions_);
    }

    void invalidate() { stale_ = true; }

    void refresh(const Kiosk& kiosk) {
        chime_.rest();
        if (!stale_)
            return refreshCaption();
        stale_ = false;
        const visit::VisitView view = kiosk.view();
        if (voice_)
            voice_->narration().attend(view);
        settings_ = view.settings;
        remind(view.reminders);
        if (std::holds_alternative<visit::StartView>(view.content))
            lowPresses_.reset();
        screen_ = screenOf(kiosk, assets_);
        if (observer_)
            observer_->leaving(stage_.tree(), screen_, stage_.canvas());
        stage_.setFocusStops(view.settings.speech.on ? kit::FocusStops::everything
                                                     : kit::FocusStops::targets);
        showScreen();
        if (voice_)
            voice_->narration().shown(view, screen_, stage_.focus().node(screen_));
        if (observer_)
            observer_->shown(stage_.tree());
    }

    /// False when the window was closed.
    bool handle(const kit::Window::Event& event, Kiosk& kiosk) {
        if (const auto* pointer = std::get_if<kit::PointerEvent>(&event)) {
            if (voice_ && pointer->kind == kit::PointerEvent::Kind::down)
                voice_->narration().touched();
            answer(stage_.feed(*pointer), kiosk);
            offerLowReach(*pointer, kiosk.visit()); // when the press has had its effect
        } else if (const auto* key = std::get_if<kit::KeyEvent>(&event)) {
            if (kit::isSwitch(key->key))
                kiosk.visit().switchUsed();
            answer(meaningOf(*key), kiosk);
        } else if (std::holds_alternative<kit::Window::Exposed>(event)) {
            window_.presentAll(stage_.canvas());
        }
        return !std::holds_alternative<kit::Window::Closed>(event);
    }

private:
    /// Speech has keys of its own; for the others it tells where the focus is.
    std::optional<visit::Touch> meaningOf(const kit::KeyEvent& key) {
        if (!voice_)
            return stage_.feed(key);
        if (auto touch = voice_->narration().pressed(key.key))
            return touch;
        auto touch = stage_.feed(key);
        if (const kit::Node* node = stage_.focus().node(screen_); node && !touch)
            if (kit::movesFocus(key.key))
                voice_->narration().focused(screen_, *node);
        return touch;
    }
    void answer(const std::optional<visit::Touch>& touch, Kiosk& kiosk) {
        touch ? kiosk.touch(*touch) : kiosk.visit().stirred();
        if (voice_ && touch)
            voice_->narration().answered(*touch);
        present();
    }
    void offerLowReach(const kit::PointerEvent& pointer, visit::Visit& visit) {
        if (lowPresses_.feed(pointer, assets_.board) &&
            !std::holds_alternative<visit::state::Start>(visit.state()))
            visit.touch(visit::touch::OfferLowReach{});
    }
    void remind(int reminders) {
        if (std::exchange(reminders_, reminders) == reminders)
            return;
        if (const auto rung = chime_.ring(); rung)
            captions_.rang(settings_.language);
        else
            log::tell<"kiosk.no-sound">(rung.error());
    }
    widgets::CaptionManner manner() const {
        return {settings_.textSize, assets_.catalogue.of(settings_.language).direction()};
    }
    /// The screen, and on it what is heard.
    void showScreen() {
        captionStale_ = false;
        const auto& heard = captions_.now();
        stage_.show(heard ? widgets::captioned(screen_, *heard, manner(), *assets_.typesetter)
                          : screen_);
        present();
    }
    void refreshCaption() {
        if (captionStale_)
            showScreen();
    }
    void present() { window_.present(stage_.canvas(), stage_.takeDamage()); }

    kit::Assets& assets_;
    kit::Window& window_;
    kit::Stage stage_;
    kit::LowPresses lowPresses_;
    std::optional<Observer> observer_;
    kit::Node screen_; ///< as it is without a caption
    visit::Settings settings_;
    speech::Captions captions_;
    bool captionStale_ = false;
    std::unique_ptr<Voice> voice_; ///< none where the cabinet has nothing to sound through
    kit::Chime chime_;
    int reminders_ = 0; ///< heard
    bool stale_ = true;
};

/// Said once, before anything else can go wrong.
void tellOfConfiguration(const UsableConfig& usable) {
    if (usable.wrong)
        log::tell<"kiosk.last-good-serves">(*usable.wrong);
}

/// What a kiosk has started with is good. One that cannot keep it serves all the same.
void keepConfiguration(const UsableConfig& usable) {
    if (usable.wrong)
        return;
    if (const auto kept = keepAsLastGood(usable.texts, usable.config.state); !kept)
        log::tell<"kiosk.not-kept-as-good">(kept.error());
}

/// What this very process says of the software that runs, under the kiosk's key (S3).
ServiceDesk::Prove proverOf(const std::filesystem::path& state, LoadedSettings loaded,
                            const Clock& clock) {
    return [state, loaded = std::move(loaded),
            &clock](const handout::Challenge& challenge) -> Result<std::string> {
        const auto key = TRY(handout::DeviceKey::openOrMake(state / handout::kKeyFileName));
        return handout::prove(
            runningSoftware(SoftwarePlaces::ofThisProcess(), KIOSK_VERSION, loaded), challenge,
            clock.wall(), key);
    };
}

/// A kiosk serves without one too.
std::unique_ptr<ServiceSocket> openServiceSocket(const std::filesystem::path& state, Kiosk& kiosk,
                                                 ServiceDesk::Prove prove) {
    const auto desk = std::make_shared<ServiceDesk>(kiosk.serviceDesk());
    desk->provesBy(std::move(prove));
    auto socket =
        ServiceSocket::open(state / kServiceSocketName,
                            [desk](std::string_view question) { return desk->answer(question); });
    if (socket)
        return std::move(*socket);
    log::tell<"kiosk.no-service-socket">(socket.error());
    return nullptr;
}

/// What this kiosk goes by from here on, for whoever supervises it.
void recordSettings(Kiosk& kiosk, const LoadedSettings& loaded, const std::optional<Error>& wrong) {
    if (wrong)
        kiosk.record(audit::entry<"config.refused">(*wrong));
    kiosk.record(audit::entry<"config.taken">(loaded.configuration));
    kiosk.record(audit::entry<"trust.taken">(loaded.trustListDigest));
}

Result<> run(const Options& options) {
    const UsableConfig usable = TRY(loadUsableConfig(options.config));
    const Config& config = usable.config;
    tellOfConfiguration(usable);
    const kit::Board board = boardOf(config.board);
    kit::quickenLibraries(config.assets / "fonts" / "fonts.conf");
    ending::provideSignalStack();
    // Four things that take long, side by side.
    auto beginning = std::async(std::launch::async, beginRun, std::cref(config));
    auto loading = std::async(std::launch::async, rehearsedScreens, std::cref(config), board);
    auto gathering = std::async(std::launch::async, realParts, std::cref(config));
    kit::Window window = TRY(kit::Window::open(board, options.window));
    const SystemClock clock;
    EventLoop loop(clock);
    loop.setWaker([&window] { window.wake(); });
    SystemRandom random;

    KioskParts parts = TRY(gathering.get());
    const LoadedSettings loaded = loadedSettings(usable, parts.trust);
    kit::Assets assets = TRY(loading.get());
    parts.endings = beginning.get();
    parts.refusedConfiguration = usable.wrong;
    const ServiceDesk::Prove prove = proverOf(config.state, loaded, clock);
    parts.prove = prove;
    parts.paperTexts = paperTextsOf(assets.catalogue);
    parts.causeWords = handoutWordsOf(assets.catalogue, visit::Language{}.tag).cause;
    std::optional<Observer> observer;
    if (options.observe)
        observer.emplace(*options.observe);
    Front front(assets, window, loop, std::move(observer),
                Voice::open(config, assets.catalogue, loop, clock));
    const auto kiosk = TRY(
        Kiosk::assemble(std::move(parts), loop, clock, random, [&front] { front.invalidate(); }));
    const auto socket = openServiceSocket(config.state, *kiosk, prove);
    if (hasRecorder())
        log::tell<"kiosk.has-recorder">(!config.cardReader.record.empty());
    loop.runReady();
    front.refresh(*kiosk);
    log::tell<"kiosk.ready">();
    tellServiceManager("READY=1");
    ending::noteLoopBusy();
    keepConfiguration(usable);
    kiosk->begin();
    recordSettings(*kiosk, loaded, usable.wrong);
    Liveness liveness = livenessOf(clock);
    for (bool open = true; open;) {
        loop.runReady();
        front.refresh(*kiosk);
        liveness.turned();
        ending::noteLoopIdle();
        const auto events = window.wait(liveness.sleepAtMost(untilNext(loop, clock)));
        ending::noteLoopBusy();
        for (const kit::Window::Event& event : events)
            open = front.handle(event, *kiosk) && open;
    }
    return {};
}

} // namespace

} // namespace kiosk::app

int main(int argc, char** argv) {
    kiosk::tpm::silenceLibrary();
    const auto options =
        kiosk::app::parseOptions(std::span(argv, static_cast<std::size_t>(argc)).subspan(1));
    if (!options) {
        std::fputs(std::string(kiosk::app::kUsage).c_str(), stderr);
        return 64;
    }
    const kiosk::Result<> ran = kiosk::app::run(*options);
    kiosk::ending::noteStop();
    if (!ran) {
        std::fprintf(stderr, "kiosk: %s\n", ran.error().line().c_str());
        kiosk::log::tell<"kiosk.not-started">(ran.error());
        return 2;
    }
    return 0;
}
