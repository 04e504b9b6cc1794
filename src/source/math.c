/* SPDX-License-Identifier: MIT */
/* source/math.c — a formula's TeX as the characters it stands for. */
#include "base/arena.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "source/ascii.h"
#include "source/inline.h"

#define MATH_MAX_DEPTH 8 /* braces inside braces */

/* Commands of TeX that are one character, or a word of upright letters. */
static const struct {
    char name[16], text[8];
} commands[] = {
    {"alpha",          "α" },
    {"beta",           "β" },
    {"gamma",          "γ" },
    {"delta",          "δ" },
    {"epsilon",        "ϵ" },
    {"varepsilon",     "ε" },
    {"zeta",           "ζ" },
    {"eta",            "η" },
    {"theta",          "θ" },
    {"vartheta",       "ϑ" },
    {"iota",           "ι" },
    {"kappa",          "κ" },
    {"lambda",         "λ" },
    {"mu",             "μ" },
    {"nu",             "ν" },
    {"xi",             "ξ" },
    {"pi",             "π" },
    {"rho",            "ρ" },
    {"sigma",          "σ" },
    {"tau",            "τ" },
    {"upsilon",        "υ" },
    {"phi",            "ϕ" },
    {"varphi",         "φ" },
    {"chi",            "χ" },
    {"psi",            "ψ" },
    {"omega",          "ω" },
    {"Gamma",          "Γ" },
    {"Delta",          "Δ" },
    {"Theta",          "Θ" },
    {"Lambda",         "Λ" },
    {"Xi",             "Ξ" },
    {"Pi",             "Π" },
    {"Sigma",          "Σ" },
    {"Phi",            "Φ" },
    {"Psi",            "Ψ" },
    {"Omega",          "Ω" },
    {"times",          "×" },
    {"cdot",           "·" },
    {"div",            "÷" },
    {"pm",             "±" },
    {"mp",             "∓"},
    {"le",             "≤"},
    {"leq",            "≤"},
    {"ge",             "≥"},
    {"geq",            "≥"},
    {"lt",             "<"  },
    {"gt",             ">"  },
    {"ne",             "≠"},
    {"neq",            "≠"},
    {"approx",         "≈"},
    {"sim",            "∼"},
    {"simeq",          "≃"},
    {"equiv",          "≡"},
    {"propto",         "∝"},
    {"ll",             "≪"},
    {"gg",             "≫"},
    {"to",             "→"},
    {"rightarrow",     "→"},
    {"leftarrow",      "←"},
    {"Rightarrow",     "⇒"},
    {"Leftarrow",      "⇐"},
    {"leftrightarrow", "↔"},
    {"mapsto",         "↦"},
    {"uparrow",        "↑"},
    {"downarrow",      "↓"},
    {"infty",          "∞"},
    {"partial",        "∂"},
    {"nabla",          "∇"},
    {"sum",            "∑"},
    {"prod",           "∏"},
    {"int",            "∫"},
    {"in",             "∈"},
    {"notin",          "∉"},
    {"subset",         "⊂"},
    {"subseteq",       "⊆"},
    {"cup",            "∪"},
    {"cap",            "∩"},
    {"emptyset",       "∅"},
    {"forall",         "∀"},
    {"exists",         "∃"},
    {"neg",            "¬" },
    {"land",           "∧"},
    {"lor",            "∨"},
    {"circ",           "∘"},
    {"star",           "⋆"},
    {"ast",            "∗"},
    {"oplus",          "⊕"},
    {"otimes",         "⊗"},
    {"ldots",          "…"},
    {"cdots",          "⋯"},
    {"dots",           "…"},
    {"prime",          "′"},
    {"degree",         "°" },
    {"ell",            "ℓ"},
    {"hbar",           "ℏ"},
    {"Re",             "ℜ"},
    {"Im",             "ℑ"},
    {"langle",         "⟨"},
    {"rangle",         "⟩"},
    {"lfloor",         "⌊"},
    {"rfloor",         "⌋"},
    {"lceil",          "⌈"},
    {"rceil",          "⌉"},
    {"mid",            "∣"},
    {"parallel",       "∥"},
    {"perp",           "⊥"},
    {"quad",           " "  },
    {"qquad",          " "  },
    {"left",           ""   },
    {"right",          ""   },
    {"displaystyle",   ""   },
    {"limits",         ""   },
    {"big",            ""   },
    {"Big",            ""   },
    {"mathrm",         ""   },
    {"mathbf",         ""   },
    {"mathit",         ""   },
    {"mathcal",        ""   },
    {"mathbb",         ""   },
    {"mathsf",         ""   },
    {"text",           ""   },
    {"textbf",         ""   },
    {"textit",         ""   },
    {"operatorname",   ""   },
    {"boldsymbol",     ""   },
    {"bar",            ""   },
    {"hat",            ""   },
    {"tilde",          ""   },
    {"vec",            ""   },
    {"overline",       ""   },
    {"sqrt",           "√"},
};

/* Raised and lowered characters that Unicode has. */
static const struct {
    char c;
    uint16_t raised, lowered;
} scripts[] = {
    {'0', 0x2070, 0x2080},
    {'1', 0x00B9, 0x2081},
    {'2', 0x00B2, 0x2082},
    {'3', 0x00B3, 0x2083},
    {'4', 0x2074, 0x2084},
    {'5', 0x2075, 0x2085},
    {'6', 0x2076, 0x2086},
    {'7', 0x2077, 0x2087},
    {'8', 0x2078, 0x2088},
    {'9', 0x2079, 0x2089},
    {'+', 0x207A, 0x208A},
    {'-', 0x207B, 0x208B},
    {'=', 0x207C, 0x208C},
    {'(', 0x207D, 0x208D},
    {')', 0x207E, 0x208E},
    {'n', 0x207F, 0x2099},
    {'i', 0x2071, 0x1D62},
    {'a', 0,      0x2090},
    {'e', 0,      0x2091},
    {'o', 0,      0x2092},
    {'x', 0,      0x2093},
    {'h', 0,      0x2095},
    {'k', 0,      0x2096},
    {'l', 0,      0x2097},
    {'m', 0,      0x2098},
    {'p', 0,      0x209A},
    {'s', 0,      0x209B},
    {'t', 0,      0x209C},
    {'j', 0,      0x2C7C},
    {'r', 0,      0x1D63},
    {'u', 0,      0x1D64},
    {'v', 0,      0x1D65},
};

struct math {
    struct arena *a;
    struct str tex;
    size_t at;
    struct strbuf out;
};

static void take(struct math *m, int depth);

/* The next argument, `{…}` or one token, as text. */
static struct str argument(struct math *m, int depth)
{
    struct math inner = {m->a, m->tex, m->at, strbuf_at(m->a)};
    while (inner.at < inner.tex.n && inner.tex.p[inner.at] == ' ')
        inner.at++;
    if (inner.at < inner.tex.n && depth < MATH_MAX_DEPTH)
        take(&inner, depth + 1);
    m->at = inner.at;
    return strbuf_str(&inner.out);
}

static uint32_t script_of(char c, bool raised)
{
    for (size_t i = 0; i < countof(scripts); i++)
        if (scripts[i].c == c)
            return raised ? scripts[i].raised : scripts[i].lowered;
    return 0;
}

/* An exponent or index: small characters where all of it has them, else ^(…) or _(…). */
static void put_script(struct math *m, struct str s, bool raised)
{
    bool all = s.n > 0;
    for (size_t i = 0; i < s.n; i++)
        all = all && script_of(s.p[i], raised) != 0;
    for (size_t i = 0; all && i < s.n; i++)
        strbuf_put_utf8(&m->out, script_of(s.p[i], raised));
    if (all || s.n == 0)
        return;
    bool one = utf8_length(s) == 1;
    strbuf_putc(&m->out, raised ? '^' : '_');
    strbuf_put(&m->out, one ? S("") : S("("));
    strbuf_put(&m->out, s);
    strbuf_put(&m->out, one ? S("") : S(")"));
}

static void put_fraction(struct math *m, int depth)
{
    for (int i = 0; i < 2; i++) {
        struct str part = argument(m, depth);
        bool simple = true;
        for (size_t k = 0; k < part.n; k++)
            simple = simple && (ascii_is_letter(part.p[k]) || part.p[k] < 0 ||
                                (part.p[k] >= '0' && part.p[k] <= '9') || part.p[k] == '.');
        if (i == 1)
            strbuf_putc(&m->out, '/');
        strbuf_put(&m->out, simple ? S("") : S("("));
        strbuf_put(&m->out, part);
        strbuf_put(&m->out, simple ? S("") : S(")"));
    }
}

/* `\name`, `\,`: what stands behind a backslash. */
static void take_command(struct math *m, int depth)
{
    size_t from = ++m->at;
    while (m->at < m->tex.n && ascii_is_letter(m->tex.p[m->at]))
        m->at++;
    struct str name = str_sub(m->tex, from, m->at);
    if (name.n == 0) {
        char c = ascii_at(m->tex, m->at);
        m->at += m->at < m->tex.n;
        bool gap = c == ',' || c == ';' || c == ':' || c == '\\' || c == '\0';
        strbuf_put(&m->out, gap ? S(" ") : (struct str){&c, 1});
        return;
    }
    if (str_ends(name, S("frac"))) {
        put_fraction(m, depth);
        return;
    }
    for (size_t i = 0; i < countof(commands); i++)
        if (str_eq(name, str_from(commands[i].name))) {
            strbuf_put(&m->out, str_from(commands[i].text));
            return;
        }
    strbuf_put(&m->out, name); /* \log, \max and what we do not know */
}

static void take_group(struct math *m, int depth)
{
    for (m->at++; m->at < m->tex.n && m->tex.p[m->at] != '}';) {
        if (depth < MATH_MAX_DEPTH)
            take(m, depth + 1);
        else
            strbuf_putc(&m->out, m->tex.p[m->at++]);
    }
    m->at += m->at < m->tex.n;
}

/* One token. Recursion is as deep as MATH_MAX_DEPTH. */
static void take(struct math *m, int depth)
{
    char c = m->tex.p[m->at];
    if (c == '\\') {
        take_command(m, depth);
    } else if (c == '{') {
        take_group(m, depth);
    } else if (c == '^' || c == '_') {
        m->at++;
        put_script(m, argument(m, depth), c == '^');
    } else {
        m->at++;
        if (c == '-')
            strbuf_put(&m->out, S("−"));
        else if (c != '}')
            strbuf_put(&m->out, c == MARK_BAR ? S("|")
                                : c == '~'    ? S(" ")
                                              : (struct str){&c, 1});
    }
}

struct str math_text(struct arena *a, struct str tex)
{
    struct math m = {a, tex, 0, strbuf_at(a)};
    while (m.at < tex.n)
        take(&m, 0);
    return str_trim(strbuf_str(&m.out));
}
