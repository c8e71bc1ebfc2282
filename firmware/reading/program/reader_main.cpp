// SPDX-License-Identifier: Apache-2.0
// `kiosk-reader`: the process in which received files are read. Started by the kiosk, with a socket
// as its descriptor 3 and nothing else.
#include <new>

#include <unistd.h>

#include "firmware/reading/program/font_files.h"
#include "firmware/reading/program/rehearsal.h"
#include "firmware/reading/served_reader.h"
#include "firmware/reading/walls.h"

using namespace kiosk::reading;

int main() {
    // A file that wants more memory than there is, is told apart from one that breaks its reader.
    std::set_new_handler([] { ::_exit(kExitOutOfMemory); });
    openFontFiles();
    rehearse();
    if (!walls::raiseAroundReader({}))
        ::_exit(kExitNotConfined);
    serve(Channel(Descriptor(kReaderSocket)));
    // No destructors: libraries tidy up files that are out of reach by now.
    ::_exit(0);
}
