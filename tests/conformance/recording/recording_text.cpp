// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>

#include "tests/conformance/recording/words.h"

namespace kiosk::tests {

namespace {

std::string hex(unsigned value, int digits) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%0*x", digits, value);
    return text.data();
}

/// " 1d7630 (4608 bytes withheld)": runs of what is known and of what is not.
std::string bytesText(const KeptBytes& bytes) {
    std::string text;
    for (std::size_t at = 0; at < bytes.size();) {
        Bytes known;
        std::size_t withheld = 0;
        for (; at < bytes.size() && bytes[at]; ++at)
            known.push_back(*bytes[at]);
        for (; at < bytes.size() && !bytes[at]; ++at)
            ++withheld;
        if (!known.empty())
            text += " " + toHex(known);
        if (withheld > 0)
            text += " (" + std::to_string(withheld) + " bytes withheld)";
    }
    return text;
}

std::string requestText(const drivers::UsbClassRequest& request) {
    return hex(request.request, 2) + " " + hex(request.value, 4) + " " + hex(request.index, 4);
}

std::string line(const Transfer& transfer) {
    const bool bulk = transfer.kind == Transfer::Kind::in || transfer.kind == Transfer::Kind::out;
    return std::to_string(transfer.at.count()) + " " + std::string(wordOf(transfer.kind)) + " " +
           (bulk ? hex(transfer.pipe, 2) : requestText(transfer.request)) + " " +
           std::string(endWord(transfer.trouble)) + bytesText(transfer.bytes) + "\n";
}

std::string line(const DriverCall& call) {
    return "call " + call.name + "\n";
}

std::string line(const DriverAnswer& answer) {
    return "gave " + answer.word + "\n";
}

} // namespace

std::string headText(const drivers::UsbId& id, const drivers::UsbInterface& interface) {
    const drivers::UsbInterfaceCode& code = interface.code;
    std::string text = std::string(kTitle) + "\ndevice " + hex(id.vendor, 4) + " " +
                       hex(id.product, 4) + "\ninterface " + std::to_string(interface.number) +
                       " " + std::to_string(interface.setting) + " " + hex(code.classCode, 2) +
                       " " + hex(code.subclass, 2) + " " + hex(code.protocol, 2) + "\n";
    for (const drivers::BulkEndpoint& pipe : interface.endpoints)
        text += "pipe " + hex(pipe.address, 2) + " " + std::to_string(pipe.packetSize) + "\n";
    return text;
}

std::string lineText(const Event& event) {
    return std::visit([](const auto& one) { return line(one); }, event);
}

std::string textOf(const Recording& recording) {
    std::string text = headText(recording.id, recording.interface);
    for (const Event& event : recording.events)
        text += lineText(event);
    return text;
}

} // namespace kiosk::tests
