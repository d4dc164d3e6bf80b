"""What a website prints around an article: menus, breadcrumbs, share buttons, neighbours, the site's footer."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Comment, Tag

from knowledge.ingest.readers.web.hidden import classes, text_length

_NO_TEXT = [
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "canvas",
    "iframe",
    "object",
    "embed",
    "audio",
    "video",
    "map",
    "input",
    "select",
    "option",
    "textarea",
    "button",
    "datalist",
    "optgroup",
]
_CHROME_TAGS = ("nav", "aside", "footer")
_CHROME_NAMES = re.compile(
    r"^(?:breadcrumbs?|crumbs?|nav|navbar|navigation|main-?nav|top-?nav|sub-?nav|menu|sidebar|side-?nav|share|bdshare\w*|"
    r"bdsharebuttonbox|social|pager|pagination|page-?nav|prev-?next|copyright|footer|foot|site-?footer|print-?tools?|"
    r"qr-?code|toolbar|related|hot-?news|login|search-?(?:box|bar|form)?|current-?position|skip-?link)$",
    re.IGNORECASE,
)
_LINE = re.compile(
    r"^[\s\[【(（|]*(?:"
    r"(?:上|下|前|后)一?[篇条页](?:\s*[:：].*)?|(?:打印|关闭|收藏|返回|分享|复制|推荐)(?:本页|此页|本文|窗口|顶部|列表|首页|到|链接)?"
    r"(?:[\s\]】)）|]+[\[【(（]?(?:打印|关闭|收藏|返回|分享)(?:本页|此页|本文|窗口|顶部|列表|首页)?)*|"
    r"(?:字[体号]\s*[:：]?)?\s*(?:大\s*中\s*小|小\s*中\s*大)|分享到\s*[:：].*|扫一扫.{0,12}|"
    r"(?:当前|您?现在|您(?:当前|目前)?)(?:所在)?的?位置\s*(?:是)?\s*[:：].*|"
    r"(?:浏览|访问|阅读|点击)(?:次数|量|数)\s*[:：]?\s*\d*(?:\s*次)?|"
    r"(?:版权所有|copyright|©).{0,80}|.{0,30}(?:ICP[备证]|公网安备).{0,60}|网站标识码.{0,20}|技术支持\s*[:：].{0,30}"
    r")[\s\]】)）|]*$",
    re.IGNORECASE,
)
# 发布日期：2026-01-05 来源：… 浏览次数：12 字号：大 中 小: at least two of a page's data, and nothing else.
_FIELD = (
    r"(?:(?:信息|文章)?(?:发布|发文|更新|公开|创建|生成)(?:日期|时间)\s*[:：]?\s*20\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?(?:\s*\d{1,2}:\d\d(?::\d\d)?)?"
    r"|(?:信息|文章|稿件)?(?:来源|作者|编辑|责任编辑|发布者|发布人|供稿)\s*[:：]\s*[^\s:：]{0,30}"
    r"|(?:浏览|访问|阅读|点击)(?:次数|量|数)?\s*[:：]?\s*\d*\s*次?"
    r"|[\[【(（]?字[体号]\s*[:：]?\s*大?\s*中?\s*小?[\]】)）]?|[\[【(（]?(?:打印|关闭|收藏|分享|返回)(?:本页|此页|窗口)?[\]】)）]?)"
)
_PAGE_DATA = re.compile(rf"(?:{_FIELD}[\s|｜]*){{2,}}")
_MOST_OF_THE_TEXT = 0.3
# A date in words or a list of annexes ends an article, even in what a page calls its footer.
_SIGNED = re.compile(r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*$|附件\s*\d*\s*[:：]")


def remove_chrome(page: BeautifulSoup) -> None:
    """Take out the elements that are no article. One that holds much of the text stays, whatever it is called."""
    for text in page.find_all(string=lambda string: isinstance(string, Comment)):
        text.extract()
    for tag in page.find_all(_NO_TEXT):
        tag.decompose()
    whole = text_length(page)
    for tag in page.find_all(True):
        if not tag.decomposed and _is_chrome(tag) and text_length(tag) <= _MOST_OF_THE_TEXT * whole:
            tag.decompose()


def is_chrome_line(text: str) -> bool:
    """Whether a whole line is a site's control or notice: `打印本页`, `上一篇：…`, `沪ICP备…号`, a page's data."""
    return _LINE.match(text) is not None or _PAGE_DATA.fullmatch(text.strip()) is not None


def _is_chrome(tag: Tag) -> bool:
    if tag.name in ("html", "body", "article", "main"):
        return False
    if _SIGNED.search(tag.get_text()) and tag.name not in ("nav", "aside"):
        return False
    if tag.name in _CHROME_TAGS or tag.get("role") in (
        "navigation",
        "banner",
        "contentinfo",
        "search",
        "complementary",
    ):
        return True
    if tag.name == "header":
        return tag.find("h1") is None and tag.find_parent(["article", "main"]) is None
    names = [*classes(tag), str(tag.get("id", ""))]
    return tag.find(["h1", "table"]) is None and any(_CHROME_NAMES.match(name) for name in names)
