using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Domains;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading.Facts;

namespace QualifyBot.Qualification.Proving;

/// <summary>All leads of a playbook as finitely many: a cell for each slot and each kind of signal.</summary>
internal sealed class Space
{
    private readonly Dictionary<string, int> slots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> kinds = new(StringComparer.Ordinal);
    private readonly string teller;

    public Space(Playbook playbook, DateOnly today)
    {
        (Playbook, Today) = (playbook, today);
        teller = playbook.Signals.Select(static kind => kind.Id).Aggregate("record", static (name, taken) => name == taken ? name + "_" : name);
        var variables = ImmutableArray.CreateBuilder<Variable>();
        foreach (var domain in AnswerDomains.Of(playbook).Slots)
        {
            slots.Add(domain.Slot.Id, variables.Count);
            variables.Add(VariableOf(domain));
        }

        foreach (var kind in playbook.Signals)
        {
            kinds.Add(kind.Id, variables.Count);
            variables.Add(SignalCells.Of(kind.Id, playbook));
        }

        Variables = variables.DrainToImmutable();
    }

    public Playbook Playbook { get; }

    public DateOnly Today { get; }

    public ImmutableArray<Variable> Variables { get; }

    public int OfSlot(string slot) => slots[slot];

    public int OfKind(string kind) => kinds[kind];

    /// <summary>The variables that a condition reads, each once.</summary>
    public ImmutableArray<int> Read(Condition condition) =>
        [.. Parts.Slots(condition).Select(OfSlot).Concat(Parts.Kinds(condition).Select(OfKind))];

    /// <summary>Sets of cells that allow everything.</summary>
    public UInt128[] Everything() => [.. Variables.Select(static variable => variable.All)];

    /// <summary>The lead of these cells.</summary>
    public Lead LeadOf(IEnumerable<(int Variable, int Cell)> cells)
    {
        var lead = Lead.Empty;
        foreach (var (variable, cell) in cells)
        {
            lead = With(lead, Variables[variable], Variables[variable].Cells[cell]);
        }

        return lead;
    }

    public Lead LeadOf(int[] cells) => LeadOf(cells.Select(static (cell, variable) => (variable, cell)));

    /// <summary>An answer in made-up words.</summary>
    public static Answer AnswerFor(string slot, AnswerValue value) =>
        new(slot, value, new Evidence("example", 0, slot.Length, slot, "example"), DateTimeOffset.UnixEpoch);

    private Lead With(Lead lead, Variable variable, Cell cell)
    {
        for (var index = 0; index < cell.Ages.Length; index++)
        {
            lead = lead.With(new Signal($"{variable.Id}{index}", variable.Id, Today.AddDays(-cell.Ages[index]), "example"));
        }

        return cell.Value is not { } value ? lead
            : cell.IsTold ? lead.With(new Signal(variable.Id, teller, Today, "example", variable.Id, value))
            : lead.With(AnswerFor(variable.Id, value));
    }

    // A slot with a closed list holds what readers give it, and nothing else.
    private Variable VariableOf(Domain domain)
    {
        var weighs = Playbook.Weights.SelfReported != Playbook.Weights.Evidenced;
        var listed = FactValues.Of(domain.Slot.Type);
        var values = domain.Values.Select(known => new Cell(known.Meaning.On(Today), IsTold: false, []))
            .Where(cell => listed.IsEmpty || cell.Value is not AnswerValue.Text(var text) || listed.Contains(text, StringComparer.OrdinalIgnoreCase)).OrderBy(static cell => cell.IsAnswer ? 0 : 1).ToList();
        List<Cell> cells = [Cell.Empty, .. values, .. weighs ? values.Where(static cell => cell.Value is not AnswerValue.Withheld).Select(static cell => cell with { IsTold = true }) : []];
        return new Variable(domain.Slot.Id, IsKind: false, [.. cells.Take(Variable.Most)], domain.IsExhaustive && cells.Count <= Variable.Most);
    }
}
