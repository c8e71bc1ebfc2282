// SPDX-License-Identifier: Apache-2.0
#include "tests/machine/devices/reader_gadget.h"

#include <algorithm>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <pthread.h>
#include <unistd.h>

#include "drivers/card_reader/sam/known_readers.h"

namespace kiosk::machine {

namespace {

using namespace std::chrono_literals;
using Delivery = tests::SamDeviceModel::Delivery;

constexpr std::string_view kName = "reader";
constexpr std::string_view kFolder = "/run/reader";
constexpr std::uint8_t kIn = 0x80;
constexpr std::size_t kReadSize = 512; ///< whole packets, so that none is too long
constexpr auto kBetweenNudges = 10ms;

/// The order in which the kernel numbers them: head before rest, both ways.
std::vector<std::uint8_t> pipesOf(ReaderGadget::Pipes pipes) {
    constexpr std::uint8_t kOut = 0;
    if (pipes == ReaderGadget::Pipes::single)
        return {kOut | 1, kIn | 1};
    return {kOut | 1, kIn | 1, kIn | 2, kOut | 2};
}

/// Lets a blocked read(2) or write(2) of a thread end.
void ignoreNudges() {
    struct sigaction nothing{};
    nothing.sa_handler = [](int) {};
    ::sigaction(SIGUSR1, &nothing, nullptr);
}

} // namespace

Result<std::unique_ptr<ReaderGadget>> ReaderGadget::open(tests::SamDeviceModel& model, Pipes pipes,
                                                         const std::string& port) {
    constexpr drivers::UsbId kId = drivers::sam::kKnownReaders.front();
    UsbGadget gadget = TRY(UsbGadget::make({.name = std::string(kName),
                                            .vendor = kId.vendor,
                                            .product = kId.product,
                                            .maker = "Kiosk",
                                            .model = "Played SAM reader",
                                            .serial = "1",
                                            .function = "ffs." + std::string(kName),
                                            .attributes = {},
                                            .port = port}));
    const std::filesystem::path folder(kFolder);
    FunctionMount mount = TRY(FunctionMount::make(std::string(kName), folder));
    DeviceFile control = TRY(DeviceFile::open(folder / "ep0", O_RDWR));
    TRY(control.write(vendorInterface(pipesOf(pipes))));
    TRY(control.write(noNames()));
    std::vector<DeviceFile> files;
    for (std::size_t i = 1; i <= pipesOf(pipes).size(); ++i)
        files.push_back(TRY(DeviceFile::open(folder / ("ep" + std::to_string(i)), O_RDWR)));
    std::unique_ptr<ReaderGadget> reader(new ReaderGadget(
        model, std::move(gadget), std::move(mount), std::move(control), std::move(files)));
    TRY(reader->plug());
    return reader;
}

ReaderGadget::ReaderGadget(tests::SamDeviceModel& model, UsbGadget gadget, FunctionMount mount,
                           DeviceFile control, std::vector<DeviceFile> pipes)
    : model_(model),
      gadget_(std::move(gadget)),
      mount_(std::move(mount)),
      control_(std::move(control)),
      pipes_(std::move(pipes)),
      fromHost_{&pipes_.front(), pipes_.size() == 2 ? &pipes_.front() : &pipes_.back()},
      toHost_{&pipes_[1], pipes_.size() == 2 ? &pipes_[1] : &pipes_[2]} {
    ignoreNudges();
    server_ = std::jthread([this](const std::stop_token& stop) { serve(stop); });
}

ReaderGadget::~ReaderGadget() {
    server_.request_stop();
    static_cast<void>(unplug());
    // A nudge between the look at the stop token and the read that follows is lost: so more than
    // one.
    while (!ended_) {
        ::pthread_kill(server_.native_handle(), SIGUSR1);
        std::this_thread::sleep_for(kBetweenNudges);
    }
}

Result<> ReaderGadget::plug() {
    model_.powerCycle();
    return gadget_.plug();
}

Result<> ReaderGadget::unplug() {
    return gadget_.unplug();
}

void ReaderGadget::serve(const std::stop_token& stop) {
    while (!stop.stop_requested())
        if (const auto delivery = nextDelivery(stop))
            deliver(*delivery);
    ended_ = true;
}

/// What the model answers to the next whole request; nothing when the cable was pulled meanwhile.
std::optional<Delivery> ReaderGadget::nextDelivery(const std::stop_token& stop) {
    while (true)
        for (const DeviceFile* pipe : {fromHost_.head, fromHost_.rest}) {
            const std::optional<Bytes> bytes = readFrom(*pipe, stop);
            if (!bytes)
                return std::nullopt;
            if (auto delivery = model_.receive(*bytes))
                return delivery;
        }
}

/// Blocks until the host sends; while the reader is not plugged in, until it is.
std::optional<Bytes> ReaderGadget::readFrom(const DeviceFile& pipe, const std::stop_token& stop) {
    Bytes bytes(kReadSize);
    while (!stop.stop_requested()) {
        const ssize_t count = ::read(pipe.number(), bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR)
            return std::nullopt;
        if (count < 0)
            continue;
        bytes.resize(static_cast<std::size_t>(count));
        return bytes;
    }
    return std::nullopt;
}

/// A host that takes nothing, or is gone, ends in an error here that is no fault of the reader's.
void ReaderGadget::deliver(const Delivery& delivery) {
    const ByteView bytes = delivery.bytes;
    const std::size_t head = toHost_.head == toHost_.rest
                                 ? bytes.size()
                                 : std::min(drivers::sam::kHeaderSize, bytes.size());
    if (head > 0)
        static_cast<void>(toHost_.head->write(bytes.first(head)));
    if (head < bytes.size())
        static_cast<void>(toHost_.rest->write(bytes.subspan(head)));
    if (delivery.end == Delivery::End::unplug)
        static_cast<void>(unplug());
    if (delivery.end == Delivery::End::stall)
        halt(*toHost_.head);
}

/// FunctionFS halts a pipe that is used the wrong way round.
void ReaderGadget::halt(const DeviceFile& pipe) {
    std::byte unused{};
    static_cast<void>(::read(pipe.number(), &unused, 1));
}

} // namespace kiosk::machine
