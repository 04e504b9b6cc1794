/* SPDX-License-Identifier: MIT */
/* unit/para/paragraphs.h — five paragraphs of about 120 words, to measure even lines with. */
#ifndef RECTO_UNIT_PARA_PARAGRAPHS_H
#define RECTO_UNIT_PARA_PARAGRAPHS_H

static const char *const paragraphs[] = {
    "The support desk answered nearly nine thousand questions each week, and most of them "
    "had been answered many times before. Agents kept personal notes, copied old replies, "
    "and apologised for rules that had changed in spring. New colleagues needed four "
    "months "
    "until they could work without asking a neighbour; experienced ones spent a third of "
    "every day searching in three systems that disagreed with each other. The company had "
    "tried a chatbot two years before, which invented a refund rule and was switched off "
    "after eleven days. What we were asked for was therefore modest: find the passage that "
    "settles a question, show where it comes from, and say plainly when there is none. "
    "Everything else, including the wording of the reply, should be left to the person who "
    "signs it.",

    "We began with the tests, because nobody could tell what a good answer was. Three "
    "agents and a lawyer marked four hundred questions from the archive, naming every "
    "passage that was wanted and every one that looked right but was old. Agreement was "
    "poor at first, and the talks about each difference turned out to be the most useful "
    "part of our work: half of them ended in a corrected document. From the second round "
    "on "
    "the labels were firm enough to compare methods. A plain keyword index found the right "
    "passage in sixty per cent of the cases; embeddings alone did worse on part numbers; "
    "both together, sorted by a small model, reached ninety. We kept the simplest solution "
    "that met the threshold.",

    "The service runs on two plain machines without accelerators. A request goes through a "
    "gateway that removes names, addresses and account numbers before anything is stored, "
    "then through retrieval, which keeps the whole index in memory and answers within "
    "forty "
    "milliseconds. Only the reader model is costly, so its results are cached by the "
    "identity of the passages rather than by the words of the question; this raised the "
    "hit "
    "rate from a fifth to almost half. When the reader is down, the interface shows the "
    "passages alone and agents hardly notice. Every answer leaves a trace that can be run "
    "again against another version, and the nightly comparison of both has caught three "
    "regressions that the unit tests had let through.",

    "Reliability became a question of documents, not of models. One supplier issued its "
    "tariff as images, another renamed its files on each release, and a third changed "
    "footnotes without changing the date. The ingestion job always compares a new version "
    "with the last one, clause by clause, and stops as soon as more than a tenth has "
    "moved; "
    "somebody looks at the difference and accepts it or writes to the sender. This happens "
    "perhaps twice a week and takes ten minutes. Since its introduction there has been no "
    "wrong citation that could be traced to a stale index. Costs remained well below the "
    "forecast, chiefly because the shorter context made the larger reader unnecessary and "
    "since nights and weekends need a single instance only.",

    "Looking back, I would spend even more time with the people who answer the telephone. "
    "The feature they praise most is one I nearly left out: a small line under every "
    "passage that says who is responsible for it and when it was last read by a human "
    "being. It changed the tone of conversations between departments, since a missing or "
    "outdated rule finally had an owner. The measurements tell the same story in figures: "
    "first-contact resolution rose by twelve points, escalations fell by a third, and "
    "training now takes seven weeks. What remains open is the long tail of questions that "
    "need two documents at once, where the present system finds each of them but does not "
    "notice that they contradict each other.",
};

#endif
