using System.Text.Json.Nodes;

namespace QualifyBot.BotFramework.Dialogs;

/// <summary>What a step of a waterfall sees and can do.</summary>
public sealed class WaterfallStepContext : DialogContext
{
    private readonly WaterfallDialog _waterfall;
    private bool _passedOn;

    internal WaterfallStepContext(
        WaterfallDialog waterfall, DialogContext dc, JsonNode? options, JsonObject values, int index, DialogReason reason, object? result)
        : base(dc)
    {
        _waterfall = waterfall;
        (Options, Values, Index, Reason, Result) = (options, values, index, reason, result);
    }

    /// <summary>The step's place, from 0; for logs only, since an edit of the waterfall changes it.</summary>
    public int Index { get; }

    /// <summary>What the waterfall was begun with, or null.</summary>
    public JsonNode? Options { get; }

    /// <summary>Why the step runs.</summary>
    public DialogReason Reason { get; }

    /// <summary>What the step before got: a prompt's value, an ended dialog's result, or the message's text.</summary>
    public object? Result { get; }

    /// <summary>What the steps share; it is stored between turns.</summary>
    public JsonObject Values { get; }

    /// <summary>Goes to the next step in the same turn; a step may do so once.</summary>
    public Task<DialogTurnResult> NextAsync(object? result = null, CancellationToken cancellationToken = default)
    {
        if (_passedOn)
        {
            throw new InvalidOperationException($"Step {Index} of the waterfall \"{_waterfall.Id}\" called NextAsync twice. Return after the first call.");
        }

        _passedOn = true;
        return _waterfall.ResumeDialogAsync(this, DialogReason.NextCalled, result, cancellationToken);
    }
}
