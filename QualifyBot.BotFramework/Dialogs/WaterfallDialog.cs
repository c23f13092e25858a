using System.Globalization;
using System.Text.Json.Nodes;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.BotFramework.Dialogs;

/// <summary>One step of a waterfall.</summary>
public delegate Task<DialogTurnResult> WaterfallStep(WaterfallStepContext stepContext, CancellationToken cancellationToken);

/// <summary>
/// A dialog of steps, one after another. What is stored is the NAME of the step that asked, so a waterfall may be edited while
/// people are in it; if that step is gone, the waterfall starts anew. Options must be a <see cref="JsonNode"/>, a string, a bool
/// or an int, because they are stored.
/// </summary>
public sealed class WaterfallDialog : Dialog
{
    private const string StepKey = "step";
    private const string ValuesKey = "values";
    private const string OptionsKey = "options";

    private readonly List<(string Name, WaterfallStep Run)> _steps = [];

    /// <summary>A waterfall of steps named after their methods.</summary>
    public WaterfallDialog(string dialogId, IEnumerable<WaterfallStep>? actions = null)
        : base(dialogId)
    {
        foreach (var step in actions ?? [])
        {
            AddStep(step);
        }
    }

    /// <summary>
    /// Adds a step named after its method. A lambda has no name that lasts: it counts from the named step before it, so naming
    /// steps makes an edit safer.
    /// </summary>
    public WaterfallDialog AddStep(WaterfallStep step) => AddStep(NameOf(step), step);

    /// <summary>Adds a step under a name, which must be new in this waterfall.</summary>
    public WaterfallDialog AddStep(string name, WaterfallStep step)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (IndexOf(name) >= 0)
        {
            throw new ArgumentException($"The waterfall \"{Id}\" already has a step \"{name}\". Give this one a name of its own.", nameof(name));
        }

        _steps.Add((name, step));
        return this;
    }

    /// <inheritdoc/>
    public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var state = dc.ActiveDialog!.State;
        if (options is not null)
        {
            state[OptionsKey] = ToJson(options);
        }

        state[ValuesKey] = new JsonObject();
        return RunStepAsync(dc, 0, DialogReason.BeginCalled, null, cancellationToken);
    }

    /// <summary>The next step runs with the message's text; other activities change nothing.</summary>
    public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default) =>
        dc.Context.Activity.Type is ActivityTypes.Message
            ? ResumeDialogAsync(dc, DialogReason.ContinueCalled, dc.Context.Activity.Text, cancellationToken)
            : Task.FromResult(EndOfTurn);

    /// <inheritdoc/>
    public override Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        var state = dc.ActiveDialog!.State;
        var index = state[StepKey] is JsonValue name && name.TryGetValue<string>(out var text) ? IndexOf(text) : -1;
        if (index >= 0)
        {
            return RunStepAsync(dc, index + 1, reason, result, cancellationToken);
        }

        state[ValuesKey] = new JsonObject();
        return RunStepAsync(dc, 0, DialogReason.BeginCalled, null, cancellationToken);
    }

    private Task<DialogTurnResult> RunStepAsync(
        DialogContext dc, int index, DialogReason reason, object? result, CancellationToken cancellationToken)
    {
        if (index >= _steps.Count)
        {
            return dc.EndDialogAsync(result, cancellationToken);
        }

        var state = dc.ActiveDialog!.State;
        state[StepKey] = _steps[index].Name;
        if (state[ValuesKey] is not JsonObject values)
        {
            state[ValuesKey] = values = [];
        }

        var stepContext = new WaterfallStepContext(this, dc, state[OptionsKey], values, index, reason, result);
        return _steps[index].Run(stepContext, cancellationToken);
    }

    private int IndexOf(string name) => _steps.FindIndex(s => string.Equals(s.Name, name, StringComparison.Ordinal));

    // Compilers put '<' and '>' into the names they invent; a local function's own name stands between "g__" and '|'.
    private string NameOf(WaterfallStep step)
    {
        var name = step.Method.Name;
        if (!name.StartsWith('<'))
        {
            return name;
        }

        var own = name.AsSpan(name.LastIndexOf('>') + 1);
        if (own.StartsWith("g__"))
        {
            return own[3..own.IndexOf('|')].ToString();
        }

        var named = _steps.FindLastIndex(s => !s.Name.Contains('+', StringComparison.Ordinal));
        return string.Create(CultureInfo.InvariantCulture, $"{(named < 0 ? "" : _steps[named].Name)}+{_steps.Count - named}");
    }

    private static JsonNode ToJson(object options) => options switch
    {
        JsonNode node => node.Parent is null ? node : node.DeepClone(),
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        _ => throw new ArgumentException($"The options of a waterfall are stored: pass a JsonNode rather than a {options.GetType().Name}.", nameof(options)),
    };
}
