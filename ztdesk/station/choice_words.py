"""What each answer to a question about a code makes of that very code, in words. Decides nothing."""

from dataclasses import replace

from ztdesk.domain.identifiers import group_imei
from ztdesk.domain.question import Answer, Ask, Choice, Question
from ztdesk.domain.text import Text, text


def with_outcomes(question: Question, value: str, imei: str) -> Question:
    """The same question, each answer of which names what becomes of the code `value`.

    `imei` is the one it would be, empty where it can be none.
    """
    return replace(question, choices=tuple(_told(question.ask, choice, value, imei) for choice in question.choices))


def with_phones(question: Question, imeis: int) -> Question:
    """The question about a code of so many IMEIs, each answer with the number of phones it makes."""
    if imeis == 2:  # the answers say it already
        return question
    labels = {
        Answer.PAIRS: text("{count} phones with two IMEIs each", count=imeis // 2),
        Answer.SINGLES: text("{count} phones with one IMEI each", count=imeis),
    }
    return replace(question, choices=tuple(replace(one, label=labels[one.answer]) for one in question.choices))


def _told(ask: Ask, choice: Choice, value: str, imei: str) -> Choice:
    label: Text = choice.label
    if choice.answer is Answer.IMEI and ask is Ask.FOURTEEN_DIGITS:
        label = text("IMEI {imei}, check digit added", imei=group_imei(imei))
    elif choice.answer is Answer.IMEI:
        label = text("IMEI {imei}, software version left out", imei=group_imei(imei))
    elif choice.answer is Answer.SERIAL and ask is Ask.FOURTEEN_DIGITS:
        label = text("Serial number {serial}", serial=value)
    elif choice.answer is Answer.SERIAL:
        label = text("A device without IMEI: add {serial}", serial=value)
    return replace(choice, label=label)
