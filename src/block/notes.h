/* SPDX-License-Identifier: MIT */
/* block/notes.h — footnotes: set once, carried by the line that refers to them. */
#ifndef RECTO_BLOCK_NOTES_H
#define RECTO_BLOCK_NOTES_H

#include "block/set.h"

#define NOTE_LINK "#note-" /* and the number: the address of a note */

/* Set all notes of the study aside, before its text. */
void notes_prepare(struct setter *s);
/* On paper, the number of the note that tells where a link leads; 0 where the layout has no such
 * notes. */
int notes_of_url(struct setter *s, struct str url);
/* The number under which the author's note `number` is set: where links have notes, too, all are
 * numbered as they are met. */
int notes_number(const struct setter *s, int number);
/* Hang the notes that `box` refers to, and that no box before it did, on it. */
void notes_attach(struct setter *s, struct box *box);
/* After the text: put down what the layout wants at the end, and what no line refers to. */
void notes_finish(struct setter *s);

#endif
