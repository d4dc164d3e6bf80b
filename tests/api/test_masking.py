"""Personal data does not pass; amounts, dates, codes and published numbers do."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.masking import mask
from knowledge.library import Library

SEPARATORS = st.sampled_from(["", " ", "-", "　"])
WIDE = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")


def identity(region: str, birth: str, serial: str) -> str:
    """A well-formed identity number, by the check digit of GB 11643."""
    body = region + birth + serial
    weights = [2 ** (17 - i) % 11 for i in range(17)]
    total = sum(int(digit) * weight for digit, weight in zip(body, weights, strict=True))
    return body + "10X98765432"[total % 11]


IDENTITIES = st.builds(
    identity,
    st.sampled_from(["310101", "320583", "650102"]),
    st.dates(date(1940, 1, 1), date(2010, 12, 31)).map(lambda day: day.strftime("%Y%m%d")),
    st.integers(0, 999).map("{:03d}".format),
)
MOBILES = st.builds(lambda head, rest: f"1{head}{rest:09d}", st.integers(3, 9), st.integers(0, 999_999_999))


@given(IDENTITIES, SEPARATORS, st.booleans())
def test_identity_numbers_are_masked_in_every_dress(number: str, separator: str, wide: bool) -> None:
    dressed = separator.join([number[:6], number[6:14], number[14:]])
    dressed = dressed.translate(WIDE) if wide else dressed
    masked = mask(f"身份证{dressed}谢谢")
    assert masked.text == "身份证［身份证号］谢谢"
    assert masked.kinds == ("身份证号",)


@given(MOBILES, SEPARATORS)
def test_mobile_numbers_are_masked_between_characters(number: str, separator: str) -> None:
    masked = mask(f"我的手机{separator.join([number[:3], number[3:7], number[7:]])}谢谢")
    assert masked.text == "我的手机［手机号］谢谢"


@given(st.text(max_size=80))
def test_masking_twice_changes_nothing_more(text: str) -> None:
    once = mask(text).text
    assert mask(once).text == once


def test_a_spoken_number_is_masked() -> None:
    assert mask("打我电话一三八一二三四五六七八").text == "打我电话［手机号］"


@pytest.mark.parametrize("text", ["我叫王小二，想报三级", "姓名：李雷，三级多少钱"])
def test_a_stated_name_is_masked(text: str) -> None:
    assert "［姓名］" in mask(text).text


def test_a_mistyped_identity_number_is_personal_all_the_same() -> None:
    right = identity("310101", "19900101", "001")
    wrong = right[:-1] + ("0" if right[-1] != "0" else "1")
    assert mask(right).kinds == mask(wrong).kinds == ("身份证号",)


def test_a_telephone_number_right_behind_an_identity_number_hides_nothing() -> None:
    assert mask(identity("310101", "19900101", "001") + "13812345678").text == "［身份证号］［手机号］"


def test_nothing_in_the_notices_is_mistaken_for_personal_data(library: Library) -> None:
    """Amounts, dates, document numbers, codes, accounts and published telephone numbers stay."""
    for holding in library.holdings:
        for clause in holding.notice.clauses.values():
            for line in clause.lines:
                assert mask(line.text).text == line.text


@pytest.mark.parametrize("text", ["本人王小明，想报名", "你好，本人涂晓明，补考多少钱", "本人欧阳明月"])
def test_a_name_after_who_speaks_is_masked(text: str) -> None:
    masked = mask(text)
    assert "姓名" in masked.kinds
    assert not any(name in masked.text for name in ("小明", "晓明", "明月"))


@pytest.mark.parametrize("text", ["必须本人到场吗", "本人申报要带什么", "不用本人签字吧", "本人可以代领吗"])
def test_what_is_done_in_person_is_no_name(text: str) -> None:
    assert mask(text).text == text
