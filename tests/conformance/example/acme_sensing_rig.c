/* SPDX-License-Identifier: Apache-2.0 */
#include "acme.h"

#include <string.h>

/* The hands beside camera, cabinet and scanner. */

static void show(const unsigned char *luma, int32_t width, int32_t height)
{
    if (width == ACME_WIDTH && height == ACME_HEIGHT)
        memcpy(acme.before_camera.luma, luma, sizeof acme.before_camera.luma);
}

static void unplug_camera(void)
{
    acme.camera_unplugged = 1;
    acme.capturing = 0;
}

static void plug_camera(void) { acme.camera_unplugged = 0; }
static void make_silent(void) { acme.camera_silent = 1; }
static void damage_frames(void) { acme.camera_damaged = 1; }

static void heal(void)
{
    acme.camera_silent = 0;
    acme.camera_damaged = 0;
}

static int32_t capturing(void) { return acme.capturing; }

const kiosk_camera_rig acme_camera_rig = {
    .struct_size = sizeof(kiosk_camera_rig),
    .show = show,
    .unplug = unplug_camera,
    .plug = plug_camera,
    .make_silent = make_silent,
    .damage_frames = damage_frames,
    .heal = heal,
    .capturing = capturing,
};

static void add_change(int32_t part)
{
    if (acme.changes == ACME_MOST_WAITING)
        return;
    acme.change[acme.changes].part = part;
    acme.change[acme.changes++].state = acme.stands;
}

/* One part after the other, so that each change tells how all stood right after it. */
static void move(int32_t *part_stands, int32_t stands, int32_t part)
{
    if (*part_stands == stands)
        return;
    *part_stands = stands;
    if (!acme.cabinet_unplugged)
        add_change(part);
}

static void become(const kiosk_cabinet_state *state)
{
    move(&acme.stands.door_open, state->door_open, KIOSK_PART_CABINET_DOOR);
    move(&acme.stands.tampered, state->tampered, KIOSK_PART_TAMPER_SENSOR);
    move(&acme.stands.power, state->power, KIOSK_PART_POWER_SUPPLY);
    move(&acme.stands.call_key_pressed, state->call_key_pressed, KIOSK_PART_CALL_KEY);
}

static void press_call_key(void)
{
    move(&acme.stands.call_key_pressed, 1, KIOSK_PART_CALL_KEY);
    move(&acme.stands.call_key_pressed, 0, KIOSK_PART_CALL_KEY);
}

static int32_t shown(int32_t light)
{
    return light == KIOSK_PART_CARD_LIGHT || light == KIOSK_PART_CALL_LAMP ? acme.light[light] : 0;
}

static void unplug_cabinet(void) { acme.cabinet_unplugged = 1; }
static void plug_cabinet(void) { acme.cabinet_unplugged = 0; }

const kiosk_auxiliaries_rig acme_cabinet_rig = {
    .struct_size = sizeof(kiosk_auxiliaries_rig),
    .become = become,
    .press_call_key = press_call_key,
    .shown = shown,
    .unplug = unplug_cabinet,
    .plug = plug_cabinet,
};

static void scan(const char *text)
{
    acme.half_code[0] = 0;
    if (acme.codes < ACME_MOST_WAITING && strlen(text) <= 4296) /* no code is longer */
        strcpy(acme.code[acme.codes++].text, text);
}

static void scan_half(const char *text)
{
    strncpy(acme.half_code, text, sizeof acme.half_code - 1);
}

static void unplug_scanner(void)
{
    acme.scanner_unplugged = 1;
    acme.codes = 0;
    acme.half_code[0] = 0;
}

static void plug_scanner(void) { acme.scanner_unplugged = 0; }

const kiosk_code_reader_rig acme_scanner_rig = {
    .struct_size = sizeof(kiosk_code_reader_rig),
    .scan = scan,
    .scan_half = scan_half,
    .unplug = unplug_scanner,
    .plug = plug_scanner,
};
