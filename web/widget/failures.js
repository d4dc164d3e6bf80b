/** What a person is told when no answer came. */

/**
 * @typedef {object} Failure
 * @property {string} text
 * @property {boolean} retry whether the same again may succeed
 */

/**
 * @param {import("./api.js").ApiError} error
 * @returns {Failure}
 */
export function explain(error) {
  const wait = error.retryAfter ? ` ${error.retryAfter} 秒` : "一会儿";
  switch (error.kind) {
    case "network":
      return { text: "没有收到回答：连不上服务，或者等得太久。请检查网络后再试。", retry: true };
    case "server":
      return { text: "没有收到回答：服务暂时出了问题，不是您的操作有误。请稍后再试。", retry: true };
    case "busy":
      return { text: `问得太快了，请等${wait}再试。`, retry: true };
    default:
      return { text: `没有发送成功：${error.detail || "服务没有接受这条消息。"}`, retry: false };
  }
}
