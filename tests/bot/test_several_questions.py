"""Where a message asks several things, and where it only seems to."""

from __future__ import annotations

from functools import partial

import pytest

from bot.actions.names.understanding import entities_of
from bot.actions.reply import Reply, Status, single, together
from bot.actions.several.questions import MOST, of_questions, questions_in
from bot.actions.situation.reading import tells_of_oneself
from knowledge.library import Library
from knowledge.validity import parse_as_of
from retrieval.analysis import normalise


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("四级多少钱？在哪报名？几号考？", ["四级多少钱", "在哪报名", "几号考"]),
        ("协会的电话和地址", ["协会的电话", "协会的地址"]),
        ("四级要多少钱然后什么时候考试在哪里报名", ["四级要多少钱", "什么时候考试", "在哪里报名"]),
        ("我大专毕业，做了三年，能考三级吗？要交多少钱？", ["我大专毕业,做了三年,能考三级吗", "要交多少钱"]),
        ("什么时候报名什么时候考试", ["什么时候报名", "什么时候考试"]),
        ("报名费和补考费是多少", ["报名费", "补考费是多少"]),
        ("成绩有效期几年，另外补考多少钱", ["成绩有效期几年", "补考多少钱"]),
        ("还能报名吗什么时候交钱有问题打什么电话", ["还能报名吗", "什么时候交钱", "有问题打什么电话"]),
        ("四级 费用 电话 地址", ["四级,费用", "电话", "地址"]),
        ("1、四级多少钱\n2、怎么报名", ["四级多少钱", "怎么报名"]),
        ("听说三级只要300对吧，顺便问下怎么报名", ["听说三级只要300对吧", "怎么报名"]),
        ("协会在哪里？明天天气怎么样？", ["协会在哪里", "明天天气怎么样"]),
        ("咨询电话多少，投诉打哪个电话", ["咨询电话多少", "投诉打哪个电话"]),
        ("考砸了可以再考不，还有，几点上班", ["考砸了可以再考不", "几点上班"]),
        ("12月的报名开了没，还有，四级多少钱", ["12月的报名开了没", "四级多少钱"]),
        ("中午有人吗，我上夜班的；另外四级多少钱", ["中午有人吗,我上夜班的", "四级多少钱"]),
        ("报名入口的网址发我一下，然后四级多少钱", ["报名入口的网址发我一下", "四级多少钱"]),
        ("考完一个月了还查不到成绩；另外四级多少钱", ["考完一个月了还查不到成绩", "四级多少钱"]),
        ("抄书的要罚三年，真有这么重，然后四级多少钱", ["抄书的要罚三年,真有这么重", "四级多少钱"]),
        ("实操没及格？再问一个：四级多少钱", ["实操没及格", "四级多少钱"]),
        ("AI trainer level 3 多少钱，还有，几点上班", ["ai trainer level 3,多少钱", "几点上班"]),
        ("三级 1理论收多少 2一天能考完吗 3多久查得到分", ["三级,理论收多少", "一天能考完吗", "多久查得到分"]),
        ("HR准考证几号打？要彩打吗？考点会不会离得远", ["hr准考证几号打", "要彩打吗", "考点会不会离得远"]),
        ("三级多少钱？能刷卡吗？普票能开吗", ["三级多少钱", "能刷卡吗", "普票能开吗"]),
        ("五级给不给报啊考一趟多少", ["五级给不给报啊", "考一趟多少"]),
        ("人力四级收多少，现在报还赶得上吗", ["人力四级收多少", "现在报还赶得上吗"]),
        ("是拿笔写吗，判断题多少道", ["是拿笔写吗", "判断题多少道"]),
        ("五级报名费多少，我代他去签字行不行", ["五级报名费多少", "我代他去签字行不行"]),
        ("地址+电话+上午几点开门", ["地址", "电话", "上午几点开门"]),
        ("美发师的编码跟考试单位", ["美发师的编码", "美发师的哪家机构考"]),
        ("最后一批报名到哪天为止？考试在哪两天？", ["最后一批报名到哪天为止", "最后一批考试在哪两天"]),
        ("证书在网上查得到吗，拿来积分能加几分", ["证书在网上查得到吗", "拿来积分能加几分"]),
        ("几点到几点有人？再给我个电话", ["几点到几点有人", "再给我个电话"]),
        ("地点在哪？电话？要是证书丢了怎么补", ["地点在哪", "电话", "要是证书丢了怎么补"]),
        ("五级考一次多少，是我带他去报还是学校报", ["五级考一次多少", "是我带他去报还是学校报"]),
        ("上面盖什么章？到哪里能查到它？三个问题谢谢", ["上面盖什么章", "到哪里能查到它"]),
    ],
)
def test_each_question_is_asked_on_its_own(text: str, questions: list[str]) -> None:
    assert questions_in(normalise(text)) == questions


@pytest.mark.parametrize(
    "text",
    [
        "三级多少钱，四级多少钱",
        "三级理论和实操分别多少钱",
        "你好，四级报名费是多少，谢谢",
        "我在浦东上班，周末能去报名吗",
        "没过可以补考吗？补考费怎么算？",
        "作弊会怎么样？会禁考几年？",
        "准考证什么时候打，在哪打",
        "条件呢",
        "听说三级只要300对吧",
        "有四级证，去年六月拿的，今年能报三级吗",
        "补考 收费",
        "公司统一付款，发票抬头怎么开",
        "附件1和附件2的条件一样吗",
        "匿名举报可以吗，打哪个电话",
        "那付款呢，付到哪里",
        "我交了报名费，什么时候考试",
        "理论成绩还有三个月到期，来得及补吗",
        "协会的电话地址今年换了没",
        "个人怎样申请，要交什么材料",
        "我是大专毕业的，另外想问下四级多少钱",
        "纸质证书要另外申请吗",
        "我想顺便把四级也考了，要多少钱",
        "听说要通过学校才能报，个人不给报，是吗",
        "中级职称算不算数，拿它报三级可以不",
        "我没忍住又报了一次，我还想着补考呢",
        "我在护理院干了十几年，三级早拿了，旁边那家养老院能考吗",
        "前几天考四级操作没过，补一门多少钱",
        "传答案被抓就终身禁考？是终身吗",
        "都说二十个工作日出成绩，我8号考的到今天没动静，超了吧",
        "劳动仲裁要去哪里立案，要带什么",
        "他考那个项目嘛考合格了然后说还有一个什么证也给他，是初级还是高级",
    ],
)
def test_one_question_stays_whole(text: str) -> None:
    assert len(questions_in(normalise(text))) == 1


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("技师协会的电话多少，人工智能行业协会的呢", ["技师协会的电话多少", "人工智能行业协会的呢"]),
        ("职业培训师三级收费标准人工智能训练师三级多少钱", ["职业培训师三级收费标准", "人工智能训练师三级多少钱"]),
        ("保育师谁能考技师协会几点上班", ["保育师谁能考", "技师协会几点上班"]),
        ("广济路下午几点下班？说错了，中科路1750号下午几点前有人", ["中科路1750号下午几点前有人"]),
        ("交大电话给我一下，算了不知道还办不办，给我人工智能行业协会的电话吧", ["给我人工智能行业协会的电话吧"]),
        ("训练师四级多少钱？算了，地址给我吧", ["训练师四级,地址给我吧"]),
        ("训练师三级多少钱，算了你帮我转人工吧", ["训练师三级多少钱", "算了你帮我转人工吧"]),
        ("四级多少钱，在哪报名，我问的是职业培训师", ["我问的是职业培训师,四级多少钱", "在哪报名"]),
        ("怎么报名，职业培训师，然后多少钱", ["怎么报名,职业培训师", "多少钱"]),
        ("训练师四级多少钱，不对，是三级，还有在哪报名", ["训练师三级多少钱", "在哪报名"]),
        ("职业培训师三级多少钱？英语四级报名费多少？", ["职业培训师三级多少钱", "英语四级报名费多少"]),
        ("南京的职业培训师三级多少钱，上海的呢", ["南京的职业培训师三级多少钱", "上海的职业培训师三级多少钱"]),
        ("八个人考人力三级，顺便问下，训练师五级多少钱", ["八个人考人力三级", "训练师五级多少钱"]),
        ("听说技师协会要现场排队，然后训练师三级多少钱", ["听说技师协会要现场排队", "训练师三级多少钱"]),
        (
            "小孩14岁就能考训练师五级，老师讲的，还有，三级多少钱",
            ["小孩14岁就能考训练师五级,老师讲的", "三级多少钱"],
        ),
        ("举报打哪个电话，技师协会的，还有，训练师三级多少钱", ["举报打哪个电话,技师协会的", "训练师三级多少钱"]),
        ("职业培训师怎么报名，然后我35岁，想考训练师三级", ["职业培训师怎么报名", "我35岁,想考训练师三级"]),
    ],
)
def test_names_tell_where_another_question_begins(text: str, questions: list[str], library: Library) -> None:
    assert questions_in(normalise(text), partial(entities_of, library)) == questions


@pytest.mark.parametrize(
    "text",
    [
        "人工智能训练师报名费上海交大多少钱",
        "初中学历可以考人工智能训练师吗",
        "上海交大能不能考人工智能训练师",
        "我做数据标注六年了，想考训练师四级，够条件吗",
        "训练师三级要多少钱，职业培训师更贵吗",
        "茶艺师和咖啡师哪里能考",
    ],
)
def test_a_name_alone_begins_no_question(text: str, library: Library) -> None:
    assert len(questions_in(normalise(text), partial(entities_of, library))) == 1


@pytest.mark.parametrize("text", ["宁波的四级几号考，收多少", "成都那边训练师怎么报名？考一趟多少？"])
def test_what_names_nobody_after_another_place_is_about_that_place(text: str, library: Library) -> None:
    assert len(questions_in(normalise(text), partial(entities_of, library))) == 1


def test_each_organisation_is_asked_about(library: Library) -> None:
    naming = partial(entities_of, library)
    assert questions_in("技师协会和人工智能行业协会的电话分别是多少", naming) == [
        "技师协会的电话分别是多少",
        "人工智能行业协会的电话分别是多少",
    ]


def test_those_named_before_are_meant_by_each(library: Library) -> None:
    asked = questions_in("电工和美容师在哪考,编码各是多少", partial(entities_of, library))
    assert asked == ["电工和美容师在哪考", "电工编码各是多少", "美容师编码各是多少"]


def test_the_sitting_of_one_question_is_that_of_the_next(library: Library) -> None:
    naming = partial(entities_of, library)
    assert questions_in("人力8月那批几号报名?什么时候考试?", naming) == [
        "人力8月那批几号报名",
        "8月那批什么时候考试",
    ]
    asked = questions_in("人力8月那批几号报名?人工智能训练师什么时候考试?几号打准考证?", naming)
    assert asked == ["人力8月那批几号报名", "人工智能训练师什么时候考试", "几号打准考证"]


def test_two_sentences_that_ask_for_nothing_known_are_two_questions() -> None:
    assert len(questions_in("靠比武的人占比有上限吗?全市今年目标多少人?")) == 2
    assert len(questions_in("靠比武的人占比有上限吗?那是每个区都一样吗?")) == 1


def test_a_name_in_brackets_after_another_is_no_third(library: Library) -> None:
    asked = questions_in("育婴员还有月嫂(母婴护理),分别哪家考,编码各是多少", partial(entities_of, library))
    assert asked[1:] == ["育婴员编码各是多少", "月嫂编码各是多少"]


def test_a_greeting_after_a_question_is_left_out() -> None:
    assert questions_in("焊工的职业编码?再问一个:你好") == ["焊工的职业编码"]


def test_what_is_not_wanted_is_left_out() -> None:
    assert questions_in("不要告诉我补考费,四级报名费多少") == ["四级报名费多少"]


def test_what_was_taken_back_is_not_asked(library: Library) -> None:
    naming = partial(entities_of, library)
    assert questions_in("训练师四级多少钱,不对,是三级", naming) == ["训练师三级多少钱"]
    assert questions_in("四级400对不对", naming) == ["四级400对不对"]


def test_no_more_than_so_many_come_of_one_message() -> None:
    text = "多少钱？在哪报名？几号考？准考证怎么打？成绩怎么查？证书去哪领？有补贴吗？"
    found = questions_in(normalise(text))
    assert len(found) == MOST
    assert found[-1] == "证书去哪领,有补贴吗"


def replies(*statuses: Status) -> list[Reply]:
    return [single(status, f"{i}") for i, status in enumerate(statuses)]


@pytest.mark.parametrize(
    ("statuses", "status"),
    [
        (("answered", "answered"), "answered"),
        (("answered", "not_stated"), "partial"),
        (("no_answer", "partial"), "partial"),
        (("chitchat", "answered"), "answered"),
        (("not_stated", "no_answer"), "not_stated"),
        (("clarification", "clarification"), "clarification"),
    ],
)
def test_the_status_tells_whether_a_question_stayed_open(statuses: tuple[Status, ...], status: Status) -> None:
    assert together(replies(*statuses)).status == status


def test_what_two_questions_are_both_answered_with_is_said_once() -> None:
    same = single("answered", "四级400元。")
    assert len(together([same, same]).messages) == 1


def test_what_is_plainly_taken_back_need_not_ask(library: Library) -> None:
    naming = partial(entities_of, library)
    assert questions_in("我要报训练师四级,不对不对,三级,考几门", naming) == ["我要报训练师三级,考几门"]
    assert questions_in("我报的四级信息不对,三级能查吗", naming) == ["我报的四级信息不对,三级能查吗"]


def test_another_examination_that_is_taken_back_is_not_asked_about(library: Library) -> None:
    text = normalise("驾照科目二补考多少，发错了，应该是训练师五级补考多少")
    assert questions_in(text, partial(entities_of, library)) == ["训练师五级补考多少"]


@pytest.mark.parametrize(
    ("piece", "status", "kept"),
    [
        ("我就差理论没过", "no_answer", False),
        ("停车场在哪里", "no_answer", True),
        ("我就差理论没过", "not_stated", True),
    ],
)
def test_words_about_a_question_that_find_nothing_are_no_question(piece: str, status: Status, kept: bool) -> None:
    nothing, answer = single(status, "没有找到。"), single("answered", "100元。")
    assert of_questions([(piece, nothing), ("补考多少钱", answer)]) == ([nothing, answer] if kept else [answer])
    assert of_questions([(piece, nothing)]) == [nothing]


def _tells(library: Library, text: str) -> bool:
    return tells_of_oneself(library, text, parse_as_of("2026-06-01"))


@pytest.mark.parametrize(
    "text",
    [
        "我做人事做到2018年就辞了，前面那几年不能折进去吗？2022年又回来做人事。那我最高能报几级",
        "拿了训练师五级，不是要等到2028年底吗！可是我2022年2月就入职做标注了，有没有快一点的，最早是啥时候",
        "我在技师学院读高级工班，暑假打工肯定不算吧。我今年19。训练师到底能报哪一级",
    ],
)
def test_the_pieces_of_one_case_are_one_question(text: str, library: Library) -> None:
    naming, tells = partial(entities_of, library), partial(_tells, library)
    assert len(questions_in(normalise(text), naming, tells)) == 1


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("做人事整6年，高中，最高几级，考一次多少钱", ["做人事整6年,高中,最高几级", "考一次多少钱"]),
        (
            "我高中毕业，听说职业培训师有四级？我先考四级，三级什么时候能考",
            ["我高中毕业,听说职业培训师有四级", "我先考四级,三级什么时候能考"],
        ),
    ],
)
def test_what_else_is_asked_stays_a_question(text: str, questions: list[str], library: Library) -> None:
    naming, tells = partial(entities_of, library), partial(_tells, library)
    found = questions_in(normalise(text), naming, tells)
    assert found == questions
