using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Qualification.Proving;

/// <summary>One of the finitely many things that may be known of a variable; values that no condition tells apart share one.</summary>
/// <param name="Value">The value of a slot; null where there is none, or where the variable is a kind of signal.</param>
/// <param name="IsTold">Whether a signal tells the value, not the visitor.</param>
/// <param name="Ages">Ages in days of the signals of a kind.</param>
internal sealed record Cell(AnswerValue? Value, bool IsTold, ImmutableArray<int> Ages)
{
    public static readonly Cell Empty = new(null, IsTold: false, []);

    /// <summary>Whether nothing is known.</summary>
    public bool IsEmpty => Value is null && Ages.IsEmpty;

    /// <summary>Whether it is an answer other than a withheld one.</summary>
    public bool IsAnswer => Value is not null and not AnswerValue.Withheld and not AnswerValue.Money { Status: MoneyStatus.Declined }
        and not AnswerValue.Timeframe { Class: TimeframeClass.Declined };
}

/// <summary>A slot, or a kind of signal, and what may be known of it; the first cell is empty.</summary>
/// <param name="Id">Id of the slot or kind.</param>
/// <param name="IsKind">Whether it is a kind of signal.</param>
/// <param name="Cells">At most <see cref="Most"/>.</param>
/// <param name="IsExact">Whether every lead is like one of the cells, as far as the playbook can tell.</param>
internal sealed record Variable(string Id, bool IsKind, ImmutableArray<Cell> Cells, bool IsExact)
{
    public const int Most = 127;

    /// <summary>All cells.</summary>
    public UInt128 All => (UInt128.One << Cells.Length) - 1;

    /// <summary>The cells that meet a condition.</summary>
    public UInt128 Where(Func<Cell, bool> holds)
    {
        var some = UInt128.Zero;
        for (var index = 0; index < Cells.Length; index++)
        {
            some |= holds(Cells[index]) ? UInt128.One << index : 0;
        }

        return some;
    }
}
