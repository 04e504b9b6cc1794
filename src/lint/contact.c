/* SPDX-License-Identifier: MIT */
/* lint/contact.c — whether the author can be reached. */
#include "lint/rules.h"

/* An e-mail address or number among the links reaches the author as well. */
static bool is_among_links(const struct study *s)
{
    for (size_t i = 0; i < s->links.n; i++) {
        struct str url = s->links.at[i].url;
        if (str_starts(url, S("mailto:")) || str_starts(url, S("tel:")))
            return true;
    }
    return false;
}

void lint_contact(const struct lint *l)
{
    const struct study *s = l->study;
    if (s->contact.n > 0 || is_among_links(s))
        return;
    const struct section *contact = section_find(s, SECTION_CONTACT);
    if (contact && text_words(section_text(l->a, contact)) > 0)
        return;
    diag_push(l->d, D_L0601, contact ? contact->span : (struct span){0, 0, 0, 0},
              "there is no way to reach you");
}

/* Hosts that are kept for examples (RFC 2606), and what people type in their place. */
static bool is_example_host(struct str address)
{
    static const char *const hosts[] = {"example.com", "example.org", "example.net",
                                        "yourdomain",  "your-domain", "domain.com",
                                        "yourname",    "your-name",   "username",
                                        "localhost",   "email.com",   "yoursite"};
    for (size_t i = 0; i < countof(hosts); i++) {
        size_t at = str_find(address, str_from(hosts[i]), 0);
        bool begins = at == 0 || address.p[at - 1] == '@' || address.p[at - 1] == '/' ||
                      address.p[at - 1] == '.';
        if (at < address.n && begins)
            return true;
    }
    return false;
}

/* An address of mail needs a name, one @ and a host with a dot. */
static bool is_broken_mail(struct str address)
{
    size_t at = str_find_byte(address, '@', 0);
    struct str host = str_sub(address, at + 1, address.n);
    size_t dot = str_find_byte(host, '.', 0);
    return at == 0 || at >= address.n || str_find_byte(host, '@', 0) < host.n || dot == 0 ||
           dot + 1 >= host.n || str_find_byte(address, ' ', 0) < address.n;
}

static void judge(const struct lint *l, const struct link *link)
{
    struct str mail = S("mailto:");
    struct str address = link->url;
    bool is_mail = str_starts(address, mail);
    if (is_mail)
        address = str_sub(address, mail.n, str_find_byte(address, '?', 0));
    if (is_example_host(address))
        diag_push(l->d, D_L0602, link->span, "“%.*s” is an example", STR(address));
    else if (is_mail && is_broken_mail(address))
        diag_push(l->d, D_L0602, link->span, "“%.*s” is no e-mail address", STR(address));
    else if ((str_eq(address, S("#")) || str_eq(address, S("https://")) ||
              address.n == 0) &&
             !lint_unfinished(l, link->span.line, link->span.end_line))
        diag_push(l->d, D_L0602, link->span, "a link leads nowhere");
}

static void judge_inline(void *context, const struct inline_node *node)
{
    struct link link = {.url = node->url, .span = node->span};
    if (node->kind == INLINE_LINK)
        judge(context, &link);
}

void lint_contact_address(const struct lint *l)
{
    struct lint copy = *l;
    walk_study(l->study, judge_inline, &copy);
    for (size_t i = 0; i < l->study->contact.n; i++)
        judge(l, &l->study->contact.at[i]);
    for (size_t i = 0; i < l->study->links.n; i++)
        judge(l, &l->study->links.at[i]);
}
