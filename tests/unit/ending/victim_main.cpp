// SPDX-License-Identifier: Apache-2.0
// A kiosk's loop, run record and liveness without a kiosk around them, and with a person in memory,
// that ends as it is told: what a real process leaves behind.
//
//     ending_victim STATE HOW
#include <csignal>
#include <cstdio>
#include <cstring>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>

#include <dlfcn.h>
#include <sys/mman.h>
#include <unistd.h>

#include "drivers/device/slot.h"
#include "firmware/app/liveness.h"
#include "firmware/app/service_manager.h"
#include "firmware/base/event_loop.h"
#include "firmware/base/log.h"
#include "firmware/ending/recorder.h"
#include "tests/unit/ending/planted_person.h"

namespace {

using namespace kiosk;
using namespace std::chrono_literals;

/// Where the person lies while it ends: on the heap, in a variable, and on the stack.
struct Planted {
    std::string name{tests::kPlantedName};
    std::string number{tests::kPlantedNumber};
};
Planted planted;
volatile int zero = 0;
volatile int sum = 0;

[[noreturn]] void hang() {
    while (true)
        sum = sum + 1;
}

int overflow(int depth) { // NOLINT(misc-no-recursion): that is what it is for
    volatile char room[4096];
    std::memcpy(const_cast<char*>(room), planted.name.data(), planted.name.size());
    return depth == zero - 1 ? room[0] : overflow(depth + 1) + room[1];
}

void readBeyondFile() {
    char name[] = "/tmp/victim-XXXXXX";
    const int file = ::mkstemp(name);
    ::unlink(name);
    const void* page = ::mmap(nullptr, 4096, PROT_READ, MAP_SHARED, file, 0);
    sum = *static_cast<const volatile char*>(page);
}

void outOfMemory() {
    std::string wish = planted.name;
    throw std::bad_alloc();
}

/// A driver whose call into its device ends the program.
class FaultyPrinter {
public:
    drivers::DeviceIdentity identity() const { return {}; }
    Result<> reset(const std::stop_token&) { return {}; }
    Result<> print(const std::stop_token&) { std::abort(); }
};

void abortInDriver() {
    static const SystemClock clock;
    drivers::Slot<FaultyPrinter> slot(
        []() -> Result<std::shared_ptr<FaultyPrinter>> {
            return std::make_shared<FaultyPrinter>();
        },
        clock, drivers::CallLimits{.longest = 60s}, Place::printer);
    static_cast<void>(slot.use({}, &FaultyPrinter::print));
}

/// This thread hears of no end any more: another one does.
void leaveEndToAnotherThread() {
    std::thread([] { ::pause(); }).detach();
    sigset_t end;
    ::sigemptyset(&end);
    ::sigaddset(&end, SIGABRT);
    ::pthread_sigmask(SIG_BLOCK, &end, nullptr);
}

[[gnu::noinline]] void endAs(std::string_view how) {
    const std::string onStack = planted.name + planted.number;
    if (how == "segv")
        std::memset(reinterpret_cast<void*>(static_cast<std::uintptr_t>(zero)), 1, 8);
    else if (how == "abrt")
        std::abort();
    else if (how == "fpe")
        ::raise(SIGFPE); // not every processor minds a division by nothing
    else if (how == "ill")
        __builtin_trap();
    else if (how == "bus")
        readBeyondFile();
    else if (how == "exception")
        throw std::runtime_error(onStack);
    else if (how == "outOfMemory")
        outOfMemory();
    else if (how == "overflow")
        sum = overflow(0);
    else if (how == "driver")
        abortInDriver();
    else if (how == "thread")
        std::thread([] { std::abort(); }).join();
    else if (how == "freeze" || how == "deaf")
        hang();
    sum = static_cast<int>(onStack.size());
    if (how != "return")
        ::_exit(3); // or nobody would ever know
}

/// Says where the code lies that ends it, as a frame would.
void tellWhere() {
    Dl_info info{};
    ::dladdr(reinterpret_cast<void*>(&endAs), &info);
    std::printf("%zx\n", reinterpret_cast<std::uintptr_t>(&endAs) -
                             reinterpret_cast<std::uintptr_t>(info.dli_fbase));
    std::fflush(stdout);
}

void tick(EventLoop& loop) {
    loop.after(5ms, [&loop] { tick(loop); });
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3)
        return 64;
    const std::string_view how = argv[2];
    const SystemClock clock;
    ending::provideSignalStack();
    if (const auto begun = ending::begin({argv[1], "0.1.0"}, clock.wall()); !begun) {
        std::printf("%s\n", begun.error().code().c_str());
        return 2;
    }
    EventLoop loop(clock);
    const auto allowed = app::watchdogTime();
    app::Liveness liveness(clock, allowed, [allowed] {
        app::tellServiceManager("WATCHDOG=1");
        ending::noteProof(std::chrono::floor<std::chrono::milliseconds>(*allowed));
    });
    log::tell<"visit.step">("choose");
    log::tell<"visit.step">(planted.name); // no word of the list
    tellWhere();
    tick(loop);
    if (how == "deaf")
        leaveEndToAnotherThread();
    if (how != "wait")
        loop.after(how == "freeze" || how == "deaf" ? 300ms : 0ms, [how] { endAs(how); });
    for (bool goesOn = true; goesOn;) {
        ending::noteLoopBusy();
        loop.runReady();
        liveness.turned();
        ending::noteLoopIdle();
        ::usleep(2000);
        goesOn = how != "return";
    }
    ending::noteStop();
    return 0;
}
