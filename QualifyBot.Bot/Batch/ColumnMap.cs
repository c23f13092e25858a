using System.Collections.Immutable;
using System.Globalization;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Batch;

/// <summary>A column that is read.</summary>
/// <param name="Index">Its place in the record, from 0.</param>
/// <param name="Header">Its name in the file.</param>
/// <param name="Slot">The slot that it fills, or null.</param>
/// <param name="Kind">The kind of signal that it counts or dates, or null.</param>
public sealed record Column(int Index, string Header, Slot? Slot, string? Kind);

/// <summary>Which columns of a file are read, and as what; all others pass through.</summary>
public sealed class ColumnMap
{
    private ColumnMap(ImmutableArray<string> headers, ImmutableArray<Column> columns, int? id)
    {
        Headers = headers;
        Columns = columns;
        Id = id;
    }

    /// <summary>The names of all columns.</summary>
    public ImmutableArray<string> Headers { get; }

    /// <summary>The columns that are read.</summary>
    public ImmutableArray<Column> Columns { get; }

    /// <summary>The column that tells leads apart, or null.</summary>
    public int? Id { get; }

    /// <summary>The map of a file's header, or what is wrong with what was asked for.</summary>
    /// <param name="headers">The file's first record.</param>
    /// <param name="playbook">The rulebook.</param>
    /// <param name="wanted">"Header=slot", from the command line; it goes before what names alone tell.</param>
    public static (ColumnMap? Map, string? Problem) Of(ImmutableArray<string> headers, Playbook playbook, ImmutableArray<string> wanted)
    {
        var columns = new Column?[headers.Length];
        foreach (var pair in wanted)
        {
            if (Place(pair, headers, playbook, columns) is { } problem)
            {
                return (null, problem);
            }
        }

        var plain = headers.Select(ColumnNames.Plain).ToArray();
        MapByName(columns, headers, plain, playbook);
        int? id = Array.FindIndex(plain, ColumnNames.Ids.Contains) is var place and >= 0 ? place : null;
        return (new ColumnMap(headers, [.. columns.OfType<Column>()], id), null);
    }

    /// <summary>What is read from where, in words.</summary>
    public string Describe() => Columns.IsEmpty
        ? "no column is read"
        : string.Join(", ", Columns.Select(static column => $"{column.Header} -> {column.Slot?.Id ?? column.Kind}"));

    /// <summary>What is wrong with a record of the file and how to mend it, or null.</summary>
    public string? ProblemOf(CsvRecord record) => record.Problem is { } problem ? problem
        : record.Cells.Length == Headers.Length ? null
        : string.Create(CultureInfo.InvariantCulture, $"The row has {record.Cells.Length} cells, the header {Headers.Length}. Add or remove cells, or quote one that holds the delimiter.");

    private static string? Place(string pair, ImmutableArray<string> headers, Playbook playbook, Column?[] columns)
    {
        var sign = pair.LastIndexOf('=');
        if (sign <= 0)
        {
            return $"'{pair}' maps nothing. Write --map \"Header=slot\".";
        }

        var (header, name) = (pair[..sign].Trim(), pair[(sign + 1)..].Trim());
        var index = headers.IndexOf(header) is var exact and >= 0 ? exact : headers.IndexOf(header, StringComparer.OrdinalIgnoreCase);
        if (index < 0)
        {
            return $"There is no column '{header}'. {Nearest.Remedy(header, headers)}";
        }

        var slot = playbook.FindSlot(name);
        var kind = playbook.Signals.FirstOrDefault(signal => string.Equals(signal.Id, name, StringComparison.Ordinal))?.Id;
        if (slot is null && kind is null)
        {
            return $"The playbook has no slot or signal '{name}'. {Nearest.Remedy(name, [.. playbook.Slots.Select(known => known.Id), .. playbook.Signals.Select(known => known.Id)])}";
        }

        columns[index] = new Column(index, headers[index], slot, slot is null ? kind : null);
        return null;
    }

    // By id, then by the name that CRMs give to its kind; the first column that fits fills a slot.
    private static void MapByName(Column?[] columns, ImmutableArray<string> headers, string[] plain, Playbook playbook)
    {
        foreach (var kind in playbook.Signals)
        {
            PlaceFirst(columns, headers, name => string.Equals(name, ColumnNames.Plain(kind.Id), StringComparison.Ordinal) || string.Equals(name, ColumnNames.Plain(kind.Name), StringComparison.Ordinal), plain, null, kind.Id);
        }

        foreach (var slot in playbook.Slots.Where(slot => !IsPlaced(columns, slot)))
        {
            PlaceFirst(columns, headers, name => string.Equals(name, ColumnNames.Plain(slot.Id), StringComparison.Ordinal), plain, slot, null);
        }

        foreach (var slot in playbook.Slots.Where(slot => !IsPlaced(columns, slot)))
        {
            PlaceFirst(columns, headers, name => ColumnNames.Fit(slot.Type, name) || string.Equals(name, ColumnNames.Plain(CriterionOf(playbook, slot)), StringComparison.Ordinal), plain, slot, null);
        }
    }

    private static string CriterionOf(Playbook playbook, Slot slot) =>
        playbook.Slots.Count(other => string.Equals(other.Criterion, slot.Criterion, StringComparison.Ordinal)) == 1
            ? playbook.Criteria.First(criterion => string.Equals(criterion.Id, slot.Criterion, StringComparison.Ordinal)).Name
            : slot.Id;

    private static bool IsPlaced(Column?[] columns, Slot slot) => Array.Exists(columns, column => column?.Slot == slot);

    private static void PlaceFirst(Column?[] columns, ImmutableArray<string> headers, Func<string, bool> fits, string[] plain, Slot? slot, string? kind)
    {
        for (var index = 0; index < plain.Length; index++)
        {
            if (columns[index] is null && fits(plain[index]))
            {
                columns[index] = new Column(index, headers[index], slot, kind);
                return;
            }
        }
    }
}
