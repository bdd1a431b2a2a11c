import pytest

from enrich.claims.currencies import find_countries
from enrich.claims.money import Sum, find_sums
from records.record import ValueBasis as Basis


def read(body: str) -> list[tuple[str, float, float, str | None, str]]:
    return [(body[s.start : s.end], s.low, s.high, s.currency, s.basis.value) for s in find_sums(body)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("paid £3million for it", ("£3million", 3e6, 3e6, "GBP", "unknown")),
        ("a £4.5m-a-year deal", ("£4.5m", 4.5e6, 4.5e6, "GBP", "per_year")),
        ("Rs 60-80 crore annually", ("Rs 60-80 crore", 6e8, 8e8, "INR", "per_year")),
        ("some 35 lakh rupees", ("35 lakh rupees", 3.5e6, 3.5e6, "INR", "unknown")),
        ("between $30 and $40 million", ("$30 and $40 million", 3e7, 4e7, "USD", "unknown")),
        ("€7m to €9m a season", ("€7m to €9m", 7e6, 9e6, "EUR", "per_season")),
        ("two million euros per season", ("two million euros", 2e6, 2e6, "EUR", "per_season")),
        ("A$5.5m over three years", ("A$5.5m", 5.5e6, 5.5e6, "AUD", "total")),
        ("a four-year deal worth £1.2bn", ("£1.2bn", 1.2e9, 1.2e9, "GBP", "total")),
        ("a £60,000 five-year deal", ("£60,000", 6e4, 6e4, "GBP", "total")),
        ("an annual fee of CHF 250,000", ("CHF 250,000", 2.5e5, 2.5e5, "CHF", "per_year")),
        ("a £1m-plus contract", ("£1m-plus", 1e6, 1e6, "GBP", "unknown")),
        ("a quarter of a million pounds", ("a quarter of a million pounds", 2.5e5, 2.5e5, "GBP", "unknown")),
        ("two-and-a-half million euros", ("two-and-a-half million euros", 2.5e6, 2.5e6, "EUR", "unknown")),
        ("N200m for the league", ("N200m", 2e8, 2e8, "NGN", "unknown")),
        ("NT$30 million in all", ("NT$30 million", 3e7, 3e7, "TWD", "total")),
        ("2 billion Tanzanian shillings", ("2 billion Tanzanian shillings", 2e9, 2e9, "TZS", "unknown")),
        ("$40MM in total", ("$40MM", 4e7, 4e7, "USD", "total")),
        ("R50m for the jersey", ("R50m", 5e7, 5e7, "ZAR", "unknown")),
        ("$12m per Olympic cycle", ("$12m", 1.2e7, 1.2e7, "USD", "per_cycle")),
        ("a half-million-dollar deal", ("a half-million-dollar", 5e5, 5e5, "USD", "unknown")),
        ("two hundred thousand euros", ("two hundred thousand euros", 2e5, 2e5, "EUR", "unknown")),
        ("twenty-five million yen", ("twenty-five million yen", 2.5e7, 2.5e7, "JPY", "unknown")),
        ("five to seven million pounds", ("five to seven million pounds", 5e6, 7e6, "GBP", "unknown")),
        (
            "two and two and a half million euros a season",
            ("two and two and a half million euros", 2e6, 2.5e6, "EUR", "per_season"),
        ),
        ("$10,000 (Canadian) a year", ("$10,000 (Canadian)", 1e4, 1e4, "CAD", "per_year")),
        ("$3m AUD in total", ("$3m AUD", 3e6, 3e6, "AUD", "total")),
        ("R2 500 000 for the jersey", ("R2 500 000", 2.5e6, 2.5e6, "ZAR", "unknown")),
        ("R1,5 million a season", ("R1,5 million", 1.5e6, 1.5e6, "ZAR", "per_season")),
        ("N500,000 for the league", ("N500,000", 5e5, 5e5, "NGN", "unknown")),
        ("Rs 4.2 crore per match", ("Rs 4.2 crore", 4.2e7, 4.2e7, "INR", "unknown")),
    ],
)
def test_a_sum_has_its_amount_currency_and_basis(body: str, expected: tuple[str, float, float, str, str]) -> None:
    assert read(body) == [expected]


@pytest.mark.parametrize("body", ["500 million consumers", "on the R2 road", "won 3-2", "try 5 million times", ""])
def test_a_number_without_a_currency_is_no_sum(body: str) -> None:
    assert find_sums(body) == []


@pytest.mark.parametrize(
    ("body", "told", "currency"),
    [
        ("Moro Rovers of Auckland and a New Zealand dairy", "$2m", "NZD"),
        ("An Australian bank and a club from Brisbane", "$2m", "AUD"),
        # Named once, or beside the United States, a country does not tell.
        ("A club from Toronto", "$2m", "USD"),
        ("A Canadian bank from Toronto and a club from Ohio", "$2m", "USD"),
        # In Singapore a bare dollar may be anybody's.
        ("A Singaporean bank and a club from Singapore", "$2m", "USD"),
        ("A Pakistani bank and a club from Lahore", "Rs 20 million", "PKR"),
        ("A Ugandan bank and a club from Kampala", "Sh20m", "UGX"),
        ("A Filipino bank and a club from Manila", "20 million pesos", "PHP"),
        ("A Danish bank and a club from Odense", "20 million kroner", "DKK"),
        ("A bank and a club", "20 million kroner", None),
    ],
)
def test_a_country_tells_whose_money_it_is(body: str, told: str, currency: str | None) -> None:
    assert [one.currency for one in find_sums(told, find_countries(body))] == [currency]


def test_a_sum_in_brackets_repeats_the_one_before_in_another_currency() -> None:
    assert find_sums("worth €40m ($43m) a year") == [
        Sum(6, 10, 4e7, 4e7, "EUR", Basis.PER_YEAR),
        Sum(12, 16, 4.3e7, 4.3e7, "USD", Basis.PER_YEAR, converted=True),
    ]


def test_a_sum_that_rises_from_another_is_no_range() -> None:
    assert read("Its share goes up from £30,000 to £60,000 a year") == [("£60,000", 6e4, 6e4, "GBP", "per_year")]
    assert read("pays from £1m to £2m") == [("£1m to £2m", 1e6, 2e6, "GBP", "unknown")]


def test_a_sum_told_again_by_the_season_was_the_whole() -> None:
    bases = [basis for *_, basis in read("is worth Rs 48 crore, a source said, or about Rs 16 crore a season")]
    assert bases == ["total", "per_season"]
