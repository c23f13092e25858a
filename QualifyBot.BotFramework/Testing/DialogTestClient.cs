using System.Text.Json;
using QualifyBot.BotFramework.Dialogs;
using QualifyBot.BotFramework.Schema;
using QualifyBot.BotFramework.Turns;

namespace QualifyBot.BotFramework.Testing;

/// <summary>
/// Talks with one dialog. Between two turns the state goes through JSON and back, as it does in a host, so a dialog that keeps
/// something elsewhere is found out.
/// </summary>
/// <param name="channelId">The channel to play, one of <see cref="ChannelIds"/>.</param>
/// <param name="targetDialog">The dialog.</param>
/// <param name="initialDialogOptions">What it is begun with.</param>
public sealed class DialogTestClient(string channelId, Dialog targetDialog, object? initialDialogOptions = null)
{
    private readonly TestAdapter _adapter = new(channelId);

    /// <summary>How the last turn ended; null before the first.</summary>
    public DialogTurnResult? DialogTurnResult { get; private set; }

    /// <summary>Where the talk stands, as it would be stored; a test may replace it with an older one.</summary>
    public string StoredState { get; set; } = """{"dialogStack":[]}""";

    /// <summary>The dialog talked with; replace it to play an edit of the bot while somebody is talking.</summary>
    public Dialog TargetDialog { get; set; } = targetDialog;

    /// <summary>The user says a text.</summary>
    /// <returns>The first reply, or null.</returns>
    public Task<Activity?> SendActivityAsync(string text, CancellationToken cancellationToken = default) =>
        SendActivityAsync(_adapter.MakeActivity(text), cancellationToken);

    /// <summary>The user's client sends an activity.</summary>
    /// <returns>The first reply, or null.</returns>
    public async Task<Activity?> SendActivityAsync(Activity activity, CancellationToken cancellationToken = default)
    {
        await _adapter.ProcessActivityAsync(activity, RunAsync, cancellationToken);
        return GetNextReply();
    }

    /// <summary>The next reply that was not taken yet, or null.</summary>
    public Activity? GetNextReply() => _adapter.GetNextReply();

    private async Task RunAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var state = JsonSerializer.Deserialize(StoredState, DialogJsonContext.Default.DialogState)!;
        DialogTurnResult = await TargetDialog.RunAsync(turnContext, state, initialDialogOptions, cancellationToken);
        StoredState = JsonSerializer.Serialize(state, DialogJsonContext.Default.DialogState);
    }
}
