// SPDX-License-Identifier: Apache-2.0
#include "screens/citizen/error_words.h"

#include <algorithm>
#include <array>

#include "firmware/base/text.h"

namespace kiosk::citizen {

namespace {

struct Group {
    std::string_view name;
    std::string_view drawing;
    std::string_view codes; ///< divided by spaces
};

constexpr std::array kGroups{
    Group{"card-reader", "card",
          "reader.other-sam reader.unexpected-status photo.decoder-version photo.no-decoder "
          "photo.not-decoded photo.wrong-size"},
    Group{"camera", "scan",
          "camera.busy camera.no-access camera.no-exposure camera.not-a-camera camera.off "
          "camera.too-few-buffers picture.damaged picture.empty picture.not-written "
          "picture.unknown-format face.no-cascade face.no-comparison"},
    Group{"scanner", "scan", "scanner.busy scanner.gone scanner.no-access scanner.not-a-scanner"},
    Group{"printer", "printer",
          "printer.address printer.malformed-answer printer.one-way printer.untrusted"},
    Group{"cabinet", "place",
          "auxiliaries.garbled auxiliaries.gone auxiliaries.no-such-light auxiliaries.refused "
          "auxiliaries.restarted auxiliaries.silent gpio.busy gpio.no-access gpio.not-found "
          "gpio.profile"},
    Group{"connection", "place",
          "device.allow-list device.broken device.descriptors device.missing device.needs-hand "
          "device.no-watch device.not-allowed device.off device.offline device.tampered "
          "parts.not-seen serial.busy serial.no-access serial.not-a-line "
          "serial.not-found serial.speed usb.busy usb.failed usb.no-access usb.no-pipes "
          "usb.not-found"},
    Group{"exchanged", "place", "device.other-part parts.changed"},
    Group{"driver", "warning",
          "device.died fault.unnamed process.no-memory process.no-walls process.not-started "
          "vendor.abi-version "
          "vendor.bad-enum vendor.bad-error vendor.bad-result vendor.bad-size vendor.bad-table "
          "vendor.bad-text vendor.no-module vendor.no-such-class vendor.no-symbol "
          "vendor.not-loadable"},
    Group{"sound", "loudspeaker",
          "sound.unavailable speech.no-readings speech.no-voice speech.not-a-wav speech.words"},
    Group{"stopped", "retry",
          "authority.cancelled auxiliaries.cancelled camera.cancelled reader.cancelled "
          "scanner.cancelled speech.stopped"},
    Group{"file-damaged", "licence",
          "base45.malformed bytes.base64 bytes.hex-digit bytes.hex-length bytes.too-short "
          "composite.missing-resource document.incomplete document.malformed-xml font.damaged "
          "font.damaged-glyph font.missing-file font.missing-glyph font.missing-resource "
          "image.damaged image.missing-file image.missing-resource object.flat-matrix seal.der "
          "seal.signed-data stamp.no-size stamp.not-drawn text.lone-surrogate"},
    Group{"file-form", "licence",
          "document.is-a-pdf document.unsupported-compression document.unsupported-encoding "
          "image.unknown-format image.unsupported seal.time-stamp"},
    Group{"file-size", "licence",
          "composite.too-deep document.too-complex file.too-large image.too-large "
          "verify.too-many-references verify.too-many-signatures"},
    Group{"not-drawn", "licence",
          "document.channel document.no-such-page document.no-walls document.none-open "
          "document.not-drawn font.none-installed"},
    Group{"region-setup", "network",
          "authority.configuration authority.kiosk-refused authority.unknown-region envelope.key "
          "trust.not-a-region"},
    Group{"region-answer", "network",
          "envelope.garbled envelope.sealing envelope.too-large grant.garbled "
          "request.unknown-operation"},
    Group{"memory", "keep",
          "audit.altered audit.cut-off audit.deleted audit.found audit.inserted audit.no-head "
          "audit.none "
          "audit.not-begun audit.not-read audit.not-written audit.older-head audit.other-key "
          "audit.reordered audit.replaced counters.damaged counters.newer-form counters.not-read "
          "counters.not-written disk.failing disk.full disk.low disk.not-encrypted "
          "ending.not-open file.create file.open file.read file.rename "
          "file.write handout.key ledger.strange-pages outbox.key-reused parts.record "
          "staff.stretch store.missing store.not-writable"},
    Group{"network", "network", "network.no-address network.no-link network.no-name"},
    Group{"clock", "place", "clock.ahead clock.behind"},
    Group{"trust-old", "licence", "trust.ending trust.old"},
    Group{"computer", "warning",
          "board.hot handout.too-long memory.low soak.files-grew soak.memory-grew"},
    Group{"key", "keep",
          "handout.no-proof key.not-sealed tpm.absent tpm.failed tpm.key-file tpm.other "
          "tpm.other-boot"},
    Group{"queue", "keep", "queue.given-up queue.old"},
    Group{"staff-list", "staff", "staff.locks staff.register staff.tests"},
    Group{"staff-card", "staff",
          "staff.card-known staff.card-unknown staff.no-such-card staff.pin-form"},
    Group{"setup", "place",
          "config.missing config.no-recorder config.place-too-long config.syntax "
          "config.unknown-key config.unknown-module config.unreadable config.wrong egress.list "
          "egress.no-way ending.in-use "
          "fonts.unreadable icons.unreadable screen.picture-not-written screen.unavailable "
          "texts.pattern "
          "texts.unreadable theme.colour theme.unreadable typing.rime-empty typing.table-damaged "
          "typing.table-missing"},
    Group{"update", "place",
          "update.exchanged update.no-record update.no-system update.not-proven "
          "update.not-written update.older update.other-board update.too-slow "
          "update.under-way update.unreadable update.untrusted"},
    Group{"stick-none", "keep", "stick.none stick.several"},
    Group{"stick-form", "keep",
          "stick.no-file-system stick.other-file-system stick.two-partitions stick.unreadable"},
    Group{"stick-full", "keep", "stick.full update.no-room"},
    Group{"stick-broken", "keep",
          "stick.differs stick.not-let-go stick.pulled stick.silent update.copy-differs"},
    Group{"stick-protected", "keep", "stick.write-protected"},
    Group{"stick-service", "keep", "stick.no-answer stick.no-desk stick.none-such"},
};

/// By what stands before the dot, for codes with words of their own.
struct Area {
    std::string_view name;
    std::string_view drawing;
};
constexpr std::array kAreas{
    Area{"assist", "holder"},   Area{"authority", "network"}, Area{"cabinet", "place"},
    Area{"camera", "scan"},     Area{"card", "card"},         Area{"code", "scan"},
    Area{"copy", "scan"},       Area{"document", "licence"},  Area{"ending", "retry"},
    Area{"grant", "licence"},   Area{"ledger", "keep"},       Area{"outbox", "keep"},
    Area{"printer", "printer"}, Area{"reader", "card"},       Area{"seal", "licence"},
    Area{"sheet", "paper"},     Area{"staff", "staff"}};

const Group* groupOf(std::string_view code) {
    const auto* const found = std::ranges::find_if(kGroups, [code](const Group& group) {
        const auto codes = split(group.codes, ' ');
        return std::ranges::find(codes, code) != codes.end();
    });
    return found == kGroups.end() ? nullptr : found;
}

} // namespace

std::string_view errorGroupOf(std::string_view code) {
    const Group* group = groupOf(code);
    return group == nullptr ? std::string_view() : group->name;
}

std::vector<std::pair<std::string_view, std::string_view>> groupedErrors() {
    std::vector<std::pair<std::string_view, std::string_view>> all;
    for (const Group& group : kGroups)
        for (const std::string_view code : split(group.codes, ' '))
            all.emplace_back(code, group.name);
    return all;
}

std::string_view errorDrawing(std::string_view code) {
    if (const Group* group = groupOf(code))
        return group->drawing;
    const auto* const area = std::ranges::find(kAreas, code.substr(0, code.find('.')), &Area::name);
    return area == kAreas.end() ? "warning" : area->drawing;
}

} // namespace kiosk::citizen
