using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Desk;

/// <summary>Reads signals as other systems send them: one object or a list of them, all or none.</summary>
internal sealed class SignalBody(Playbook playbook, DateOnly today)
{
    /// <summary>Most signals of one call.</summary>
    public const int MostAtOnce = 500;

    /// <summary>The kind of a signal that tells a value and is no event of its own; every playbook knows it.</summary>
    public const string Enrichment = "enrichment";

    private const int LongestId = 100;
    private const int LongestSource = 60;
    private const string DefaultSource = "api";

    /// <summary>The signals, or what is wrong with the first that is.</summary>
    public (ImmutableArray<Signal> Signals, string? Problem) Read(JsonElement body)
    {
        if (body.ValueKind is not JsonValueKind.Array)
        {
            var (one, wrong) = ReadOne(body, "");
            return one is null ? ([], wrong) : ([one], null);
        }

        if (body.GetArrayLength() is 0 or > MostAtOnce)
        {
            return ([], $"The list has {body.GetArrayLength()} signals. Send 1 to {MostAtOnce} at once.");
        }

        var signals = ImmutableArray.CreateBuilder<Signal>();
        foreach (var (index, item) in body.EnumerateArray().Index())
        {
            var (signal, wrong) = ReadOne(item, string.Create(CultureInfo.InvariantCulture, $"[{index}]."));
            if (signal is null)
            {
                return ([], wrong);
            }

            signals.Add(signal);
        }

        return (signals.ToImmutable(), null);
    }

    private (Signal? Signal, string? Problem) ReadOne(JsonElement item, string place)
    {
        var fields = new BodyFields(item, place);
        if (!fields.HasOnly("id", "kind", "on", "source", "slot", "value"))
        {
            return (null, fields.Problem);
        }

        var (id, kind, on) = (fields.Text("id", LongestId, required: true), fields.Text("kind", LongestId, required: true), fields.Day("on", today));
        var (source, slot) = (fields.Text("source", LongestSource) ?? DefaultSource, SlotOf(fields));
        var value = slot is not null && fields.Field("value") is { } told ? new ToldValue(playbook, slot, today).Read(told, fields) : null;
        CheckKind(fields, kind, slot);
        if (slot is null && fields.Field("value") is not null)
        {
            fields.Refuse("slot", $"A value needs the slot that it is of. {Nearest.Remedy("", SlotNames)}");
        }
        else if (slot is not null && value is null)
        {
            fields.Refuse("value", "A slot needs the value that is told of it.");
        }

        return fields.Problem is { } problem ? (null, problem) : (new Signal(id!, kind!, on, source, slot?.Id, value), null);
    }

    private string[] SlotNames => [.. playbook.Slots.Select(slot => slot.Id)];

    private Slot? SlotOf(BodyFields fields)
    {
        if (fields.Text("slot", LongestId) is not { } name)
        {
            return null;
        }

        var slot = playbook.FindSlot(name);
        if (slot is null)
        {
            fields.Refuse("slot", $"The playbook '{playbook.Id}' has no slot '{name}'. {Nearest.Remedy(name, SlotNames)}");
        }

        return slot;
    }

    private void CheckKind(BodyFields fields, string? kind, Slot? slot)
    {
        if (kind is null || playbook.Signals.Any(known => known.Id == kind) || (kind == Enrichment && slot is not null))
        {
            return;
        }

        if (kind == Enrichment)
        {
            fields.Refuse("slot", $"A signal of the kind '{Enrichment}' tells a value. Add 'slot' and 'value'.");
            return;
        }

        var known = string.Join(", ", playbook.Signals.Select(one => one.Id).Append($"{Enrichment} (with 'slot' and 'value')"));
        fields.Refuse("kind", $"The playbook '{playbook.Id}' reads no signals of the kind '{kind}'. Known are: {known}. New kinds are listed under 'signals' in the playbook.");
    }
}
