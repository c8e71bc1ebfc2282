// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/card_reader/card_reader.h"
#include "firmware/base/bytes.h"

/// One function a layout, each in the file of its name. They take a record of kRecordSize bytes and
/// leave to the caller what is the same in all: the time of validity and the photo.
namespace kiosk::drivers::sam {

Result<IdCard> readMainland(ByteView record);
Result<IdCard> readHkMacaoTaiwan(ByteView record);
Result<IdCard> readForeigner2017(ByteView record);
Result<IdCard> readForeigner2023(ByteView record);

} // namespace kiosk::drivers::sam
