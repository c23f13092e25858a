using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Commands;

/// <summary>"read": sentences in, what the rules read in them out, one JSON object a line.</summary>
public static class ReadCommand
{
    private static readonly DateTime DefaultNow = new(2026, 1, 1, 9, 0, 0, DateTimeKind.Unspecified);

    private const string ExplainOption = "--explain";

    /// <summary>How it is called.</summary>
    internal static readonly Command Command = new()
    {
        Name = "read",
        Summary = "read sentences by the rules: JSON lines in, JSON lines out",
        Options = [new(ExplainOption, null, "add the rule that read each candidate, and its span")],
        Notes = """
            A line in is {"input": "around 15k"}; also "lang", "requested" (slots asked for), "question" and "reference_time". A line out has
            "candidates", best first, for money, time, timeframe, duration, number, headcount, authority, title, yesno, email, phone, person,
            company, need, industry (id), geography (country or region code), technology, competitor, priority (top, high, medium, low), web
            and correction; and "acts".

            Exit codes: 0 every line was read, 1 a line is no request.
            """,
        RunAsync = static arguments => Task.FromResult(Run(arguments)),
    };

    private static int Run(Arguments arguments)
    {
        using var input = new StreamReader(Console.OpenStandardInput());
        using var output = new StreamWriter(Console.OpenStandardOutput());
        return Run(input, output, Console.Error, arguments.Has(ExplainOption));
    }

    /// <summary>Answers every line that is a request; the exit code is 1 where a line is none.</summary>
    public static int Run(TextReader input, TextWriter output, TextWriter errors, bool explain)
    {
        var (number, code) = (0, ExitCode.Done);
        var reply = new ReadReply(explain);
        while (input.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                using var document = JsonDocument.Parse(line);
                output.WriteLine(Answer(document.RootElement, reply));
            }
            catch (Exception problem) when (problem is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
            {
                errors.WriteLine(string.Create(CultureInfo.InvariantCulture, $"line {number}: {problem.Message} Each line is a JSON object with \"input\"."));
                code = ExitCode.Failed;
            }
        }

        return code;
    }

    private static string Answer(JsonElement request, ReadReply reply)
    {
        var input = Text(request, "input") ?? throw new FormatException("There is no \"input\".");
        var reading = RuleReader.Read(input, ContextOf(request));
        return reply.Write(request.TryGetProperty("id", out var id) ? id : null, input, reading);
    }

    private static ReadingContext ContextOf(JsonElement request) => new()
    {
        Now = Text(request, "reference_time") is { } time ? DateTime.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind) : DefaultNow,
        Language = Text(request, "lang") ?? "en",
        Question = Text(request, "question") ?? Text(request, "previous"),
        Requested = Requested(request),
        Needs = Needs(request),
    };

    // "needs": {"reporting": ["report", "dashboard"]}: the categories of a playbook.
    private static ImmutableArray<NeedCategory> Needs(JsonElement request) =>
        request.TryGetProperty("needs", out var needs) && needs.ValueKind == JsonValueKind.Object
            ? [.. needs.EnumerateObject().Select(static need => new NeedCategory(need.Name, [.. need.Value.EnumerateArray().Select(static word => word.GetString() ?? "")]))]
            : [];

    private static ImmutableArray<SlotType> Requested(JsonElement request) =>
        request.TryGetProperty("requested", out var names) && names.ValueKind == JsonValueKind.Array
            ? [.. names.EnumerateArray().Select(static name => ReadNames.SlotOf(name.GetString())).OfType<SlotType>()]
            : [];

    private static string? Text(JsonElement request, string name) =>
        request.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
