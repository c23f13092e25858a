// The same BANT talk on the Microsoft 365 Agents SDK for JavaScript, without credentials.
// PORT; FLAVOUR=dialogs is a waterfall, FLAVOUR=app is AgentApplication with its turn state and no dialogs;
// REDIS=host:port keeps state in Redis, otherwise in memory.
'use strict';
const express = require('express');
const {
  ActivityHandler, AgentApplication, CloudAdapter, ConversationState, MemoryStorage, MessageFactory, authorizeJWT,
} = require('@microsoft/agents-hosting');
const { QUESTIONS, farewell, steps } = require('../bant.js');

// The SDK has no storage on Redis of its own.
class RedisStorage {
  constructor(redis) {
    this.redis = redis;
  }

  async read(keys) {
    const rows = await this.redis.mget(keys);
    return Object.fromEntries(keys.flatMap((key, i) => (rows[i] ? [[key, JSON.parse(rows[i])]] : [])));
  }

  async write(changes) {
    await Promise.all(Object.entries(changes).map(([key, value]) => this.redis.set(key, JSON.stringify(value))));
  }

  async delete(keys) {
    if (keys.length > 0) await this.redis.del(keys);
  }
}

function openStorage() {
  if (!process.env.REDIS) return new MemoryStorage();
  const { Redis } = require('ioredis');
  const [host, port] = process.env.REDIS.split(':');
  return new RedisStorage(new Redis({ host, port: Number(port) }));
}

function withDialogs(storage) {
  const { ComponentDialog, DialogSet, DialogTurnStatus, TextPrompt, WaterfallDialog } = require('@microsoft/agents-hosting-dialogs');
  const state = new ConversationState(storage);
  const dialogState = state.createProperty('DialogState');
  const bant = new ComponentDialog('bant');
  bant.addDialog(new TextPrompt('text')).addDialog(new WaterfallDialog('waterfall', steps(MessageFactory)));
  bant.initialDialogId = 'waterfall';
  const handler = new ActivityHandler();
  handler.onMessage(async (context, next) => {
    const dialogs = new DialogSet(dialogState);
    dialogs.add(bant);
    const dc = await dialogs.createContext(context);
    const result = await dc.continueDialog();
    if (result.status === DialogTurnStatus.empty) await dc.beginDialog(bant.id);
    await next();
  });
  return async (context) => {
    await handler.run(context);
    await state.saveChanges(context, false);
  };
}

function withoutDialogs(storage) {
  const app = new AgentApplication({ storage });
  app.onActivity('message', async (context, state) => {
    const asked = state.getValue('conversation.asked') || 0;
    if (asked > 0) state.setValue(`conversation.${QUESTIONS[asked - 1][0]}`, context.activity.text);
    if (asked < QUESTIONS.length) {
      state.setValue('conversation.asked', asked + 1);
      const question = QUESTIONS[asked][1];
      await context.sendActivity(MessageFactory.text(question, question, 'expectingInput'));
      return;
    }

    state.setValue('conversation.asked', 0);
    const answers = Object.fromEntries(QUESTIONS.map(([name]) => [name, state.getValue(`conversation.${name}`)]));
    await context.sendActivity(MessageFactory.text(farewell(answers)));
  });
  app.onTurn('afterTurn', async () => true); // Version 1.8.1 saves the state only where such a handler is.
  return (context) => app.run(context);
}

const run = (process.env.FLAVOUR === 'app' ? withoutDialogs : withDialogs)(openStorage());
const adapter = new CloudAdapter({});
adapter.onTurnError = async (context, error) => {
  console.error(error);
  await context.sendActivity('The bot encountered an error.');
};
const server = express();
server.use(express.json());
server.use(authorizeJWT({}));
server.post('/api/messages', (req, res) => adapter.process(req, res, run));
server.listen(Number(process.env.PORT), '127.0.0.1');
