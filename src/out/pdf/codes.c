/* SPDX-License-Identifier: MIT */
/* out/pdf/codes.c — codes of a font: glyphs, and what they say. */
#include <hb.h>

#include "base/arena.h"
#include "out/pdf/font.h"

#define MISSING S("\xEF\xBF\xBD")
#define ALIASES_MAX 1024 /* of one glyph: each word that is cut behind it needs one */
#define CODES_MAX 60000u /* of one font; 65536 can be told apart */

bool font_has_aliases(const struct font *font)
{
    return !face_info(font->face)->cid_keyed;
}

void pdf_font_open(struct arena *a, struct font *font, const struct face *face)
{
    *font = (struct font){.face = face};
    font->slot_count = hb_face_get_glyph_count(face_hb_face(face));
    font->slots = arena_many(a, font->slot_count, uint32_t);
    vec_add(a, &font->voices);
    font_say(a, font, 0, MISSING); /* every font program begins with it */
}

static uint32_t add_code(struct arena *a, struct font *font, uint32_t glyph, bool alias)
{
    int upem = face_info(font->face)->upem;
    struct font_glyph code = {.glyph = glyph, .alias = alias};
    code.width = (int)mpt_scale(face_advance(font->face, glyph), FONT_EM, upem);
    vec_push(a, &font->glyphs, code);
    return (uint32_t)font->glyphs.n - 1;
}

/* Room for `slot` in `voice`. */
static struct str *says(struct arena *a, struct voice *voice, uint32_t slot)
{
    while (voice->says.n <= slot)
        vec_push(a, &voice->says, S(""));
    return &voice->says.at[slot];
}

/* Make `slot` say `text` in `voice`; false where it says something else. */
static bool agrees(struct arena *a, struct voice *voice, uint32_t slot, struct str text)
{
    struct str *said = says(a, voice, slot);
    if (str_empty(*said))
        *said = text;
    return str_eq(*said, text);
}

static struct spelled say_by_alias(struct arena *a, struct font *font, uint32_t slot,
                                   struct str text)
{
    for (int i = 0; i < ALIASES_MAX; i++) {
        if (agrees(a, &font->voices.at[0], slot, text))
            return (struct spelled){.slot = slot};
        if (font->glyphs.at[slot].next == 0) {
            if (font->glyphs.n >= CODES_MAX)
                break;
            uint32_t alias = add_code(a, font, font->glyphs.at[slot].glyph, true);
            font->glyphs.at[slot].next = alias;
            font->aliased = true;
        }
        slot = font->glyphs.at[slot].next;
    }
    return (struct spelled){.slot = slot, .lost = true};
}

static struct spelled say_by_voice(struct arena *a, struct font *font, uint32_t slot,
                                   struct str text)
{
    for (uint16_t i = 0; i < VOICES_MAX; i++) {
        if (i == font->voices.n)
            vec_add(a, &font->voices);
        if (agrees(a, &font->voices.at[i], slot, text))
            return (struct spelled){.slot = slot, .voice = i};
    }
    return (struct spelled){.slot = slot, .lost = true};
}

struct spelled font_say(struct arena *a, struct font *font, uint32_t glyph, struct str text)
{
    if (glyph >= font->slot_count)
        glyph = 0;
    if (font->slot_count > 0 && font->slots[glyph] == 0)
        font->slots[glyph] = add_code(a, font, glyph, false) + 1;
    uint32_t slot = font->slot_count > 0 ? font->slots[glyph] - 1 : 0;
    return font_has_aliases(font) ? say_by_alias(a, font, slot, text)
                                  : say_by_voice(a, font, slot, text);
}
