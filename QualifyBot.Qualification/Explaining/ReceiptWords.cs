using System.Diagnostics;
using System.Globalization;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Qualification.Explaining;

/// <summary>
/// A receipt in one line for the seller: points, rule and rulebook, what the rule asks for, the answer, and whose words or which signal it rests on.
/// "+10 intent, budget_20k (bant 1.0): budget of at least 20,000 USD a year &lt;- budget 40,000 USD a year &lt;- 'about 40k a year' (message m4, characters 3-19)".
/// </summary>
public static class ReceiptWords
{
    /// <summary>The line of a receipt.</summary>
    /// <param name="receipt">A receipt of the lead's score under the playbook.</param>
    /// <param name="lead">The lead that was scored.</param>
    /// <param name="playbook">The rulebook that scored it.</param>
    public static string Of(Receipt receipt, Lead lead, Playbook playbook)
    {
        var rule = playbook.Rules.FirstOrDefault(known => string.Equals(known.Id, receipt.Rule, StringComparison.Ordinal));
        var words = $"{Figures.Signed(receipt.Points)} {StageWords.Of(receipt.Axis)}{(rule is null ? "" : NoteOf(receipt, rule, playbook))}, {receipt.Rule} ({playbook.Id} {playbook.Version})";
        var asks = rule is null ? "" : $": {ConditionWords.Of(rule.When, playbook)}";
        return $"{words}{asks} <- {string.Join("; ", receipt.Citations.Select(citation => Of(citation, lead, playbook)))}";
    }

    private static string Of(Citation citation, Lead lead, Playbook playbook) => citation switch
    {
        Citation.Words words => Of(words, lead, playbook),
        Citation.Told(var slot, var signal) => $"{ValueOf(slot, signal)} <- told by {SignalWords.Of(signal, playbook)}",
        Citation.Happened(var signal) => SignalWords.Of(signal, playbook),
        _ => throw new UnreachableException(),
    };

    private static string Of(Citation.Words words, Lead lead, Playbook playbook)
    {
        var said = lead.Find(words.Slot) is { } answer ? ValueWords.Of(words.Slot, answer.Value) : SlotWords.NameOf(words.Slot);
        var quote = QuoteOf(words.Evidence);
        return words switch
        {
            { Standing: Standing.Contradicted, By: { } signal } => $"{ValueOf(words.Slot, signal)} <- told by {SignalWords.Of(signal, playbook)}, against {said} <- {quote}",
            { Standing: Standing.Confirmed, By: { } signal } => $"{said} <- {quote}, confirmed by {SignalWords.Of(signal, playbook)}",
            _ => $"{said} <- {quote}",
        };
    }

    private static string ValueOf(string slot, Signal signal) => signal.Value is { } value ? ValueWords.Of(slot, value) : SlotWords.NameOf(slot);

    private static string QuoteOf(Evidence evidence) => evidence.Length == 0
        ? $"no words (message {Quoted.Line(evidence.MessageId)})"
        : string.Create(CultureInfo.InvariantCulture, $"'{Quoted.Line(evidence.Quote)}' (message {Quoted.Line(evidence.MessageId)}, characters {evidence.Start}-{(long)evidence.Start + evidence.Length})");

    // What was taken from the rule's points, and by what.
    private static string NoteOf(Receipt receipt, ScoreRule rule, Playbook playbook)
    {
        var worth = receipt.Points + receipt.Cut;
        var times = rule.Each > 1 ? Math.Min(rule.Each, receipt.Citations.Length) : 1;
        var full = (long)rule.Points * times;
        var each = times > 1 ? $"{Figures.Signed(rule.Points)} for each of {Figures.Of(times)} signals" : "";
        var less = worth == full ? ""
            : rule.Decay is not null ? $"{Figures.Signed((int)full)} faded to {Figures.Signed(worth)} with age"
            : $"{Figures.Signed(rule.Points)} weighed as {WeightOf(receipt, playbook)}";
        var cut = receipt.Cut > 0 ? $"{Figures.Of(receipt.Cut)} cut by the cap of {CapOf(rule, playbook)}" : "";
        var notes = new[] { each, less, cut }.Where(note => note.Length > 0).ToArray();
        return notes.Length == 0 ? "" : $" ({string.Join(", ", notes)})";
    }

    private static string WeightOf(Receipt receipt, Playbook playbook) =>
        receipt.Citations.Any(citation => citation is Citation.Words { Standing: Standing.SelfReported })
            ? $"self-reported, {Figures.Of(playbook.Weights.SelfReported)} %"
            : $"evidenced, {Figures.Of(playbook.Weights.Evidenced)} %";

    private static string CapOf(ScoreRule rule, Playbook playbook) =>
        playbook.Caps.FirstOrDefault(cap => string.Equals(cap.Group, rule.Group, StringComparison.Ordinal)) is { } cap
            ? $"{Figures.Of(cap.Most)} for {SlotWords.NameOf(cap.Group)}"
            : SlotWords.NameOf(rule.Group ?? "the group");
}
