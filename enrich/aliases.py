"""Which names mean the same: surname and full name, acronym and long form, short and long names of a body."""

import re
from itertools import pairwise

from enrich import casing, coreference, editions, kinds, knowledge, shapes, surnames
from enrich import groups as spelt
from enrich.cuts import Name
from enrich.findings import ORGANISED
from enrich.groups import CALLED, Group, key
from enrich.names import EXCHANGE
from enrich.surroundings import add
from enrich.words import SUFFIX, first_names
from records.record import EntityKind

K = EntityKind
# Words that a body's long name has and its short name lacks, whatever else it is called.
_LEGAL = frozenset(
    "group groupe holding holdings company corporation co international plc fc afc cf sc football club".split()
)
# Words of which a long name may have one more than its short name.
_GENERIC = frozenset(
    "brands brand worldwide global uk usa us europe america town athletic cricket rugby soccer basketball"
    " rovers wanderers federation foundation stores airlines airways bank insurance motor motors"
    " motorsport systems solutions technologies technology entertainment media studios partners energy"
    " electronics beverages brewing brewery breweries theatre properties capital ventures enterprises"
    " industries mutual financial services lawyers jewelers jewellers uniforms network networks"
    " communications sports sport gaming esports racing team kitchen restaurants restaurant foods health"
    " care labs software productions pictures records hotels resorts law university city".split()
)
# What a firm may have beside itself that is called after it.
_OF_ITS_OWN = frozenset("foundation museum theatre club academy team association trust".split())
# What an acronym may leave out of the words it stands for.
_SMALL = frozenset("of and the for in on to a an or".split())
# What is said before one name alone, and belongs to it.
_STYLES = frozenset("lord lady baroness sheikh sheikha".split())
# Evidence from which one word is certainly a person's name, and below which nothing else is certain.
PERSONAL = 2.5
# Evidence below which nothing but the model says that a single word is a person.
UNTOLD = 0.9
# What a speaker's name follows where the verb goes first.
_SAID = re.compile(r"\b(?:said|says|added|adds|wrote) $")
_SAYS = re.compile(r" (?:said|says|added|adds|wrote)\b")
# What names of towns begin with, and no person's.
_OF_TOWNS = frozenset("port fort mount lake cape new san saint st east west north south".split())
_GENERATION = re.compile(r"\b(younger|elder|older) $")
# "(the IMF)" or ", known as the IMF," after a long name, or its share's sign on an exchange.
_DEFINED = re.compile(
    rf"(?:['’]s)?,? (?:[(\[](?:the |or |{EXCHANGE})?"
    r"|(?:the (?:[a-z-]+ ){1,4})?(?:also |better |simply )?known as (?:the )?)[\"“]?([\w&.-]*\w)"
)


def find(body: str, names: list[Name]) -> list[Group]:
    """Return the groups of the document with their short forms, in order of first mention."""
    _share_surnames(body, names)
    by_key = spelt.find(body, names)
    for group in by_key.values():
        if _spells_words(body, group):
            add(group.score, {K.ORGANIZATION: -6, K.PERSON: -6})
    found = editions.join(_acronyms(body, by_key))
    found = _people(body, found)
    _style(found)
    _doubt_lone_words(found)
    found = _known(found)
    found = _bodies(found)
    for group in found:
        group.names.sort(key=lambda name: name.start)
    return sorted(found, key=lambda group: group.names[0].start)


def _share_surnames(body: str, names: list[Name]) -> None:
    """Give the first of a couple their surname: "John and Mary Brill" are John Brill and Mary Brill."""
    called = {word for name in names if len(name.words) > 1 for word in name.words[:1]}
    for one, other in pairwise(names):
        given, words = one.words[0], other.words
        couple = len(one.words) == 1 and len(words) == 2 and body[one.end : other.start] in (" and ", " & ")
        people = words[0].casefold() in first_names() or other.label == "PERSON"
        if couple and given not in called and given.casefold() in first_names() and people:
            one.words = (given, words[1])


def _style(groups: list[Group]) -> None:
    """Leave those their style who are named by one word besides: "Lady Brill", but "Anna Brill"."""
    for group in groups:
        if group.kind is K.PERSON and len(group.words) == 1:
            styled = (name.words for name in group.names if name.words[0].casefold() in _STYLES)
            group.joined[:0] = list(dict.fromkeys(styled))[:1]


def _acronyms(body: str, groups: dict[str, Group]) -> list[Group]:
    """Join acronyms to long forms: defined in brackets, or of the same initials."""
    left = dict(groups)
    for short_key, short in groups.items():
        word, second = short.words[0], short.words[1:]
        if len(second) > 1 or not 2 <= len(re.sub(r"\W", "", word)) <= 8 or sum(c.isupper() for c in word) < 2:
            continue
        letters = re.sub(r"\W", "", word).casefold()
        for long_key, long in groups.items():
            if long is short or len(long.words) < 2 or long_key not in left:
                continue
            if second:  # "the Moro Padel Association (MPA Tour)"
                in_brackets = any(body.startswith(f" ({' '.join(short.words)})", name.end) for name in long.names)
                spelt = {letters, letters + second[0][0].casefold()}  # "the Moro Padel League Singapore (MPL SG)"
                if not in_brackets or not spelt & _initials(long.words):
                    continue
            defined = any(
                (match := _DEFINED.match(body, name.end)) is not None and match[1] == word for name in long.names
            )
            spelt_out = letters in _initials(long.words) and (
                len(letters) > 2
                or ("&" in word and "&" in " ".join(long.words))  # "M&C", of Moss & Calder
                or any(body.startswith(f" ({' '.join(long.words)})", name.end) for name in short.names)
            )
            if defined or spelt_out:
                long.entry = long.entry or short.entry
                long.take(short, share=0.3)
                if defined:  # who is given an acronym is a body, or an event by its own words
                    add(long.score, {K.ORGANIZATION: 2})
                left.pop(short_key, None)
                break
    return list(left.values())


def _spells_words(body: str, short: Group) -> bool:
    """Whether an acronym is explained in brackets by words in small letters: "unmanned aerial systems (UAS)"."""
    letters = re.sub(r"[^A-Z]", "", short.words[0].removesuffix("s"))
    if len(short.words) > 1 or len(letters) < 2:
        return False
    for name in short.names:
        if body[name.start - 1 : name.start] != "(" or body[name.end : name.end + 1] not in (")", ";", ",", ":"):
            continue
        before = re.findall(r"[A-Za-z]+", body[max(0, name.start - 120) : name.start])[-len(letters) - 3 :]
        for counted in ([word for word in before if word.casefold() not in _SMALL], before):
            large = counted[-len(letters) :]
            spelt_out = "".join(word[0] for word in large).upper() == letters
            if spelt_out and large[-1].islower() and (large[0].islower() or len(letters) > 2):
                return True
    return False


def _initials(words: tuple[str, ...]) -> set[str]:
    """Return the initials of a long name, with and without its small words."""
    bare = [word for word in words if word.casefold() != "the"]
    parts = [part for word in bare for part in re.split(r"[-&/]", word) if part]
    large = "".join(part[0] for part in parts if part[0].isupper())
    every = "".join(part[0] for part in parts)
    return {large.casefold(), every.casefold()}


def _people(body: str, groups: list[Group]) -> list[Group]:
    """Join a surname, a given name or a partial name to the full name of the one it can mean."""
    _lend_full_names(groups)
    _doubt_bare_surnames(groups)
    full = [g for g in groups if g.kind is K.PERSON and len(g.words) > 1]
    left = list(groups)
    for part in groups:
        called = surnames.without_calling(part.words)
        fits = [(surnames.match(called, g.words), g) for g in full if g is not part]
        best = max((fit for fit, _ in fits), default=0)
        if best == surnames.PERHAPS and not (part.kind is K.PERSON or any(_is_said(body, n) for n in part.names)):
            continue
        owners = [g for fit, g in fits if fit and fit == best]
        if owners and part.entry is not None:
            _divide(body, part, owners)
            if not part.names:
                left.remove(part)
            continue
        if not owners or (part.kind not in (K.PERSON, None) and not _surname_like(part, owners[0])):
            continue
        if _is_firm_before(body, part, owners):
            continue
        part.joined[0] = called
        if len(owners) == 1:
            owners[0].take(part, share=0.5)
        else:
            _share_out(body, part, owners)
        left.remove(part)
        if part in full:
            full.remove(part)
    return left


def _doubt_lone_words(groups: list[Group]) -> None:
    """Take a single word for a body's if only the model sees a person in it: news tells a person's full name first.

    Not a word that English knows with a capital alone, for most of those are surnames ("Kessler").
    """
    for group in groups:
        word, person = group.words[0], group.score.get(K.PERSON, 0)
        told = not 0 < person < UNTOLD or casing.ordinary(word) < casing.UNKNOWN or word.casefold() in first_names()
        if len(group.words) == 1 and group.entry is None and group.kind is K.PERSON and not told:
            add(group.score, {K.PERSON: -person, K.ORGANIZATION: 1})


def _lend_full_names(groups: list[Group]) -> None:
    """Make a person of two words that nothing else explains when the text calls a person by one of them."""
    called = {key(g.words) for g in groups if len(g.words) == 1 and g.score.get(K.PERSON, 0) >= PERSONAL}
    sure = [
        g for g in groups if g.kind is K.PERSON and len(g.words) == 2 and g.score.get(K.PERSON, 0) >= 2 * PERSONAL
    ]
    family = {key(g.words).split()[-1] for g in sure if casing.ordinary(g.words[-1]) < 1}
    styled = {key(n.words).split()[-1] for g in groups for n in g.names if _is_styled(n)}
    for group in groups:
        words = key(group.words).split()
        seen = any(name.label == "PERSON" for name in group.names)
        if (
            len(words) > 1
            and words[-1] in styled
            and seen
            and shapes.of_words(group.words).get(K.ORGANIZATION, 0) <= 0
        ):
            add(group.score, {K.PERSON: 2 * PERSONAL})  # "Dr. Brill" is named elsewhere
        if len(words) == 2 and words[0] not in _OF_TOWNS and group.entry is None and group.kind is not K.PERSON:
            kind, strength = kinds.best(group.score)
            bodily = shapes.of_words(group.words).get(K.ORGANIZATION, 0) > 0 or kind not in (None, *ORGANISED)
            given = words[0] in first_names() or casing.ordinary(group.words[0]) <= 0
            if words[-1] in family and given and not bodily and strength < 2 * PERSONAL:
                add(group.score, {K.PERSON: 2 * PERSONAL})  # of the family of somebody named
            elif called & set(words) and strength < PERSONAL and not bodily and not shapes.of_words(group.words):
                add(group.score, {K.PERSON: PERSONAL})


def _is_styled(name: Name) -> bool:
    """Whether a mention is a style and one word: "Dr. Brill"."""
    style = name.words[0].casefold().rstrip(".")
    return len(name.words) == 2 and style in knowledge.words("honorifics")


def _doubt_bare_surnames(groups: list[Group]) -> None:
    """Weigh against people of one word whom the text names nowhere in full, as news does once."""
    full = {word for group in groups if len(group.words) > 1 for word in key(group.words).split()}
    for group in groups:
        word = key(group.words)
        if len(group.words) == 1 and word not in full and word not in first_names() and group.kind is K.PERSON:
            add(group.score, {K.PERSON: -0.5})


def _divide(body: str, part: Group, owners: list[Group]) -> None:
    """Give a brand's mentions that speak or are called a person to the one person of that surname: "Fox said"."""
    last = key(part.words).split()
    if not (owners := [owner for owner in owners if key(owner.words).split()[-len(last) :] == last]):
        return
    said = [name for name in part.names if _is_personal(body, name)]
    met = min(name.start for owner in owners for name in owner.names)
    if all(name.start > met and not _is_organised(body, name) for name in part.names):
        said = list(part.names)  # nothing but the spelling speaks for the brand
    if said:
        _share_out(body, Group(said, joined=[part.words]), owners)
        part.names = [name for name in part.names if name not in said]


def _is_organised(body: str, name: Name) -> bool:
    around = kinds.surroundings(body, name)
    return around.get(K.ORGANIZATION, 0) > max(0, around.get(K.PERSON, 0)) and not _SAID.search(
        body, max(0, name.start - 12), name.start
    )


def _is_said(body: str, name: Name) -> bool:
    """Whether a mention speaks: "said Brill", "Brill said"."""
    return bool(_SAID.search(body, max(0, name.start - 12), name.start) or _SAYS.match(body, name.end))


def _is_personal(body: str, name: Name) -> bool:
    if _SAID.search(body, max(0, name.start - 12), name.start):
        return True
    around = kinds.surroundings(body, name)
    return around.get(K.PERSON, 0) > around.get(K.ORGANIZATION, 0) or (name.label == "PERSON" and not around)


def _share_out(body: str, part: Group, owners: list[Group]) -> None:
    """Give each mention of a surname that several have to the one named last before it whom its style fits."""
    for name in part.names:
        style = coreference.of_style(name.words[0])
        able = [group for group in owners if not style or coreference.gender(group, body) in (style, None)]
        if (called := _GENERATION.search(body, max(0, name.start - 8), name.start)) is not None:
            young = called[1] == "younger"
            able = [
                g for g in able if surnames.is_young(body, g.words, [name.start for name in g.names]) is young
            ] or able
        if len(able) > 1 and (sex := coreference.told_sex(body, name.sentence)):
            able = [group for group in able if coreference.gender(group, body) in (sex, None)] or able
        before = [(one.start, group) for group in able for one in group.names if one.start < name.start]
        owner = max(before, key=lambda pair: pair[0])[1] if before else (able or owners)[0]
        owner.names.append(name)
        owner.joined += [part.words] if part.words not in owner.joined else []


def _is_firm_before(body: str, part: Group, owners: list[Group]) -> bool:
    """Whether a bare surname, seen as a body before anybody has it, is a firm's: news tells full names first."""
    labels = {name.label for name in part.names}
    before = len(part.words) == 1 and part.names[0].start < min(owner.names[0].start for owner in owners)
    seen = before and "ORG" in labels and labels <= {"ORG", None}
    return seen and not any(_is_personal(body, name) for name in part.names)


def _surname_like(part: Group, owner: Group) -> bool:
    """Whether a name that looks like something else is still the person's: its own evidence is weak."""
    _, strength = kinds.best(part.score)
    whole, bit = key(owner.words), key(part.words)
    east = whole.split()[0] == bit and bit in knowledge.words("east_surnames")
    first_of_two = len(whole.split()) > 2 and f" {bit} " in whole  # "Rojas", of Esteban Rojas Villalba
    same = east or first_of_two or whole.endswith(" " + bit) or len(part.words) > 1  # "Jenny Brill"
    labels = [name.label for name in part.names if name.label]
    seen = bool(labels) and 2 * labels.count("PERSON") >= len(labels)
    given = whole.split()[0] == bit and (seen or bit in first_names()) and strength < 2 * PERSONAL
    if part.entry is None and (given or (same and seen)):
        return True
    return part.entry is None and same and strength - part.score.get(K.PERSON, 0) < 7


def _known(groups: list[Group]) -> list[Group]:
    """Join the names of one entry of the knowledge base ("Spurs", "Tottenham Hotspur")."""
    left: list[Group] = []
    by_entry: dict[str, Group] = {}
    for group in groups:
        if group.entry is None:
            left.append(group)
        elif group.entry.name in by_entry:
            by_entry[group.entry.name].take(group)
        else:
            by_entry[group.entry.name] = group
            left.append(group)
    return left


def _bodies(groups: list[Group]) -> list[Group]:
    """Join the short name of a body ("Ode", "Rovers") to its long one."""
    left = list(groups)
    for short in sorted(groups, key=lambda g: len(g.words)):
        # one word that is a part of nobody's name is rather the firm's: "Anka", of Anka Air
        most = 2 * PERSONAL if len(short.words) == 1 else PERSONAL
        if short not in left or (short.kind is K.PERSON and kinds.best(short.score)[1] >= most):
            continue
        owners = [g for g in left if g is not short and _shorter(short, g)]
        if len(owners) == 1:
            owners[0].entry = owners[0].entry or short.entry
            owners[0].take(short, share=0.5)
            left.remove(short)
    return left


def _tells_trade(word: str) -> bool:
    """Whether a word at a body's end only says what it is or does ("Ode Consulting Group")."""
    return (
        word in _LEGAL
        or word in _GENERIC
        or word in knowledge.words("org_heads")
        or word in knowledge.words("trade_words")
    )


def _trades(group: Group) -> bool:
    """Whether more speaks for a body than the model's guess and the spelling: it is called a firm."""
    return group.kind is K.ORGANIZATION and group.score.get(K.ORGANIZATION, 0) >= CALLED + len(group.names)


def _is_place(group: Group) -> bool:
    """Whether a single word names a country or a town wherever it stands: "U.S." is no "U.S. Marketing"."""
    places = knowledge.words("places")
    return group.kind is K.PLACE and any(
        word.casefold().rstrip(".") in places for word in (*group.words, key(group.words))
    )


def _shorter(short: Group, long: Group) -> bool:
    """Whether `short` is how the document shortens the body `long`."""
    a, b = key(short.words).split(), key(long.words).split()
    if len(a) >= len(b) or long.kind not in ORGANISED or (short.entry and long.entry):
        return False
    if b[-1] == "forum" or (b[-1] in _OF_ITS_OWN and any(map(SUFFIX.fullmatch, short.words))):
        return False  # "Ode, Inc." names the Ode Forum and gives to the Ode Foundation
    rest = (
        " ".join(b[len(a) :])
        .replace("credit union", "bank")
        .replace("urgent care", "health")
        .replace("f1 team", "team")
        .split()
    )
    if b[: len(a)] == a:
        generic = len(rest) == 1 and rest[0] in _GENERIC and not (short.entry and short.names[0].known)
        fits = generic or (
            all(word in _LEGAL or word in _GENERIC for word in rest[:1]) and all(w in _LEGAL for w in rest[1:])
        )
        named = short.entry is None and long.entry is None and not _is_place(short)
        fits = fits or (named and all(_tells_trade(word) for word in rest))
        if short.entry:
            fits = all(word in _LEGAL for word in rest)
        return fits and (short.kind in (None, *ORGANISED) or short.score.get(K.PLACE, 0) < 3)
    lead = len(b) - len(a)
    if b[:lead] == ["team"] and short.entry is None and _trades(short):
        return False  # the maker Ode rides as Team Ode
    if b[lead:] == a and all(word in knowledge.words("first_of_body") for word in b[:lead]):
        return True
    if len(a) != 1 or b[-1] != a[0]:
        return False
    # "Amazon Prime" is called by its second word where that is a word of the language
    return (a[0] in knowledge.words("club_heads") and len(b) <= 3) or (len(b) == 2 and casing.ordinary(a[0]) >= 0)
