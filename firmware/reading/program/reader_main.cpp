// SPDX-License-Identifier: Apache-2.0
// `kiosk-reader`: the process in which received files are read. Started by the kiosk, with a socket
// as its descriptor 3 and nothing else.
#include <new>
#include <vector>

#include <unistd.h>

#include "firmware/reading/confined_program.h"
#include "firmware/reading/program/font_files.h"
#include "firmware/reading/program/rehearsal.h"
#include "firmware/reading/served_reader.h"
#include "firmware/reading/walls.h"

using namespace kiosk::reading;

namespace {

/// Becomes Poppler's program, behind walls.
int drawPdfPage(int count, char** words) {
    constexpr const char* kProgram = "/usr/bin/pdftoppm";
    if (!walls::raiseAroundProgram({}))
        return kExitNotConfined;
    std::vector<char*> command(words + 1, words + count); // the word for us stands for its name
    command.push_back(nullptr);
    ::execv(kProgram, command.data());
    return kExitNotConfined;
}

} // namespace

int main(int count, char** words) {
    if (count > 1 && words[1] == kPdfPageWord)
        return drawPdfPage(count, words);
    // A file that wants more memory than there is, is told apart from one that breaks its reader.
    std::set_new_handler([] { ::_exit(kExitOutOfMemory); });
    openFontFiles();
    rehearse();
    if (!walls::raiseAroundReader({}))
        ::_exit(kExitNotConfined);
    serve(Channel(kiosk::Descriptor(kReaderSocket)));
    // No destructors: libraries tidy up files that are out of reach by now.
    ::_exit(0);
}
