/** What the service's codes are called in front of people. */

/** @type {Record<string, string>} status of a notice → badge */
export const NOTICE_STATUS = {
  current: "现行",
  upcoming: "尚未生效",
  past_year: "往年（不是今年的）",
  superseded: "已被取代",
};

/** @type {Record<string, string>} status of a reply → remark under it; a plain answer needs none */
export const REPLY_STATUS = {
  partial: "有一部分没有答上",
  clarification: "请补充一下",
  not_stated: "通知没有写明",
  no_answer: "没有找到依据",
  out_of_scope: "不在范围内",
  handoff: "转人工",
  cancelled: "已取消",
};

/** @type {Record<number, string>} */
export const LEVELS = { 5: "五级", 4: "四级", 3: "三级", 2: "二级", 1: "一级" };

/** @type {Record<string, string>} purpose of a telephone → label */
export const PHONES = { enquiry: "咨询电话", supervision: "监督电话" };

/** @type {Record<string, string>} purpose of a web site → label */
export const SITES = {
  standards: "国家职业技能标准查询",
  documents: "上网文件查询",
  guidance: "考核指导手册查询",
  admission_ticket: "准考证下载",
  results: "证书信息查询",
};

/** Where a notice leaves a value open. */
export const NOT_STATED = "通知没有写明";

/** Questions that a newcomer may start with. */
export const EXAMPLES = [
  "人工智能训练师三级考试多少钱？",
  "企业人力资源管理师怎么报名？",
  "上海市人工智能行业协会的咨询电话是多少？",
  "哪里可以考养老护理员？",
];
