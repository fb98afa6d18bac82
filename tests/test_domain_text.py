"""Sentences for people: marked, filled in after translation."""

from ztdesk.domain.text import Amount, counted, text


def test_parameters_are_put_in_by_name() -> None:
    assert text("Held by {name}", name="ACME").english() == "Held by ACME"
    assert str(text("Nothing")) == "Nothing"


def test_what_a_parameter_says_is_never_a_format() -> None:
    assert text("Held by {name}", name="{0} {name!r}").english() == "Held by {0} {name!r}"


def test_braces_without_parameters_stay() -> None:
    assert text("{literally}").english() == "{literally}"


def test_the_singular_is_used_for_one() -> None:
    def devices(count: int) -> str:
        return counted("{count} devices of {name}", "{count} device of {name}", count, name="ACME").english()

    assert [devices(0), devices(1), devices(2)] == ["0 devices of ACME", "1 device of ACME", "2 devices of ACME"]


def test_translation_comes_before_the_parameters_and_reaches_texts_within() -> None:
    words = {"Held by {name}": "Gehört {name}", "nobody": "niemandem"}
    seen: list[tuple[str, int]] = []

    def german(source: str, count: int) -> str:
        seen.append((source, count))
        return words.get(source, source)

    assert text("Held by {name}", name=text("nobody")).render(german) == "Gehört niemandem"
    assert seen == [("Held by {name}", -1), ("nobody", -1)]


def test_a_translated_plural_is_not_replaced_by_the_english_singular() -> None:
    assert counted("{count} devices", "{count} device", 1).render(lambda _source, _count: "{count} Gerät") == "1 Gerät"


def test_equal_sentences_are_equal_and_can_be_keys() -> None:
    assert text("a {b}", b=1) == text("a {b}", b=1)
    assert text("a {b}", b=1) != text("a {b}", b=2)
    assert {text("a {b}", b=1): "found"}[text("a {b}", b=1)] == "found"


def test_counts_and_amounts_are_grouped_and_ids_are_not() -> None:
    def group(number: int) -> str:
        return f"{number:,}"

    within = text("{done} of {total}", done=Amount(1234), total=Amount(12))
    whole = counted("{count} devices, {part}, batch {batch}", "-", 98765, part=within, batch=1500)
    assert whole.render(lambda source, _count: source, group) == "98,765 devices, 1,234 of 12, batch 1500"
    assert whole.english() == "98765 devices, 1234 of 12, batch 1500"
