// SPDX-License-Identifier: Apache-2.0
#include "firmware/reading/reader_process.h"

#include <csignal>

#include <sys/wait.h>

#include "firmware/reading/served_reader.h"

namespace kiosk::reading {

namespace {

Error died(std::string_view when) {
    return {ErrorKind::malformed, "document.reader-died", Remedy::supplier, when};
}

Error noReader(std::string_view why) {
    return {ErrorKind::configuration, "document.no-reader", Remedy::technician, why};
}

/// What the way a reader ended says of the file it read.
Error causeOfDeath(int status) {
    if (WIFEXITED(status) && WEXITSTATUS(status) == kExitOutOfMemory)
        return {ErrorKind::limitExceeded, "document.too-large", Remedy::supplier, "memory"};
    if (WIFEXITED(status) && WEXITSTATUS(status) == kExitNotConfined)
        return noReader("the walls could not be raised");
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS)
        return {ErrorKind::integrity, "document.hostile", Remedy::supplier};
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
        return {ErrorKind::limitExceeded, "document.too-much-work", Remedy::supplier};
    return died("while reading");
}

} // namespace

Result<ReaderProcess> ReaderProcess::start(const std::filesystem::path& program) {
    auto [ours, theirs] = TRY(Channel::pair());
    auto child = Child::start({program.string()}, {{kReaderSocket, theirs.descriptor()}});
    if (!child)
        return std::unexpected(noReader(child.error().detail()));
    return ReaderProcess(std::move(*child), std::move(ours));
}

Result<std::string> ReaderProcess::ask(std::string_view question, int memory,
                                       const Patience& patience) {
    if (dead_)
        return std::unexpected(*dead_);
    const Spending spending(child_, patience);
    if (const auto sent = channel_.send(question, memory); !sent)
        return std::unexpected(epitaph(sent.error()));
    auto answer = channel_.receive([&spending] { return spending.judge(); });
    if (!answer)
        return std::unexpected(epitaph(answer.error()));
    return std::move(answer->text);
}

/// Buries the process; the way it ended tells more than a broken channel.
Error ReaderProcess::epitaph(Error error) {
    if (error.code() == kChannelBroken) {
        const auto status = child_.ownEnd();
        error = status ? causeOfDeath(*status) : died("nonsense instead of an answer");
    }
    child_.end();
    dead_ = error;
    return error;
}

} // namespace kiosk::reading
