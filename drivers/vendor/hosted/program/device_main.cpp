// SPDX-License-Identifier: Apache-2.0
// `kiosk-device FILE`: the process in which a supplier's module works. Started by the kiosk, with a
// socket and memory that both see as its descriptors, and nothing else.
#include <unistd.h>

#include "drivers/vendor/hosted/program/walls.h"
#include "drivers/vendor/hosted/service.h"

using namespace kiosk;
using namespace kiosk::drivers::vendor::hosted;

namespace {

constexpr int kExitNoQuestion = 65; ///< the other end did not keep to the form

int serve(Service& service) {
    Packet question;
    Packet answer;
    while (question.receive(kSocket)) {
        if (!service.answer(question, answer))
            return kExitNoQuestion;
        if (!answer.send(kSocket))
            break;
        answer.clear();
    }
    return 0;
}

} // namespace

int main(int count, char** words) {
    auto room = Room::received(Descriptor(kRoom));
    if (count != 2 || !room || !raiseWalls(words[1]))
        return kExitNotConfined;
    endWith(kSocket);
    Service service(words[1], *room);
    // No destructors: a module may have left threads behind that use what they would destroy.
    ::_exit(serve(service));
}
