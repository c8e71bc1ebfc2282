/* SPDX-License-Identifier: Apache-2.0 */
/* Gives what it has of a card that was lifted while it was read. */
#include "bad.h"

static int32_t read_card(void *device, const kiosk_call *call, kiosk_id_card *card,
                         kiosk_error *error)
{
    const int lifted = acme.next_trouble == KIOSK_TROUBLE_REMOVED;
    const kiosk_id_card half = acme.on_reader;
    const int32_t result = acme_reader_ops.read_card(device, call, card, error);
    if (!lifted || result == KIOSK_OK)
        return result;
    *card = half;
    card->address[0] = 0;
    return KIOSK_OK;
}

BAD_READER(ops.read_card = read_card)
