// SPDX-License-Identifier: Apache-2.0
#include "firmware/reading/reader_program.h"

#include "firmware/base/process/program.h"

namespace kiosk::reading {

std::filesystem::path readerProgram() {
    return ownProgram("kiosk-reader");
}

} // namespace kiosk::reading
