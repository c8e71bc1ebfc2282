// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/ending/victim.h"

#include <csignal>
#include <stdexcept>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kiosk::tests {

Victim::Victim(const std::filesystem::path& state, const std::string& how,
               const std::map<std::string, std::string>& environment) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe");
    id_ = ::fork();
    if (id_ == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        ::dup2(ends[1], STDOUT_FILENO);
        for (const auto& [name, value] : environment)
            ::setenv(name.c_str(), value.c_str(), 1);
        const std::string program = KIOSK_BINARY_DIR "/tests/ending_victim";
        ::execl(program.c_str(), program.c_str(), state.c_str(), how.c_str(), nullptr);
        ::_exit(127);
    }
    ::close(ends[1]);
    output_ = ends[0];
}

Victim::~Victim() {
    if (id_ != 0) {
        ::kill(id_, SIGKILL);
        end();
    }
    ::close(output_);
}

std::string Victim::line() const {
    std::string line;
    for (char c = 0; ::read(output_, &c, 1) == 1 && c != '\n';)
        line += c;
    return line;
}

int Victim::end() {
    int status = 0;
    ::waitpid(id_, &status, 0);
    id_ = 0;
    return status;
}

} // namespace kiosk::tests
