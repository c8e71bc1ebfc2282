// SPDX-License-Identifier: Apache-2.0
// A reader that belongs to the file it reads: behind the same walls, it does what the file says.
// Answers "reading.refused" where an act was refused and "reading.done" where it succeeded.
#include <array>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <map>
#include <new>

#include <arpa/inet.h>
#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "firmware/base/process/shared_memory.h"
#include "firmware/reading/facts_json.h"
#include "firmware/reading/served_reader.h"
#include "firmware/reading/walls.h"

using namespace kiosk;
using namespace kiosk::reading;

namespace {

/// Success or failure, as system calls report it.
using Act = std::function<bool()>;

const char* volatile kPasswords = "/etc/passwd";

bool connectsToSelf() {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{.sin_family = AF_INET, .sin_port = htons(9), .sin_addr = {}};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const auto* generic = static_cast<const sockaddr*>(static_cast<const void*>(&address));
    return socket >= 0 && ::connect(socket, generic, sizeof(address)) == 0;
}

bool executes() {
    char program[] = "/bin/true";
    std::array<char*, 2> words{program, nullptr};
    ::execv(program, words.data());
    return false;
}

bool spawns() {
    char program[] = "/bin/true";
    std::array<char*, 2> words{program, nullptr};
    pid_t id = 0;
    return ::posix_spawn(&id, program, nullptr, nullptr, words.data(), nullptr) == 0;
}

bool allocates() {
    constexpr std::size_t kPiece = std::size_t{1} << 20;
    for (int piece = 0; piece < 1024; ++piece) {
        // Left to the end of the process on purpose.
        auto* memory = new volatile char[kPiece];
        for (std::size_t at = 0; at < kPiece; at += 4096)
            memory[at] = 1;
    }
    return true;
}

bool spins() {
    volatile bool more = true;
    while (more)
        ;
    return true;
}

/// Waits for a question that never comes.
bool sleeps() {
    char byte = 0;
    return ::read(kReaderSocket, &byte, 1) == 1;
}

bool makesCode() {
    return ::mmap(nullptr, 4096, PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) !=
           MAP_FAILED;
}

/// A descriptor that sends a signal to another process when bytes arrive.
bool signalsByDescriptor() {
    return ::fcntl(kReaderSocket, F_SETOWN, ::getppid()) == 0;
}

const std::map<std::string, Act> kActs{
    {"read a file", [] { return ::open(kPasswords, O_RDONLY) >= 0; }},
    {"write a file", [] { return ::open("/tmp/hostile-reader", O_WRONLY | O_CREAT, 0600) >= 0; }},
    {"look at a file",
     [] {
         struct stat s{};
         return ::stat(kPasswords, &s) == 0;
     }},
    {"connect", connectsToSelf},
    {"fork", [] { return ::fork() >= 0; }},
    {"spawn", spawns},
    {"execute", executes},
    {"trace the kiosk", [] { return ::ptrace(PTRACE_ATTACH, ::getppid(), nullptr, nullptr) == 0; }},
    {"kill the kiosk", [] { return ::kill(::getppid(), SIGKILL) == 0; }},
    {"signal the kiosk", signalsByDescriptor},
    {"make code", makesCode},
    {"allocate", allocates},
    {"spin", spins},
    {"sleep", sleeps},
    {"crash",
     [] {
         std::abort();
         return true;
     }},
};

/// Answers that are none.
const std::map<std::string, std::string> kLies{
    {"talk nonsense", "{"},
    {"answer another question", R"({"answer":{"verdict":"valid"}})"},
    {"make up an error", R"({"error":{"kind":"good","code":1}})"},
};

std::string answerTo(const std::string& wish) {
    if (const auto lie = kLies.find(wish); lie != kLies.end())
        return lie->second;
    const auto act = kActs.find(wish);
    const bool done = act != kActs.end() && act->second();
    const Error answer(ErrorKind::refused, done ? "reading.done" : "reading.refused", Remedy::wait);
    return textOf({{"error", errorJson(answer)}});
}

/// More than a message may hold, in its head.
void flood() {
    const std::array<unsigned char, 4> head{0xFF, 0xFF, 0xFF, 0x7F};
    static_cast<void>(::write(kReaderSocket, head.data(), head.size()));
    sleeps();
}

/// The same acts behind the walls around a program of the system; says how they went as exit code.
int actAsProgram(const std::string& wish) {
    if (!walls::raiseAroundProgram({}))
        return kExitNotConfined;
    return kActs.at(wish)() ? 1 : 0;
}

} // namespace

int main(int count, char** words) {
    if (count > 1)
        return actAsProgram(words[1]);
    std::set_new_handler([] { ::_exit(kExitOutOfMemory); });
    if (!walls::raiseAroundReader({}))
        ::_exit(kExitNotConfined);
    Channel channel{Descriptor(kReaderSocket)};
    auto question = channel.receive();
    const auto size = nlohmann::json::parse(question->text).at("size").get<std::size_t>();
    const auto file = SharedMemory::received(std::move(question->memory), size);
    const std::string wish = toText(file->bytes());
    if (wish == "flood")
        flood();
    static_cast<void>(channel.send(answerTo(wish)));
    sleeps();
    ::_exit(0);
}
