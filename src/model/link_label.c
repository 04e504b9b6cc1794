/* SPDX-License-Identifier: MIT */
/* model/link_label.c — what an address is, by its looks. */
#include "base/arena.h"
#include "model/links.h"
#include "source/ascii.h"

#define PHONE_MIN_DIGITS 7
#define PHONE_MAX_DIGITS 15 /* ITU-T E.164 */

/* Ends of hosts, or starts where they end in a dot, and what is found there. */
static const struct {
    char host[28], label[20];
} hosts[] = {
    {"github.com",                "GitHub"        },
    {"gist.github.com",           "Gist"          },
    {"github.io",                 "Website"       },
    {"gitlab.com",                "GitLab"        },
    {"bitbucket.org",             "Bitbucket"     },
    {"codeberg.org",              "Codeberg"      },
    {"sr.ht",                     "SourceHut"     },
    {"huggingface.co",            "Hugging Face"  },
    {"hf.space",                  "Demo"          },
    {"hf.co",                     "Hugging Face"  },
    {"arxiv.org",                 "Paper"         },
    {"doi.org",                   "Paper"         },
    {"openreview.net",            "Paper"         },
    {"aclanthology.org",          "Paper"         },
    {"ssrn.com",                  "Paper"         },
    {"acm.org",                   "Paper"         },
    {"ieee.org",                  "Paper"         },
    {"youtube.com",               "Video"         },
    {"youtu.be",                  "Video"         },
    {"vimeo.com",                 "Video"         },
    {"loom.com",                  "Video"         },
    {"linkedin.com",              "LinkedIn"      },
    {"lnkd.in",                   "LinkedIn"      },
    {"xing.com",                  "Xing"          },
    {"twitter.com",               "X"             },
    {"x.com",                     "X"             },
    {"bsky.app",                  "Bluesky"       },
    {"mastodon.social",           "Mastodon"      },
    {"medium.com",                "Article"       },
    {"substack.com",              "Article"       },
    {"dev.to",                    "Article"       },
    {"hashnode.dev",              "Article"       },
    {"kaggle.com",                "Kaggle"        },
    {"colab.research.google.com", "Notebook"      },
    {"docs.google.com",           "Document"      },
    {"drive.google.com",          "Document"      },
    {"scholar.google.com",        "Google Scholar"},
    {"orcid.org",                 "ORCID"         },
    {"zenodo.org",                "Zenodo"        },
    {"figma.com",                 "Figma"         },
    {"notion.so",                 "Notion"        },
    {"notion.site",               "Notion"        },
    {"miro.com",                  "Miro"          },
    {"behance.net",               "Behance"       },
    {"dribbble.com",              "Dribbble"      },
    {"stackoverflow.com",         "Stack Overflow"},
    {"pypi.org",                  "PyPI"          },
    {"npmjs.com",                 "npm"           },
    {"crates.io",                 "crates.io"     },
    {"hub.docker.com",            "Docker Hub"    },
    {"slideshare.net",            "Slides"        },
    {"speakerdeck.com",           "Slides"        },
    {"slides.com",                "Slides"        },
    {"readthedocs.io",            "Documentation" },
    {"docs.rs",                   "Documentation" },
    {"calendly.com",              "Calendar"      },
    {"t.me",                      "Telegram"      },
    {"wa.me",                     "WhatsApp"      },
    {"streamlit.app",             "Demo"          },
    {"vercel.app",                "Demo"          },
    {"netlify.app",               "Demo"          },
    {"herokuapp.com",             "Demo"          },
    {"onrender.com",              "Demo"          },
    {"fly.dev",                   "Demo"          },
    {"pages.dev",                 "Demo"          },
    {"web.app",                   "Demo"          },
    {"demo.",                     "Demo"          },
    {"app.",                      "Demo"          },
    {"docs.",                     "Documentation" },
    {"blog.",                     "Article"       },
    {"status.",                   "Status"        },
    {"dashboard.",                "Dashboard"     },
    {"grafana.",                  "Dashboard"     },
    {"api.",                      "API"           },
};

/* Top levels under which people give addresses without https://. */
static const char tops[] = " com org net io dev ai app co uk de fr es it nl pl pt ru ua eu "
                           "ch at be se no dk fi cz tr jp kr "
                           "cn tw vn in br me info site page gg xyz edu gov us ca au nz ie "
                           "il ae tech blog cloud so sh to "
                           "design studio works be ly ";

/* The host of an address, without `www.`. */
static struct str host_of(struct str url)
{
    size_t scheme = str_find(url, S("://"), 0);
    size_t from = scheme < url.n ? scheme + 3 : 0, to = from;
    while (to < url.n && url.p[to] != '/' && url.p[to] != '?' && url.p[to] != '#' &&
           url.p[to] != ':')
        to++;
    struct str host = str_sub(url, from, to);
    return str_starts(host, S("www.")) ? str_sub(host, 4, host.n) : host;
}

static bool is_at(struct str host, struct str known)
{
    if (str_ends(known, S(".")))
        return str_starts(host, known);
    size_t before = host.n - known.n;
    return str_ends(host, known) && (before == 0 || host.p[before - 1] == '.');
}

struct str link_label(struct arena *a, struct str url)
{
    if (str_starts(url, S("mailto:")))
        return str_sub(url, 7, url.n);
    if (str_starts(url, S("tel:")))
        return str_sub(url, 4, url.n);
    struct str host = host_of(url),
               path = str_sub(url, (size_t)(host.p - url.p) + host.n, url.n);
    if (str_ends(path, S(".pdf")))
        return S("PDF");
    for (size_t i = 0; i < countof(hosts); i++)
        if (is_at(host, str_from(hosts[i].host)))
            return str_from(hosts[i].label);
    return host.n > 0 ? str_dup(a, host) : url;
}

bool link_is_bare_host(struct str word)
{
    size_t slash = str_find_byte(word, '/', 0), dot = SIZE_MAX, letters = 0;
    struct str host = str_sub(word, 0, slash);
    for (size_t i = 0; i < host.n; i++) {
        char c = host.p[i];
        if (c == '.')
            dot = i;
        else if (!ascii_is_alnum(c) && c != '-')
            return false;
        letters += ascii_is_alnum(c) && !(c >= '0' && c <= '9');
    }
    if (dot == SIZE_MAX || dot == 0 || dot + 2 >= host.n || letters < 3)
        return false;
    struct str top = str_sub(host, dot + 1, host.n), list = str_from(tops);
    for (size_t at = 0; (at = str_find(list, top, at)) < list.n; at++)
        if (list.p[at - 1] == ' ' && list.p[at + top.n] == ' ')
            return true;
    return false;
}

bool link_is_phone(struct arena *a, struct str s, struct str *url)
{
    struct strbuf dialled = strbuf_at(a);
    strbuf_put(&dialled, S("tel:"));
    size_t digits = 0;
    s = str_trim(s);
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        bool digit = c >= '0' && c <= '9', plus = c == '+' && digits == 0;
        bool mark = c == ' ' || c == '-' || c == '(' || c == ')' || c == '.' || c == '/';
        if (!digit && !plus && !mark)
            return false;
        digits += digit;
        bool trunk = digit && c == '0' && i > 0 && s.p[i - 1] == '('; /* +49 (0) 30 … */
        if ((digit && !trunk) || plus)
            strbuf_putc(&dialled, c);
    }
    *url = strbuf_str(&dialled);
    bool opens = s.n > 0 && (s.p[0] == '+' || s.p[0] == '(' || s.p[0] == '0');
    return digits <= PHONE_MAX_DIGITS && digits >= PHONE_MIN_DIGITS &&
           (opens || digits >= PHONE_MIN_DIGITS + 2);
}
