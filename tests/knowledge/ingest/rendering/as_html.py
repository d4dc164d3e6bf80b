"""A notice as a page of an office's website: navigation, breadcrumbs, footer and hidden blocks around the article."""

from __future__ import annotations

from html import escape
from pathlib import Path

from tests.knowledge.ingest.rendering.script import MARK, Grid, Script, Text, circled, is_annex, read_script

_STYLE = """
body { font-family: "Noto Serif CJK SC", SimSun, serif; } nav li { display: inline; }
.tip-layer { display: none; }
#zoom p { text-indent: 2em; line-height: 1.8; } #zoom p.centre { text-align: center; text-indent: 0; }
#zoom p.right { text-align: right; } table { border-collapse: collapse; width: 100%; }
td, th { border: 1px solid #000; padding: 2px 6px; font-weight: normal; text-align: center; } thead { display: table-header-group; }
"""
_BEFORE = """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{title}_某某网</title><style>{style}</style>
<script>var page = "首页";</script></head><body>
<header class="site-header"><a href="/">某某网首页</a><form action="/s"><input name="q" placeholder="请输入关键字">
<button>搜索</button></form></header>
<nav><ul><li><a href="/">首页</a></li><li><a href="/news/">新闻动态</a></li><li><a href="/notice/">通知公告</a></li></ul></nav>
<div class="breadcrumb">当前位置：<a href="/">首页</a> &gt; <a href="/notice/">通知公告</a></div>
<div class="tip-layer">系统维护提示：本站今晚停机</div><div style="display:none">隐藏的旧版收费：999元</div>
<div class="content"><h1>{title}</h1>
<div class="info"><span>发布时间：2026-01-01</span> <span>浏览次数：12</span></div>
<div id="zoom" class="TRS_Editor">
"""
_AFTER = """
</div><div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>
<p class="tools"><a href="javascript:window.print()">【打印本页】</a> <a href="javascript:window.close()">【关闭窗口】</a></p>
<p class="pages">上一篇：<a href="1.html">关于放假的通知</a></p><p class="pages">下一篇：<a href="2.html">没有了</a></p></div>
<aside><h3>热门文章</h3><ul><li><a href="3.html">某协会换届公告</a></li></ul></aside>
<footer><p>版权所有：某某网 &copy; 2026</p><p>沪ICP备12345678号-1 沪公网安备 31010102001234号</p></footer>
<noscript>请启用JavaScript</noscript></body></html>
"""


def render_html(notice_md: Path, out: Path) -> None:
    """Write the notice as a full web page, UTF-8; the title is the page's `h1`, footnotes stand below the article."""
    script = read_script(notice_md)
    body = "\n".join(_block(block) for block in script.blocks if block.part != "标题")
    page = _BEFORE.format(title=escape(script.title), style=_STYLE) + body + _footnotes(script) + _AFTER
    out.write_text(page, encoding="utf-8")


def _block(block: Text | Grid) -> str:
    return _table(block) if isinstance(block, Grid) else _paragraph(block)


def _paragraph(block: Text) -> str:
    text = MARK.sub(lambda match: f"<sup>{circled(match.group(1))}</sup>", escape(block.text))
    if is_annex(block.part) and block.first:
        return f"<h2>{text}</h2>"
    if block.depth == 0:
        return f"<p><strong>{text}</strong></p>"
    if block.part in ("文号", "落款"):
        return f'<p class="{"right" if block.part == "落款" else "centre"}">{text}</p>'
    return f"<p>&nbsp;&nbsp;{text}</p>"


def _table(grid: Grid) -> str:
    rows: list[list[str]] = [[] for _ in grid.rows]
    for r, c, height, width in grid.spans():
        tag = "th" if r < grid.header else "td"
        spans = (f' rowspan="{height}"' if height > 1 else "") + (f' colspan="{width}"' if width > 1 else "")
        rows[r].append(f"<{tag}{spans}>{escape(grid.rows[r][c])}</{tag}>")
    lines = [f"<tr>{''.join(row)}</tr>" for row in rows]
    head, body = "\n".join(lines[: grid.header]), "\n".join(lines[grid.header :])
    return f"<table><thead>{head}</thead>\n<tbody>{body}</tbody></table>"


def _footnotes(script: Script) -> str:
    notes = [f"<p><sup>{circled(mark)}</sup> {escape(text)}</p>" for mark, text in script.footnotes.items()]
    return "<hr>\n" + "\n".join(notes) if notes else ""
