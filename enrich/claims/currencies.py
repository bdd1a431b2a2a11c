"""Whose money a sum is in: the signs and names of currencies, and the country whose dollars are meant."""

import re
from collections import Counter

from enrich import knowledge

# Signs and codes before the number; codes are ISO 4217. A bare dollar, rupee or shilling is that of the country
# the article is about (`find_countries`), else the one given here.
BEFORE = {
    "US$": "USD", "USD": "USD", "U.S.$": "USD", "$US": "USD", "$A": "AUD", "$NZ": "NZD", "$C": "CAD",
    "A$": "AUD", "AU$": "AUD", "AUD": "AUD", "NZ$": "NZD", "NZD": "NZD", "FJ$": "FJD", "J$": "JMD", "TT$": "TTD",
    "C$": "CAD", "CA$": "CAD", "CAD": "CAD", "Cdn$": "CAD", "CDN$": "CAD", "CAD$": "CAD", "AUD$": "AUD",
    "HK$": "HKD", "HKD": "HKD", "S$": "SGD", "SGD": "SGD", "R$": "BRL",
    "BRL": "BRL", "$": "USD", "£": "GBP", "GBP": "GBP", "€": "EUR", "EUR": "EUR", "¥": "JPY",
    "JPY": "JPY",
    "RMB": "CNY", "CNY": "CNY", "₹": "INR", "INR": "INR", "Rs.": "INR", "Rs": "INR", "RM": "MYR",
    "MYR": "MYR", "CHF": "CHF", "SFr": "CHF", "SEK": "SEK", "NOK": "NOK", "DKK": "DKK", "Nkr": "NOK",
    "Skr": "SEK", "Dkr": "DKK",
    "AED": "AED", "Dhs": "AED", "Dh": "AED", "SAR": "SAR", "SR": "SAR", "QAR": "QAR", "QR": "QAR", "ZAR": "ZAR",
    "R": "ZAR",
    "KES": "KES", "Kshs.": "KES", "Kshs": "KES", "KShs": "KES", "Ksh.": "KES", "Ksh": "KES", "KSh": "KES",
    "Sh.": "KES", "Sh": "KES", "UGX": "UGX", "₦": "NGN", "NGN": "NGN", "GHS": "GHS", "₩": "KRW", "KRW": "KRW",
    "₺": "TRY",
    "TRY": "TRY", "₽": "RUB", "RUB": "RUB", "PLN": "PLN", "CZK": "CZK", "HUF": "HUF", "MXN": "MXN", "₱": "PHP",
    "PHP": "PHP", "Php": "PHP", "P": "PHP",
    "฿": "THB", "THB": "THB", "IDR": "IDR", "Rp": "IDR", "₪": "ILS", "Tk": "BDT", "BDT": "BDT",
    "PKR": "PKR", "LKR": "LKR", "NPR": "NPR", "NT$": "TWD", "TWD": "TWD", "N$": "NAD", "GH¢": "GHS",
    "GH₵": "GHS", "GHC": "GHS",
    "Shs.": "UGX", "Shs": "UGX", "TSh": "TZS", "TZS": "TZS", "USh": "UGX", "N": "NGN", "KWD": "KWD",
    "BHD": "BHD", "OMR": "OMR",
    "BWP": "BWP", "ZMW": "ZMW", "ETB": "ETB", "RWF": "RWF", "ISK": "ISK", "COP": "COP", "ARS": "ARS",
}  # fmt: skip

# Names after the number, each an expression.
AFTER = {
    r"(?:us |u\.s\. |american )dollars?": "USD", r"(?:australian|aussie) dollars?": "AUD",
    r"new zealand dollars?": "NZD", r"canadian dollars?": "CAD", r"hong kong dollars?": "HKD",
    r"singapore dollars?": "SGD", r"dollars?": "$", r"(?:british )?pounds?(?: sterling)?": "GBP",
    r"sterling": "GBP",
    r"euros?": "EUR",
    r"indian rupees?": "INR", r"pakistani? rupees?": "PKR", r"sri lankan? rupees?": "LKR", r"rupees?": "Rs",
    r"(?:japanese )?yen": "JPY", r"(?:chinese )?yuan|renminbi": "CNY",
    r"(?:south korean )?won": "KRW", r"(?:swiss )?francs?": "CHF", r"(?:uae |emirati )?dirhams?": "AED",
    r"(?:saudi )?riyals?": "SAR", r"qatari riyals?": "QAR", r"(?:south african )?rands?": "ZAR",
    r"(?:malaysian )?ringgit": "MYR",
    r"swedish kron(?:or|a)": "SEK", r"norwegian kron(?:er|e)": "NOK", r"danish kron(?:er|e)": "DKK",
    r"(?:brazilian )?rea(?:is|l)": "BRL", r"(?:nigerian )?naira": "NGN",
    r"tanzanian shillings?": "TZS", r"ugandan shillings?": "UGX", r"kenyan shillings?": "KES", r"shillings?": "Sh",
    r"mexican pesos?": "MXN", r"(?:turkish )?lira": "TRY", r"(?:russian )?roubles?|rubles?": "RUB",
    r"(?:czech )?(?:koruna|korun|koruny|crowns?)": "CZK", r"(?:hungarian )?forints?": "HUF",
    r"kron(?:er|e)": "kroner", r"kron(?:or|a)": "kronor", r"(?:israeli )?shekels?": "ILS",
    r"(?:icelandic )?(?:kronur|krónur|króna)": "ISK",
    r"(?:philippine|filipino) pesos?": "PHP", r"argentine pesos?": "ARS", r"colombian pesos?": "COP",
    r"chilean pesos?": "CLP",
    r"pesos?": "pesos", r"(?:ghana(?:ian)? )?cedis?": "GHS", r"(?:vietnamese )?dong": "VND",
    r"(?:polish )?(?:zloty|złoty)s?": "PLN", r"baht": "THB", r"rupiah": "IDR", r"taka": "BDT",
    r"(?:ethiopian )?birr": "ETB",
    r"(?:botswana )?pula": "BWP", r"(?:zambian )?kwacha": "ZMW", r"cfa francs?": "XOF",
    r"usd|us\$": "USD", r"eur": "EUR", r"gbp": "GBP", r"aud": "AUD", r"cad": "CAD", r"inr": "INR", r"chf": "CHF",
    r"sek": "SEK", r"nok": "NOK", r"dkk": "DKK", r"aed": "AED", r"jpy": "JPY", r"zar": "ZAR",
}  # fmt: skip

# Signs and names that several countries share: whose they are where the article tells, the first where it does not.
# Of those with dollars of their own only Australia, Canada and New Zealand write them without saying whose.
_SHARED: dict[str, tuple[str, ...]] = {
    "$": ("USD", "AUD", "CAD", "NZD"),
    "Rs": ("INR", "PKR", "LKR", "NPR", "MUR"),
    "Sh": ("KES", "UGX", "TZS"),
    "pesos": ("MXN", "PHP", "ARS", "COP", "CLP", "UYU"),
    "kroner": ("", "NOK", "DKK"),
    "kronor": ("SEK", "ISK"),
}
_ALIKE = {"Rs.": "Rs", "Sh.": "Sh", "Shs": "Sh", "Shs.": "Sh"}

# "$10,000 Canadian", "$3m (AUD)": what is said after a bare dollar sum.
SAID_AFTER = re.compile(
    r"\s\(?(?P<whose>AUD|CAD|CDN|Cdn|NZD|NZ|SGD|HKD|USD|Australian|Canadian|Singapore|American)\b(?!\s[a-z]*\s?[A-Z])\)?"
)
_SAID = {
    "CDN": "CAD",
    "Cdn": "CAD",
    "NZ": "NZD",
    "Australian": "AUD",
    "Canadian": "CAD",
    "Singapore": "SGD",
    "American": "USD",
}
_TOLD = 2  # names of a country's people and places that show that an article is from there
_NAME = re.compile(r"\b[A-ZĀ-Ž][\w’'.]*\w")


def is_shared(body: str) -> bool:
    """Return whether an article has a sign or a name that several countries share."""
    return any(sign in body for sign in ("$", "Rs", "Sh", "dollar", "rupee", "shilling", "peso", "kron"))


def find_countries(body: str) -> Counter[str]:
    """Return how often an article names each country, or its people and towns, by the country's currency."""
    whose = knowledge.pairs("currencies")
    counts: Counter[str] = Counter()
    last = ""
    for found in _NAME.finditer(body):
        word = found.group().casefold().removesuffix("'s").removesuffix("’s")
        both = whose.get(f"{last} {word}")
        if (currency := both or whose.get(word)) is not None:
            counts[currency.upper()] += 1
        last = word
    return counts


def of_sign(sign: str, countries: Counter[str]) -> str:
    """Return the currency of a sign or a code before a number."""
    shared = _ALIKE.get(sign, sign)
    return _of_shared(shared, countries, BEFORE[sign]) if shared in _SHARED else BEFORE[sign]


def of_name(meaning: str, countries: Counter[str]) -> str | None:
    """Return the currency of a name after a number by its meaning in `AFTER`; None where nothing tells whose."""
    return _of_shared(meaning, countries, _SHARED[meaning][0]) or None if meaning in _SHARED else meaning


def _of_shared(sign: str, countries: Counter[str], otherwise: str) -> str:
    """Return the currency of the only country, of those that share a sign, that is named, and more than once."""
    named = [currency for currency in _SHARED[sign] if countries[currency]]
    told = _TOLD if otherwise else 1
    return named[0] if len(named) == 1 and countries[named[0]] >= told else otherwise


def said_after(whose: str) -> str:
    """Return the currency that a word after a bare dollar sum tells."""
    return _SAID.get(whose, whose)
