// SPDX-License-Identifier: Apache-2.0
#include "firmware/reading/confined_program.h"

#include "firmware/base/process/piped_program.h"

namespace kiosk::reading {

namespace {

std::unexpected<Error> notStarted(std::string_view why) {
    return fail(ErrorKind::configuration, "document.no-reader", Remedy::technician, why);
}

} // namespace

Result<Bytes> outputOf(std::vector<std::string> command, int input, std::size_t most,
                       const Patience& patience) {
    auto program = PipedProgram::start(std::move(command), input);
    if (!program)
        return notStarted(program.error().detail());
    const Spending spending(program->child(), patience);
    return program->read(most, [&spending] { return spending.judge(); });
}

} // namespace kiosk::reading
