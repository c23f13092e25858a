// What both peers ask and score: four questions, and points for each answer.
'use strict';

const QUESTIONS = [
  ['budget', 'What budget do you have in mind?'],
  ['authority', 'Who takes the purchase decision?'],
  ['need', 'What problem should the product solve?'],
  ['timeline', 'When do you want to start?'],
];

function score({ budget = '', authority = '', need = '', timeline = '' }) {
  const amount = parseFloat((/\d[\d.,]*/.exec(budget)?.[0] ?? '0').replace(/[.,](?=\d{3})/g, ''));
  const money = amount >= 50000 ? 30 : amount >= 10000 ? 20 : amount > 0 ? 10 : 0;
  const decides = /\b(i|me|ceo|cto|owner|director)\b/i.test(authority) ? 25 : 10;
  const problem = need.length > 15 ? 25 : 10;
  const soon = /(now|week|month|quarter|asap)/i.test(timeline) ? 20 : 5;
  return money + decides + problem + soon;
}

const farewell = (answers) => `Thank you. Your score is ${score(answers)}.`;

// Both dialog libraries have the same waterfall; a step keeps the last answer and puts the next question.
function steps(MessageFactory) {
  const ask = QUESTIONS.map(([, question], i) => async (step) => {
    if (i > 0) step.values[QUESTIONS[i - 1][0]] = step.result;
    return step.prompt('text', { prompt: MessageFactory.text(question, question, 'expectingInput') });
  });
  const end = async (step) => {
    step.values[QUESTIONS[QUESTIONS.length - 1][0]] = step.result;
    await step.context.sendActivity(MessageFactory.text(farewell(step.values)));
    return step.endDialog(step.values);
  };
  return [...ask, end];
}

module.exports = { QUESTIONS, farewell, steps };
