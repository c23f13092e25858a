namespace QualifyBot.Bot.Batch;

/// <summary>A record of a CSV file.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Raw">Its characters as they stand in the file, without the end of the line.</param>
/// <param name="Cells">Its cells, without their quotes; empty where it is damaged.</param>
/// <param name="Problem">What is wrong with it and how to mend it, or null.</param>
public sealed record CsvRecord(long Line, string Raw, string[] Cells, string? Problem);
