/* SPDX-License-Identifier: Apache-2.0 */
/* Does not say who must act when a card is refused. */
#include "bad.h"

static int32_t read_card(void *device, const kiosk_call *call, kiosk_id_card *card,
                         kiosk_error *error)
{
    const int32_t result = acme_reader_ops.read_card(device, call, card, error);
    if (strcmp(error->code, "card.refused") == 0)
        error->remedy = 0;
    return result;
}

BAD_READER(ops.read_card = read_card)
