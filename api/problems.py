"""Errors as RFC 9457 problem details, in Chinese a person can act on; a stack trace never leaves."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from datetime import date
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from knowledge.errors import UnknownNameError, UnknownNoticeError

logger = logging.getLogger(__name__)

TITLES = {
    400: "请求无法解析",
    404: "没有找到",
    405: "不支持这种请求方法",
    413: "请求太大",
    422: "请求内容不合要求",
    429: "请求太频繁",
    500: "服务内部出错",
    503: "服务暂不可用",
}
_OBJECT, _LIST, _WHOLE, _NUMBER = "应当是一个 JSON 对象", "应当是一个列表", "应当是整数", "应当是数字"
_DATE, _TRUTH, _TEXT = "应当是日期（2026-03-01）", "应当是 true 或 false", "应当是文字"
# By pydantic's kind of error; in braces what its `ctx` tells.
_MESSAGES = {
    "json_invalid": "不是合法的 JSON",
    "json_type": "不是合法的 JSON",
    "missing": "缺少这一项",
    "extra_forbidden": "没有这一项",
    "none_required": "应当留空",
    "string_type": _TEXT,
    "string_unicode": _TEXT,
    "string_too_long": "太长了（最多{max_length}个字）",
    "string_too_short": "不能为空",
    "string_pattern_mismatch": "格式不对",
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_from_float": _WHOLE,
    "int_parsing_size": "数字太大",
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "finite_number": _NUMBER,
    "greater_than": "应当大于{gt}",
    "greater_than_equal": "不能小于{ge}",
    "less_than": "应当小于{lt}",
    "less_than_equal": "不能大于{le}",
    "multiple_of": "应当是{multiple_of}的倍数",
    "bool_type": _TRUTH,
    "bool_parsing": _TRUTH,
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
    "list_type": _LIST,
    "tuple_type": _LIST,
    "too_long": "太多了（最多{max_length}个）",
    "too_short": "太少了（至少{min_length}个）",
    "literal_error": "不在允许的值之内（{expected}）",
    "enum": "不在允许的值之内（{expected}）",
    "dict_type": _OBJECT,
    "model_type": _OBJECT,
    "model_attributes_type": _OBJECT,
}
MOST_ERRORS = 20  # of one request; more tell nothing new
_DAY = re.compile(r"datetime\.date\((\d+), (\d+), (\d+)\)")
_REFUSALS = {400: "请求内容无法解析", 404: "没有这个地址", 405: "这个地址不支持这种请求方法"}


class Problem(Exception):  # the standard's name
    """A refusal with status, detail and, for fields, pointers."""

    def __init__(self, status: int, detail: str, **extra: Any) -> None:
        super().__init__(detail)
        self.status, self.detail, self.extra = status, detail, extra


def problem_response(status: int, detail: str, **extra: Any) -> JSONResponse:
    """Render a problem document."""
    title = TITLES.get(status) or HTTPStatus(status).phrase
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail, **extra}
    return JSONResponse(body, status_code=status, media_type="application/problem+json")


def install(app: FastAPI) -> None:
    """Turn every kind of error into a problem document."""
    app.add_exception_handler(Problem, _problem)
    app.add_exception_handler(RequestValidationError, _validation)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(UnknownNameError, _unknown_name)
    app.add_exception_handler(UnknownNoticeError, _unknown_notice)
    app.add_exception_handler(Exception, _unexpected)


async def _problem(request: Request, error: Exception) -> JSONResponse:  # noqa: ARG001
    assert isinstance(error, Problem)
    return problem_response(error.status, error.detail, **error.extra)


async def _validation(request: Request, error: Exception) -> JSONResponse:  # noqa: ARG001
    assert isinstance(error, RequestValidationError)
    found = error.errors()
    errors = [{"pointer": _pointer(one["loc"]), "detail": _said(one)} for one in found if not _follows(one, found)]
    broken = any(one["type"] == "json_invalid" for one in found)
    errors = errors[:MOST_ERRORS]
    detail = "；".join(f"{one['pointer']}：{one['detail']}" for one in errors)
    return problem_response(400 if broken else 422, detail, errors=errors)


def _follows(error: dict[str, Any], others: Sequence[dict[str, Any]]) -> bool:
    """Pydantic calls a list too short as well, where it left its wrong items out."""
    depth = len(error["loc"])
    return error["type"] == "too_short" and any(
        len(other["loc"]) > depth and other["loc"][:depth] == error["loc"] for other in others
    )


def _pointer(location: tuple[Any, ...]) -> str:
    kind, *path = location
    escaped = [str(part).replace("~", "~0").replace("/", "~1") for part in path]
    return "/".join(["#" if kind == "body" else f"#/{kind}", *escaped])


def _said(error: dict[str, Any]) -> str:
    if error["type"] == "value_error":
        return str(error["ctx"]["error"])
    told = {name: _in_chinese(value) for name, value in error.get("ctx", {}).items()}
    return _MESSAGES.get(error["type"], "不合要求").format(**told)


def _in_chinese(value: Any) -> str:
    """Pydantic lists what it expects as `'a', 'b' or 'c'`, and writes a limit of 80 as 80.0."""
    shown = f"{value:g}" if isinstance(value, float) else str(value)
    if day := _DAY.fullmatch(shown):
        return date(*map(int, day.groups())).isoformat()
    return shown.replace("'", "").replace(" or ", "、").replace(", ", "、")


async def _http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    detail = _REFUSALS.get(error.status_code, str(error.detail))
    return problem_response(error.status_code, f"{detail}：{request.url.path}")


async def _unknown_name(request: Request, error: Exception) -> JSONResponse:  # noqa: ARG001
    assert isinstance(error, UnknownNameError)
    kind = {"organisation": "机构", "occupation": "职业（工种）"}[error.kind]
    near = f"最接近的有：{'、'.join(error.nearest)}" if error.nearest else "也没有相近的名称"
    return problem_response(404, f"没有收录{kind}“{error.name[:60]}”；{near}。", nearest=list(error.nearest))


async def _unknown_notice(request: Request, error: Exception) -> JSONResponse:  # noqa: ARG001
    return problem_response(404, f"没有这份通知，或者它没有这一条款：{request.url.path[:200]}")


async def _unexpected(request: Request, error: Exception) -> JSONResponse:
    logger.error("unexpected error at %s %s", request.method, request.url.path, exc_info=error)
    return problem_response(500, "服务内部出错，已经记录。请稍后再试。")
