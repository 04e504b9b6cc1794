/* SPDX-License-Identifier: MIT */
/* job/words.c — what words of file names stand for in a document. */
#include "base/arena.h"
#include "base/file.h"
#include "job/stage.h"

/* The last word of a name. Who writes it elsewhere says `surname:` in the front matter. */
static struct str last_word(struct str name)
{
    size_t at = name.n;
    while (at > 0 && name.p[at - 1] != ' ')
        at--;
    return str_sub(name, at, name.n);
}

/* Any other key at the top of the front matter, where it holds text. */
static bool from_front(const struct study *study, struct str word, struct str *value)
{
    const struct yaml *e = yaml_find(study->front, word);
    if (!e || e->kind != YAML_SCALAR)
        return false;
    *value = e->text;
    return true;
}

bool job_word(struct recto_job *job, struct str word, struct str *value)
{
    const struct study *study = job->cover ? job->cover : job->study;
    struct str layout = job->cover ? S("bundle") : path_stem(job_settings(job).layout);
    const struct {
        struct str word, value;
    } words[] = {
        {S("title"),   study->title                                    },
        {S("author"),  study->author                                   },
        {S("role"),    study->author_role                              },
        {S("date"),    study->date                                     },
        {S("layout"),  layout                                          },
        {S("variant"), study->variant.n ? study->variant : S("default")},
    };
    for (size_t i = 0; i < countof(words); i++)
        if (str_eq(word, words[i].word)) {
            *value = words[i].value.n ? words[i].value : S("");
            if (value->n == 0) /* a role without an author is a fact */
                from_front(study, word, value);
            return true;
        }
    if (from_front(study, word, value))
        return true;
    *value = last_word(str_trim(study->author));
    return str_eq(word, S("surname"));
}
