from hypothesis import given
from hypothesis import strategies as st

from records import ids


def test_spellings_of_one_name_have_one_key() -> None:
    assert ids.name_key("Nestlé S.A.") == "nestle s a"
    assert ids.name_key("  NESTLÉ  S.A ") == "nestle s a"
    assert ids.name_key("O\u2019Neill") == ids.name_key("O'NEILL") == "oneill"


@given(st.text(max_size=500))
def test_a_name_key_is_its_own_key_and_short(name: str) -> None:
    key = ids.name_key(name)
    assert len(key) <= ids.KEY_CHARS
    assert key == key.strip()


def test_ids_are_new_each_time_and_derived_ids_are_not() -> None:
    assert ids.new("art") != ids.new("art")
    assert len(ids.new("art")) == len("art_") + 26
    assert ids.derived("ent", "person", "ada") == ids.derived("ent", "person", "ada")
    assert ids.derived("ent", "a", "bc") != ids.derived("ent", "ab", "c")
