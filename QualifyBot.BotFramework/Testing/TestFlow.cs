using QualifyBot.BotFramework.Schema;
using QualifyBot.BotFramework.Turns;

namespace QualifyBot.BotFramework.Testing;

/// <summary>A talk written down as what is sent and what must come back; it runs when <see cref="StartTestAsync"/> is awaited.</summary>
public sealed class TestFlow
{
    private readonly TestAdapter _adapter;
    private readonly BotCallbackHandler _callback;
    private readonly Func<Task> _before;

    /// <summary>A talk with nothing said yet.</summary>
    public TestFlow(TestAdapter adapter, IBot bot)
        : this(adapter, bot.OnTurnAsync)
    {
    }

    /// <inheritdoc cref="TestFlow(TestAdapter, IBot)"/>
    public TestFlow(TestAdapter adapter, BotCallbackHandler callback)
        : this(adapter, callback, static () => Task.CompletedTask)
    {
    }

    private TestFlow(TestAdapter adapter, BotCallbackHandler callback, Func<Task> before)
    {
        _adapter = adapter;
        _callback = callback;
        _before = before;
    }

    /// <summary>Runs the talk; throws <see cref="InvalidOperationException"/> at the first reply that is not as written.</summary>
    public Task StartTestAsync() => _before();

    /// <summary>The user says a text.</summary>
    public TestFlow Send(string userSays) => Then(() => _adapter.SendTextToBotAsync(userSays, _callback));

    /// <summary>The user's client sends an activity.</summary>
    public TestFlow Send(Activity userActivity) => Then(() => _adapter.ProcessActivityAsync(userActivity, _callback));

    /// <summary>People join.</summary>
    public TestFlow SendConversationUpdate() => Send(new Activity
    {
        Type = ActivityTypes.ConversationUpdate,
        MembersAdded = [_adapter.Conversation.Bot!, _adapter.Conversation.User!],
    });

    /// <summary>The user says a text, and the next reply must have these words.</summary>
    public TestFlow Test(string userSays, string expected) => Send(userSays).AssertReply(expected);

    /// <summary>The user says a text, and the next reply must pass a check.</summary>
    public TestFlow Test(string userSays, Action<Activity> validateReply) => Send(userSays).AssertReply(validateReply);

    /// <summary>The next reply must be a message with these words.</summary>
    public TestFlow AssertReply(string expected) => AssertReplyOneOf([expected]);

    /// <summary>The next reply must be a message with the words of one of these.</summary>
    public TestFlow AssertReplyOneOf(string[] candidates) => AssertReply(reply =>
    {
        if (reply.Type is not ActivityTypes.Message || !candidates.Contains(reply.Text, StringComparer.Ordinal))
        {
            throw new InvalidOperationException(
                $"Expected \"{string.Join("\" or \"", candidates)}\" but got a {reply.Type} with the text \"{reply.Text}\".");
        }
    });

    /// <summary>The next reply must pass a check, which throws if it does not.</summary>
    public TestFlow AssertReply(Action<Activity> validateReply) => Then(() =>
    {
        validateReply(_adapter.GetNextReply() ?? throw new InvalidOperationException("Expected a reply but there is none."));
        return Task.CompletedTask;
    });

    /// <summary>Nothing more may have been sent.</summary>
    public TestFlow AssertNoReply() => Then(() => _adapter.GetNextReply() is { } reply
        ? throw new InvalidOperationException($"Expected no reply but got a {reply.Type} with the text \"{reply.Text}\".")
        : Task.CompletedTask);

    private TestFlow Then(Func<Task> next) => new(_adapter, _callback, async () =>
    {
        await _before();
        await next();
    });
}
