/* SPDX-License-Identifier: Apache-2.0 */
#include "acme.h"

/* The hands beside the devices. A module for real devices has none of this, or drives a test bench. */

static void lay(const kiosk_id_card *card)
{
    acme.on_reader = *card;
    acme.card = ACME_LAID;
}

static void lift(void)
{
    acme.card = ACME_NO_CARD;
}

static void fail_next_read(int32_t trouble)
{
    acme.next_trouble = trouble;
}

static void unplug_reader(void)
{
    acme.reader_unplugged = 1;
}

static void plug_reader(void)
{
    acme.reader_unplugged = 0;
    if (acme.card != ACME_NO_CARD)
        acme.card = ACME_LAID; /* without power it forgets what it read */
}

static void hold_next_read(void)
{
    acme.hold_next_read = 1;
}

const kiosk_reader_rig acme_reader_rig = {
    .struct_size = sizeof(kiosk_reader_rig),
    .lay = lay,
    .lift = lift,
    .fail_next_read = fail_next_read,
    .unplug = unplug_reader,
    .plug = plug_reader,
    .hold_next_read = hold_next_read,
};

static void page_out(void)
{
    acme_job *last = acme.jobs > 0 ? &acme.job[acme.jobs - 1] : 0;
    if (last == 0 || last->state != KIOSK_JOB_PROCESSING || acme.paper == 0 || acme.jammed ||
        acme.cover_open)
        return;
    --acme.paper;
    ++acme.life_pages;
    if (++last->pages_out == last->pages)
        last->state = KIOSK_JOB_COMPLETED;
}

static void jam(void) { acme.jammed = 1; }
static void clear_jam(void) { acme.jammed = 0; }
static void open_cover(void) { acme.cover_open = 1; }
static void close_cover(void) { acme.cover_open = 0; }
static void take_paper(void) { acme.paper = 0; }
static void put_paper(void) { acme.paper = 100; }
static void low_toner(void) { acme.toner_low = 1; }
static void settle_cancelled(void) {}
static void vanish(void) { acme.printer_unplugged = 1; }
static void lose_next_reply(void) { acme.lose_next_reply = 1; }
static void hold_next_job(void) { acme.hold_next_job = 1; }
static int32_t received(void) { return acme.jobs; }

static const unsigned char *document(int32_t index, size_t *size)
{
    if (index < 0 || index >= acme.jobs)
        return 0;
    *size = acme.job[index].size;
    return acme.job[index].bytes;
}

const kiosk_printer_rig acme_printer_rig = {
    .struct_size = sizeof(kiosk_printer_rig),
    .page_out = page_out,
    .jam = jam,
    .clear_jam = clear_jam,
    .open_cover = open_cover,
    .close_cover = close_cover,
    .take_paper = take_paper,
    .put_paper = put_paper,
    .low_toner = low_toner,
    .settle_cancelled = settle_cancelled,
    .vanish = vanish,
    .lose_next_reply = lose_next_reply,
    .received = received,
    .document = document,
    .hold_next_job = hold_next_job,
};

KIOSK_EXPORT int32_t kiosk_rig_describe(kiosk_rig *rig)
{
    rig->card_reader = &acme_reader_rig;
    rig->printer = &acme_printer_rig;
    rig->camera = &acme_camera_rig;
    if (rig->struct_size < sizeof *rig)
        return KIOSK_OK;
    rig->auxiliaries = &acme_cabinet_rig;
    rig->code_reader = &acme_scanner_rig;
    return KIOSK_OK;
}
