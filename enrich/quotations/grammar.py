"""The closed classes of English words that show where a noun phrase or a clause begins and ends."""

from enrich.quotations import cues
from enrich.quotations.clauses import Word

AUXILIARY = frozenset(
    "has have had having will would could can may might must should shall do does did is are was were be"
    " been being not n't never to 'd 'll 've 's hasn't hadn't haven't wouldn't didn't doesn't don't"
    " won't can't couldn't isn't wasn't weren't aren't".split()
)
_FINITE_AUXILIARY = AUXILIARY - frozenset("not n't never to 's being having been be".split())
ADVERB = frozenset(
    "also then later previously once now still even just further again already always often soon thus"
    " first himself herself itself themselves simply too instead afterwards afterward earlier repeatedly"
    " only today yesterday tuesday wednesday thursday friday saturday sunday monday all both went goes"
    " going on quickly meanwhile".split()
)
_NO_ADVERB = frozenset(
    "family italy july reply only ally supply monopoly assembly rally daily weekly fly butterfly beverly"
    " kelly reilly molly billy sally emily holly jelly bully belly".split()
)
PREPOSITION = frozenset(
    "of for from at in with on by to about against over under into as than like between among within"
    " near outside behind via per during after before since until through throughout despite without"
    " including".split()
)
RELATIVE = frozenset("who which whose whom that where".split())
CONJUNCTION = frozenset(
    "that but because although though while when after before if as since whether until so where than"
    " whereas how why what".split()
)
DASH = frozenset("— – -- - ― ‒".split())
OPENING = frozenset(
    "of in at on during after before following speaking asked referring regarding despite as when while"
    " if since because although though under with for from by to according writing talking addressing"
    " commenting responding describing citing noting calling asking explaining announcing discussing"
    " given unlike like until once through over upon alongside amid besides without".split()
)
NO_SUBJECT = frozenset(
    "aside apart along not just instead rather even who which that and or of for from at in on with by"
    " to because but while when after before if as since whether where than so until although though".split()
)
DETERMINER = frozenset(
    "the a an his her its their my our your no any this that these those some each every another".split()
)
_CLAUSE_OPENERS = frozenset("that he she it they what how why who".split())
_IRREGULAR = frozenset(
    "shot fired went made took gave came got saw ran won lost left met kept held led brought bought sold"
    " built set put cut hit stood spent fell rose began drew threw chose spoke broke drove wore grew"
    " became felt found heard knew meant paid sent shook showed sat sang stepped stopped struck swept"
    " taught tore understood upset woke wrote goes makes takes gives comes gets sees runs wins loses"
    " leaves meets keeps holds leads brings buys sells builds puts hits stands spends falls rises draws"
    " throws chooses breaks drives wears grows becomes remains seems appears plays works wants needs"
    " refers faces hopes plans looks sought caught clung dealt drank ate fought flew forgot lent overcame rode rang"
    " slept stole stuck swore swam withdrew wept awoke undertook underwent withstood".split()
)
# What people publish: its owner speaks through it.
DOCUMENT = frozenset(
    "statement statements website site webpage report reports release letter post tweet memo blog page"
    " account filing document documents message email e-mail announcement notice bulletin note"
    " newsletter brochure advert advertisement article review study survey manifesto petition twitter"
    " facebook instagram caption brief lawsuit complaint video ad column editorial book poll".split()
)
# In what something is said: "and in an interview called him".
SETTING = frozenset("statement interview speech letter post tweet message email e-mail video podcast blog".split())
# Somebody who speaks for another and stays unnamed.
SPOKES = frozenset(
    "spokesman spokeswoman spokesperson spokesmen spokespeople spokespersons representative"
    " representatives source sources insider insiders official officials lawyer lawyers agent agents"
    " attorney attorneys aide aides adviser advisers fan fans supporter supporters critic critics".split()
)


def is_adverb(word: Word) -> bool:
    """Whether a word can stand between a subject and its verb."""
    low = word.low
    return low in ADVERB or (low.endswith("ly") and word.text.islower() and low not in _NO_ADVERB and len(low) > 4)


def is_participle(word: Word) -> bool:
    """Whether a word looks like a participle."""
    return word.text.islower() and len(word.text) > 4 and word.low.endswith(("ing", "ed"))


def is_finite(word: Word, following: Word | None) -> bool:
    """Whether a word looks like a finite verb; a past participle that a preposition follows does not."""
    low = word.low
    if not word.text.islower():
        return False
    if low in _FINITE_AUXILIARY or low in _IRREGULAR or low.endswith(("n't", "n’t")):
        return True
    if low.endswith("ed") and len(low) > 3:
        return (
            following is None
            or (following.low not in PREPOSITION and not following.text.islower())
            or (following.low in DETERMINER or following.low in _CLAUSE_OPENERS)
        )
    return (cues.kind(low) is not None and low.endswith("s")) or low in ("said", "told", "wrote", "thought")
