// Reads messages with six models of Recognizers-Text. In: one JSON array of messages on standard input.
// Out: one JSON line with the messages read and the processor time they took. Its only argument is how many seconds to read.
'use strict';

const { Culture } = require('@microsoft/recognizers-text');
const { NumberRecognizer } = require('@microsoft/recognizers-text-number');
const { NumberWithUnitRecognizer } = require('@microsoft/recognizers-text-number-with-unit');
const { DateTimeRecognizer } = require('@microsoft/recognizers-text-date-time');
const { SequenceRecognizer } = require('@microsoft/recognizers-text-sequence');
const { ChoiceRecognizer } = require('@microsoft/recognizers-text-choice');

const english = Culture.English;
const sequences = new SequenceRecognizer(english);
const models = [
  new NumberRecognizer(english).getNumberModel(),
  new NumberWithUnitRecognizer(english).getCurrencyModel(),
  new DateTimeRecognizer(english).getDateTimeModel(),
  sequences.getPhoneNumberModel(),
  sequences.getEmailModel(),
  new ChoiceRecognizer(english).getBooleanModel(),
];
const today = new Date(2026, 2, 11, 9, 30);

function readAll(messages) {
  let found = 0;
  for (const message of messages) {
    for (const model of models) {
      found += (model === models[2] ? model.parse(message, today) : model.parse(message)).length;
    }
  }

  return found;
}

const messages = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
const budget = Number(process.argv[2]) * 1e6;
readAll(messages);
const start = process.cpuUsage();
let [read, found, spent] = [0, 0, 0];
while (spent < budget) {
  found += readAll(messages);
  read += messages.length;
  const used = process.cpuUsage(start);
  spent = used.user + used.system;
}

console.log(JSON.stringify({ read, found, seconds: spent / 1e6 }));
