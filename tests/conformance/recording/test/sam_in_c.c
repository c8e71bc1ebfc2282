/* SPDX-License-Identifier: Apache-2.0 */

/* A supplier's driver for a SAM reader on USB, over a connection that the conformance kit lends: what replays of
 * recordings are tried with. It reads mainland cards. Built with -DSAM_SPEAKS_OTHERWISE it searches a card with a
 * command that no recording has. */

#include <kiosk_driver.h>
#include <kiosk_rig.h>

#include <stdio.h>
#include <string.h>

#ifdef SAM_SPEAKS_OTHERWISE
enum { FIND_CARD = 0x2003 };
#else
enum { FIND_CARD = 0x2001 };
#endif
enum {
    RESET = 0x10FF,
    STATUS = 0x11FF,
    SAM_ID = 0x12FF,
    SELECT_CARD = 0x2002,
    READ_CARD = 0x3001,
    NEWEST_ADDRESS = 0x3003
};
enum { DONE = 0x90, NO_ITEM = 0x91, FOUND = 0x9F, NO_CARD = 0x80, UNREADABLE = 0x41 };
enum { HEADER = 7, LONGEST = 2321, STATUS_AT = HEADER + 2, DATA_AT = HEADER + 3, LENGTHS = 4 };
enum { LINK_TIMEOUT_MS = 900 };

static const kiosk_link *usb;

typedef struct reply {
    unsigned char frame[LONGEST];
    size_t size;
    int status;
    const unsigned char *data;
    size_t data_size;
} reply;

/* Pipes by address: of two the lower carries headers. */
static uint8_t pipe_for(int in, int body)
{
    int lowest = -1, highest = -1;
    for (size_t i = 0; i < usb->endpoints; ++i) {
        const int address = usb->endpoint[i];
        if ((address >= 0x80) != in)
            continue;
        lowest = lowest < 0 || address < lowest ? address : lowest;
        highest = address > highest ? address : highest;
    }
    return (uint8_t)(body ? highest : lowest);
}

static int32_t fail(kiosk_error *error, int32_t kind, const char *code, int32_t remedy)
{
    error->kind = kind;
    error->remedy = remedy;
    strncpy(error->code, code, sizeof error->code - 1);
    return KIOSK_FAILED;
}

static int32_t link_failed(kiosk_error *error, int32_t trouble)
{
    switch (trouble) {
    case KIOSK_LINK_TIMEOUT:
        return fail(error, KIOSK_KIND_TIMED_OUT, "reader.silent", KIOSK_REMEDY_TECHNICIAN);
    case KIOSK_LINK_STALL:
        return fail(error, KIOSK_KIND_MALFORMED, "reader.garbled", KIOSK_REMEDY_TECHNICIAN);
    default:
        return fail(error, KIOSK_KIND_NOT_FOUND, "reader.gone", KIOSK_REMEDY_TECHNICIAN);
    }
}

static int32_t send(int command, kiosk_error *error)
{
    unsigned char frame[10] = {0xAA, 0xAA, 0xAA, 0x96, 0x69, 0, 3};
    const int split = pipe_for(0, 0) != pipe_for(0, 1);
    int32_t ended = KIOSK_LINK_DONE;
    frame[7] = (unsigned char)(command >> 8);
    frame[8] = (unsigned char)command;
    frame[9] = (unsigned char)(frame[6] ^ frame[7] ^ frame[8]);
    if (split)
        ended = usb->out(usb->context, pipe_for(0, 0), frame, HEADER, LINK_TIMEOUT_MS);
    if (ended == KIOSK_LINK_DONE)
        ended = usb->out(usb->context, pipe_for(0, 1), frame + (split ? HEADER : 0),
                         split ? 3 : sizeof frame, LINK_TIMEOUT_MS);
    return ended == KIOSK_LINK_DONE ? KIOSK_OK : link_failed(error, ended);
}

static int32_t receive(reply *got, kiosk_error *error)
{
    static const unsigned char preamble[] = {0xAA, 0xAA, 0xAA, 0x96, 0x69};
    size_t expected = HEADER;
    got->size = 0;
    while (got->size < expected) {
        size_t moved = 0;
        const uint8_t pipe = pipe_for(1, got->size >= HEADER);
        const int32_t ended = usb->in(usb->context, pipe, got->frame + got->size,
                                      sizeof got->frame - got->size, LINK_TIMEOUT_MS, &moved);
        if (ended != KIOSK_LINK_DONE)
            return link_failed(error, ended);
        got->size += moved;
        if (got->size >= HEADER && memcmp(got->frame, preamble, sizeof preamble) != 0) {
            got->size = 0; /* noise: the frame may come yet */
            continue;
        }
        if (got->size >= HEADER)
            expected = HEADER + ((size_t)got->frame[5] << 8 | got->frame[6]);
        if (expected < HEADER + 4 || expected > sizeof got->frame)
            return link_failed(error, KIOSK_LINK_STALL);
    }
    got->status = got->frame[STATUS_AT];
    got->data = got->frame + DATA_AT;
    got->data_size = expected - DATA_AT - 1;
    return KIOSK_OK;
}

static int32_t ask(int command, reply *got, kiosk_error *error)
{
    if (send(command, error) != KIOSK_OK)
        return KIOSK_FAILED;
    return receive(got, error);
}

static int32_t carry_out(int command, reply *got, kiosk_error *error)
{
    if (ask(command, got, error) != KIOSK_OK)
        return KIOSK_FAILED;
    if (got->status == UNREADABLE)
        return fail(error, KIOSK_KIND_UNAVAILABLE, "card.read-failed", KIOSK_REMEDY_CITIZEN);
    if (got->status == 0x81)
        return fail(error, KIOSK_KIND_UNAVAILABLE, "card.select-failed", KIOSK_REMEDY_CITIZEN);
    if (got->status != DONE)
        return fail(error, KIOSK_KIND_DEVICE, "reader.unexpected-status", KIOSK_REMEDY_SUPPLIER);
    return KIOSK_OK;
}

static uint32_t number_at(const unsigned char *bytes, size_t at, size_t size)
{
    uint32_t value = 0;
    while (size-- > 0)
        value = value << 8 | bytes[at + size];
    return value;
}

static int32_t sam_number(void *device, const kiosk_call *call, char number[64], kiosk_error *error)
{
    reply got;
    (void)device, (void)call;
    if (carry_out(SAM_ID, &got, error) != KIOSK_OK)
        return KIOSK_FAILED;
    snprintf(number, 64, "%02u.%02u-%08lu-%09lu-%09lu", got.data[0], got.data[2],
             (unsigned long)number_at(got.data, 4, 4), (unsigned long)number_at(got.data, 8, 4),
             (unsigned long)number_at(got.data, 12, 4));
    return KIOSK_OK;
}

static char the_number[64];

static int32_t open_reader(const char *at, const kiosk_call *call, void **device, kiosk_error *error)
{
    reply got;
    (void)at;
    if (usb == NULL)
        return fail(error, KIOSK_KIND_NOT_FOUND, "reader.gone", KIOSK_REMEDY_TECHNICIAN);
    if (carry_out(STATUS, &got, error) != KIOSK_OK)
        return KIOSK_FAILED;
    *device = &the_number; /* nothing to be freed: there is one reader */
    return sam_number(NULL, call, the_number, error);
}

static void close_reader(void *device)
{
    (void)device;
}

static int32_t identify(void *device, kiosk_identity *identity, kiosk_error *error)
{
    (void)device, (void)error;
    strcpy(identity->model, "SAM reader");
    strcpy(identity->serial, the_number);
    strcpy(identity->port, "usb");
    return KIOSK_OK;
}

static int32_t reset(void *device, const kiosk_call *call, kiosk_error *error)
{
    reply got;
    (void)device, (void)call;
    if (carry_out(RESET, &got, error) != KIOSK_OK)
        return KIOSK_FAILED;
    return carry_out(STATUS, &got, error);
}

static int32_t capabilities(void *device, kiosk_card_reader_capabilities *can, kiosk_error *error)
{
    (void)device, (void)error;
    can->layouts = 1u << KIOSK_LAYOUT_MAINLAND;
    can->sees_card_stay = 1;
    can->has_security_module = 1;
    return KIOSK_OK;
}

static int32_t find_card(void *device, const kiosk_call *call, int32_t *found, kiosk_error *error)
{
    reply got;
    (void)device, (void)call;
    if (ask(FIND_CARD, &got, error) != KIOSK_OK)
        return KIOSK_FAILED;
    *found = got.status == FOUND;
    if (*found || got.status == NO_CARD)
        return KIOSK_OK;
    return fail(error, KIOSK_KIND_DEVICE, "reader.unexpected-status", KIOSK_REMEDY_SUPPLIER);
}

static size_t put_utf8(char *to, uint32_t c)
{
    if (c < 0x80)
        return to[0] = (char)c, 1;
    if (c < 0x800)
        return to[0] = (char)(0xC0 | c >> 6), to[1] = (char)(0x80 | (c & 0x3F)), 2;
    if (c < 0x10000) {
        to[0] = (char)(0xE0 | c >> 12), to[1] = (char)(0x80 | (c >> 6 & 0x3F));
        return to[2] = (char)(0x80 | (c & 0x3F)), 3;
    }
    to[0] = (char)(0xF0 | c >> 18), to[1] = (char)(0x80 | (c >> 12 & 0x3F));
    return to[2] = (char)(0x80 | (c >> 6 & 0x3F)), to[3] = (char)(0x80 | (c & 0x3F)), 4;
}

/* A field of UTF-16LE without its padding. Every array of kiosk_id_card has room for its field. */
static void text_at(char *to, const unsigned char *record, size_t at, size_t size)
{
    size_t length = 0;
    for (size_t i = at; i + 1 < at + size; i += 2) {
        uint32_t c = number_at(record, i, 2);
        if (c >= 0xD800 && c < 0xDC00 && i + 3 < at + size) {
            c = 0x10000 + ((c & 0x3FF) << 10 | (number_at(record, i + 2, 2) & 0x3FF));
            i += 2;
        }
        length += put_utf8(to + length, c);
    }
    while (length > 0 && to[length - 1] == ' ')
        --length;
    to[length] = 0;
}

/* "20190520" as "2019-05-20", and what is no such date as none. */
static void date_at(char to[16], const unsigned char *record, size_t at)
{
    char digits[64];
    text_at(digits, record, at, 16);
    to[0] = 0;
    if (strspn(digits, "0123456789") == 8)
        sprintf(to, "%.4s-%.2s-%.2s", digits, digits + 4, digits + 6);
}

static void take_record(kiosk_id_card *card, const unsigned char *record)
{
    card->layout = KIOSK_LAYOUT_MAINLAND;
    card->number_doubt = KIOSK_DOUBT_NONE;
    text_at(card->name, record, 0, 30);
    text_at(card->sex, record, 30, 2);
    text_at(card->ethnicity, record, 32, 4);
    date_at(card->birth, record, 36);
    text_at(card->address, record, 52, 70);
    text_at(card->number, record, 122, 36);
    text_at(card->issuer, record, 158, 30);
    date_at(card->valid_from, record, 188);
    date_at(card->valid_until, record, 204);
    memcpy(card->photo, record + 256, sizeof card->photo);
}

static int32_t read_card(void *device, const kiosk_call *call, kiosk_id_card *card,
                         kiosk_error *error)
{
    static reply got;
    (void)device, (void)call;
    if (carry_out(SELECT_CARD, &got, error) != KIOSK_OK ||
        carry_out(READ_CARD, &got, error) != KIOSK_OK)
        return KIOSK_FAILED;
    if (got.data_size != LENGTHS + 256 + sizeof card->photo)
        return fail(error, KIOSK_KIND_UNAVAILABLE, "card.read-failed", KIOSK_REMEDY_CITIZEN);
    take_record(card, got.data + LENGTHS);
    if (ask(NEWEST_ADDRESS, &got, error) != KIOSK_OK)
        return KIOSK_FAILED;
    if (got.status == DONE)
        text_at(card->newest_address, got.data, 0, got.data_size);
    return KIOSK_OK;
}

static int32_t card_still_there(void *device, const kiosk_call *call, int32_t *there,
                                kiosk_error *error)
{
    reply got;
    (void)device, (void)call;
    if (ask(NEWEST_ADDRESS, &got, error) != KIOSK_OK)
        return KIOSK_FAILED;
    *there = got.status == DONE || got.status == NO_ITEM;
    return KIOSK_OK;
}

static const kiosk_card_reader_ops ops = {
    .struct_size = sizeof(kiosk_card_reader_ops),
    .device = {open_reader, close_reader, identify, reset},
    .capabilities = capabilities,
    .find_card = find_card,
    .read_card = read_card,
    .card_still_there = card_still_there,
    .sam_number = sam_number,
};

KIOSK_EXPORT int32_t kiosk_driver_describe(kiosk_driver *driver)
{
    driver->abi_major = KIOSK_DRIVER_ABI_MAJOR;
    driver->abi_minor = KIOSK_DRIVER_ABI_MINOR;
    strcpy(driver->name, "sam-in-c");
    driver->card_reader = &ops;
    return KIOSK_OK;
}

static void attach(const kiosk_link *link)
{
    usb = link;
}

static const kiosk_link_rig link_rig = {.struct_size = sizeof(kiosk_link_rig), .attach = attach};

KIOSK_EXPORT int32_t kiosk_rig_describe(kiosk_rig *rig)
{
    if (rig->struct_size >= sizeof *rig)
        rig->link = &link_rig;
    return KIOSK_OK;
}
