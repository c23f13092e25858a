const longestText = 50_000;

/** An activity as the view may trust it: every field has its type, or is empty. Undefined for what is not shown. */
export function readActivity(raw, userId) {
  if (typeof raw !== 'object' || raw === null || !['message', 'event', 'typing', 'endOfConversation'].includes(raw.type)) return undefined;
  return {
    type: raw.type,
    id: text(raw.id),
    clientId: text(raw.channelData?.clientActivityID),
    mine: raw.from?.role === 'user' || (userId !== undefined && raw.from?.id === userId),
    text: text(raw.channelData?.displayText) || text(raw.text),
    isPlain: raw.textFormat === 'plain',
    locale: text(raw.locale),
    time: new Date(raw.timestamp ?? Date.now()),
    questionsLeft: Number.isInteger(raw.channelData?.questionsLeft) ? raw.channelData.questionsLeft : undefined,
    identityProblem: text(raw.channelData?.identityProblem),
    suggestions: isForUser(raw.suggestedActions?.to, userId) ? readActions(raw.suggestedActions?.actions) : [],
    attachments: objects(raw.attachments).map(readAttachment),
  };
}

function readAttachment(raw) {
  const card = typeof raw.content === 'object' && raw.content !== null ? raw.content : {};
  return {
    contentType: text(raw.contentType).toLowerCase(),
    contentUrl: text(raw.contentUrl),
    name: text(raw.name),
    title: text(card.title),
    subtitle: text(card.subtitle),
    text: text(card.text),
    images: objects(card.images).map(({ url, alt }) => ({ url: text(url), alt: text(alt) })),
    buttons: readActions(card.buttons),
    rows: readRows(card),
  };
}

/** The lines of an Adaptive Card: texts, and containers of texts that can be clicked. Other elements are left out. */
function readRows(card) {
  return objects(card.body).flatMap(({ type, text: words, weight, items, selectAction }) => {
    if (type === 'TextBlock') return [{ text: text(words), isTitle: weight === 'Bolder' }];
    if (type !== 'Container') return [];
    const line = objects(items).map((item) => text(item.text)).join(' ');
    const title = text(selectAction?.title);
    return [{ text: line, action: selectAction?.type === 'Action.Submit' && title ? { type: 'messageBack', title, value: selectAction.data, message: title } : undefined }];
  });
}

function readActions(raw) {
  return objects(raw)
    .map(({ type, title, value, text: message, displayText }) => ({
      type: text(type),
      title: text(title) || text(value),
      value,
      message: text(message),
      displayText: text(displayText),
    }))
    .filter(({ title }) => title !== '');
}

/** What the visitor sends by choosing an action. The title stands in the transcript where the value is for machines. */
export function messageOf({ type, title, value, message, displayText }) {
  if (type === 'messageBack') return { text: message, value, displayText: displayText || message || title };
  const body = typeof value === 'string' ? { text: value } : { value };
  return type === 'postBack' || body.text === undefined ? { ...body, displayText: title } : body;
}

function isForUser(to, userId) {
  return !Array.isArray(to) || to.length === 0 || to.includes(userId);
}

function objects(value) {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null) : [];
}

function text(value) {
  return typeof value === 'string' ? value.slice(0, longestText) : '';
}
