"""Errors as RFC 9457 problem details, in Chinese a person can act on; a stack trace never leaves."""

from __future__ import annotations

import logging
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
    500: "服务内部出错",
    503: "服务暂不可用",
}
_MESSAGES = {
    "json_invalid": "不是合法的 JSON",
    "missing": "缺少这一项",
    "extra_forbidden": "没有这一项",
    "string_too_long": "太长了",
    "string_too_short": "不能为空",
    "string_type": "应当是文字",
    "int_parsing": "应当是整数",
    "literal_error": "不在允许的值之内",
    "model_attributes_type": "应当是一个 JSON 对象",
    "dict_type": "应当是一个 JSON 对象",
}


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
    errors = [{"pointer": _pointer(one["loc"]), "detail": _said(one)} for one in error.errors()]
    broken = any(one["type"] == "json_invalid" for one in error.errors())
    detail = "；".join(f"{one['pointer']}：{one['detail']}" for one in errors)
    return problem_response(400 if broken else 422, detail, errors=errors)


def _pointer(location: tuple[Any, ...]) -> str:
    kind, *path = location
    escaped = [str(part).replace("~", "~0").replace("/", "~1") for part in path]
    return "/".join(["#" if kind == "body" else f"#/{kind}", *escaped])


def _said(error: dict[str, Any]) -> str:
    if error["type"] == "value_error":
        return str(error["ctx"]["error"])
    limit = next((v for k, v in error.get("ctx", {}).items() if k in ("max_length", "ge", "le", "expected")), "")
    return f"{_MESSAGES.get(error['type'], error['msg'])}{f'（{limit}）' if limit != '' else ''}"


async def _http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    detail = "没有这个地址" if error.status_code == 404 else str(error.detail)
    return problem_response(error.status_code, f"{detail}：{request.url.path}")


async def _unknown_name(request: Request, error: Exception) -> JSONResponse:  # noqa: ARG001
    assert isinstance(error, UnknownNameError)
    kind = {"organisation": "机构", "occupation": "职业（工种）"}[error.kind]
    near = f"最接近的有：{'、'.join(error.nearest)}" if error.nearest else "也没有相近的名称"
    return problem_response(404, f"没有收录{kind}“{error.name[:60]}”；{near}。", nearest=list(error.nearest))


async def _unknown_notice(request: Request, error: Exception) -> JSONResponse:  # noqa: ARG001
    return problem_response(404, f"没有这份通知，或者它没有这一条款（{str(error)[:200]}）。")


async def _unexpected(request: Request, error: Exception) -> JSONResponse:
    logger.error("unexpected error at %s %s", request.method, request.url.path, exc_info=error)
    return problem_response(500, "服务内部出错，已经记录。请稍后再试。")
