"""A published notice may bring names that the shipped lexicon does not know."""

from __future__ import annotations

from pathlib import Path

import pytest
from toy_notices import Draft

from knowledge.editions import EditionStore, open_edition
from knowledge.editions.publishing import publish, rollback
from knowledge.errors import KnowledgeError, UnknownNameError


def bring(folder: Path, organisations: str = "", occupations: str = "") -> Path:
    (folder / "lexicon").mkdir()
    for name, text in (("organisations", organisations), ("occupations", occupations)):
        (folder / "lexicon" / f"{name}.yml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def tea(draft: Draft) -> Path:
    """The tea society's notice with the names that it needs; the shipped lexicon lists it as outside."""
    folder = draft("tea-2027", 2027, 300, issuer="上海茶艺学会", occupation="茶艺师")
    return bring(
        folder,
        "- {id: tea, name: 上海茶艺学会, aliases: [茶艺学会]}\n",
        "- {code: 4-03-02-07, name: 茶艺师, aliases: [泡茶师]}\n",
    )


def test_the_notice_of_an_organisation_that_was_outside_so_far(store: EditionStore, tea: Path) -> None:
    publish(store, tea, by="王")
    lexicon = open_edition(store).library.lexicon
    assert lexicon.organisation("茶艺学会").name == "上海茶艺学会"
    assert lexicon.occupation("泡茶师").code == "4-03-02-07"
    assert "上海茶艺学会" not in lexicon.outside["other_organisation"]


def test_the_names_stay_in_later_editions_and_go_with_a_rollback(
    store: EditionStore, tea: Path, draft: Draft
) -> None:
    publish(store, tea, by="王")
    publish(store, draft("baking-2027", 2027, 450), by="王")
    assert open_edition(store).library.lexicon.organisation("茶艺学会").id == "tea"
    rollback(store, by="王", to=0)
    with pytest.raises(UnknownNameError):
        open_edition(store).library.lexicon.organisation("茶艺学会")


def test_a_further_alias_joins_a_known_name(store: EditionStore, draft: Draft) -> None:
    folder = bring(
        draft("baking-2027", 2027, 450),
        "- {id: baking, name: 上海烘焙协会, aliases: [面包协会]}\n",
        "- {code: 4-03-02-04, name: 烘焙师, aliases: [糕点师], specialisations: [{name: 烘焙师（中点）}]}\n",
    )
    publish(store, folder, by="王")
    lexicon = open_edition(store).library.lexicon
    assert lexicon.organisation("面包协会") == lexicon.organisation("烘焙协会")
    assert lexicon.occupation("糕点师") == lexicon.occupation("面包师")
    assert lexicon.is_specialisation("烘焙师（中点）")


def test_one_id_with_two_names_is_a_contradiction(store: EditionStore, draft: Draft) -> None:
    folder = bring(draft("baking-2027", 2027, 450), "- {id: baking, name: 上海面包协会}\n")
    with pytest.raises(KnowledgeError, match="baking 已是“上海烘焙协会”"):
        publish(store, folder, by="王")
    assert store.current() == 0


def test_without_its_names_the_notice_is_refused(store: EditionStore, draft: Draft) -> None:
    folder = draft("tea-2027", 2027, 300, issuer="上海茶艺学会", occupation="茶艺师")
    with pytest.raises(KnowledgeError, match="上海茶艺学会"):
        publish(store, folder, by="王")
