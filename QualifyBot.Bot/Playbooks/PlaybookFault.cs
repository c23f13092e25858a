using System.Collections.Immutable;
using System.Globalization;

namespace QualifyBot.Bot.Playbooks;

/// <summary>Something wrong in a file of dialogs.</summary>
/// <param name="File">The file's path.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Problem">What is wrong, as a sentence.</param>
/// <param name="Remedy">How to mend it, as a sentence.</param>
public sealed record PlaybookFault(string File, int Line, int Column, string Problem, string Remedy)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}: {Problem} {Remedy}");
}

/// <summary>Files of dialogs cannot be used; the message tells every fault, one a line.</summary>
public sealed class PlaybookException(ImmutableArray<PlaybookFault> faults) : Exception(string.Join('\n', faults))
{
    /// <summary>All faults, by file, line and column.</summary>
    public ImmutableArray<PlaybookFault> Faults { get; } = faults;
}
