"""Web sites by what they are for: which one a message asks about, and how it is written."""

from __future__ import annotations

import re

from bot.actions.turn import Turn
from knowledge.facts import Website

SITES = {
    "standards": "国家职业技能标准查询",
    "documents": "上网文件查询",
    "guidance": "考核指导手册查询",
    "admission_ticket": "准考证下载",
    "results": "证书信息查询",
    "application": "报名",
    "payment": "缴费",
    "official": "官网",
}
_SITES_ASKED = {
    "standards": re.compile(r"职业(?:技能)?标准|技能标准"),
    "admission_ticket": re.compile(r"准考证"),
    "guidance": re.compile(r"手册"),
    "results": re.compile(r"证书|[查验][^,，。]{0,3}证|证[^,，。]{0,3}[查验]"),
}
_SITES_IN_TALK = {"ask_certificate": "results", "ask_admission_ticket": "admission_ticket"}
_LOOKS_UP = re.compile(r"查|验|看|下载|打印?")


def site_named(text: str) -> str | None:
    """The purpose that the words name; None where they name none."""
    return next((name for name, words in _SITES_ASKED.items() if words.search(text)), None)


def site_wanted(turn: Turn) -> str | None:
    """What the site is to be for, by the words, else by what was talked about (用什么网站查, after a certificate)."""
    in_talk = _SITES_IN_TALK.get(turn.memory.topic or "") if _LOOKS_UP.search(turn.text) else None
    return site_named(turn.text) or in_talk


def site_line(site: Website) -> str:
    """What it is for, and its address."""
    return f"{SITES.get(site.purpose, '网址')} {site.url} "
