// SPDX-License-Identifier: Apache-2.0
#include "tests/support/pty_sam_reader.h"

namespace kiosk::tests {

namespace {

LineReply answerOf(SamDeviceModel& model, ByteView request) {
    using enum SamDeviceModel::Delivery::End;
    auto delivery = model.receive(request);
    if (!delivery)
        return {};
    const bool loose = delivery->end == unplug;
    return {std::move(delivery->bytes),
            loose ? LineReply::Cable::comesLoose : LineReply::Cable::stays};
}

} // namespace

PtySamReader::PtySamReader(SamDeviceModel& model)
    : model_(model), line_([&model](ByteView request) { return answerOf(model, request); }) {
    model_.powerCycle();
}

void PtySamReader::plug() {
    model_.powerCycle();
    line_.plug();
}

} // namespace kiosk::tests
