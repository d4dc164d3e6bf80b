# Every task is one call of deploy/local: read there what it does, or run `make help`.
# The first interpreter that really runs: a pyenv shim may exist and still refuse (no such version enabled).
PYTHON ?= $(shell for p in python3 python3.11 python3.12 python3.13 python3.10 'env PYENV_VERSION=system python3'; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null && echo "$$p" && break; done)
RUN = $(or $(PYTHON),$(error Python 3.10 or later is missing: install it, then repeat. / 缺少 Python 3.10 或更高版本，请安装后重试。)) \
	-m deploy.local

.DEFAULT_GOAL := help
.PHONY: help serve test chat check ingest publish withdraw editions rollback affected install index train embedding lint format pins clean bench evaluate

help:  ## list the tasks / 列出任务
	@$(RUN) help

serve:  ## install, build and start everything on http://HOST:PORT (default 127.0.0.1:8000) / 启动服务
	@$(RUN) serve

test:  ## every check and test, as in continuous integration (ARGS="-k fees" goes to pytest) / 全部检查与测试
	@$(RUN) test

chat:  ## talk to the bot in the terminal / 在终端里对话
	@$(RUN) chat

check:  ## every fact of the notices against their words / 核对通知
	@$(RUN) check

ingest:  ## a published file becomes a draft (FILE=… JSON=out.json [AGAINST=id] [OUT=folder]) / 读取新通知
	@$(RUN) ingest

publish:  ## a draft becomes part of what is answered from (DRAFT=folder BY=name [REASON=…] [YES=1]) / 发布
	@$(RUN) publish

withdraw:  ## a notice is shown no longer (ID=… BY=name REASON=…) / 撤回
	@$(RUN) withdraw

editions:  ## what was published when and by whom / 列出版本
	@$(RUN) editions

rollback:  ## back to the edition before, or to another (BY=name [TO=number] [REASON=…]) / 回退
	@$(RUN) rollback

affected:  ## answers given that cite what a notice no longer says (ID=…) / 受影响的答复
	@$(RUN) affected

install:  ## both Python environments, and nothing else / 只安装运行环境
	@$(RUN) install

index:  ## the retrieval index / 构建检索索引
	@$(RUN) index

train:  ## the dialogue model / 训练对话模型
	@$(RUN) train

embedding:  ## the shipped embedding model (ARGS="--laws FILE --spoken FILE", see retrieval/model/README.md) / 训练向量模型
	@$(RUN) embedding

lint:  ## style, types and the direction of imports / 静态检查
	@$(RUN) lint

format:  ## let ruff write the code's layout / 格式化代码
	@$(RUN) format

pins:  ## recompile requirements/*.txt (UPGRADE=1 takes newer versions) / 重新锁定依赖版本
	@$(RUN) pins

clean:  ## remove what can be rebuilt; conversations and environments stay / 清除可重建的文件
	@$(RUN) clean

bench:  ## side-by-side measurements (ARGS=endpoints or ARGS=search for others) / 性能对比
	@$(RUN) bench

evaluate:  ## the conversation against questions written by hand (ARGS="--only b --sides --robust") / 评测对话
	@$(RUN) evaluate
