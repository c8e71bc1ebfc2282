// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/card_reader/pcsc/sample_chip.h"

namespace kiosk::tests {

namespace {

Bytes record(std::uint8_t tag, ByteView value) {
    Bytes bytes{std::byte{tag}, static_cast<std::byte>(value.size())};
    bytes.insert(bytes.end(), value.begin(), value.end());
    return bytes;
}

Bytes recordFromHex(std::uint8_t tag, std::string_view hex) {
    return record(tag, fromHex(hex).value());
}

} // namespace

drivers::IdCard socialSecurityCard() {
    using std::chrono::day;
    using std::chrono::month;
    using std::chrono::year;
    return {.layout = drivers::IdCard::Layout::socialSecurity,
            .name = "云小满",
            .sex = "1",
            .birth = year(1990) / month(3) / day(7),
            .number = "990000199003071235",
            .validFrom = year(2019) / month(5) / day(20),
            .validUntil = year(2029) / month(5) / day(20)};
}

ChipCard socialSecurityChip() {
    Bytes name = fromHex("d4c6d0a1c2fa").value(); // 云小满 in GBK
    name.resize(30);
    const std::vector<Bytes> card{recordFromHex(0x01, "330300d15600000599110145ffffffff"),
                                  recordFromHex(0x02, "33"),
                                  record(0x03, bytesOf("3.00")),
                                  recordFromHex(0x04, "915600000233990000990000"),
                                  recordFromHex(0x05, "20190520"),
                                  recordFromHex(0x06, "20290520"),
                                  record(0x07, bytesOf("A12345678"))};
    const std::vector<Bytes> holder{record(0x08, bytesOf("990000199003071235")),
                                    record(0x09, name)};
    return {.application = toBytes("sx1.sh.\xC9\xE7\xBB\xE1\xB1\xA3\xD5\xCF"),
            .files = {{0xEF05, card}, {0xEF06, holder}}};
}

} // namespace kiosk::tests
