using System.Collections.Immutable;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Commands;

/// <summary>The words behind a command, sorted into operands, options and settings.</summary>
internal sealed class Arguments
{
    private readonly List<(string Option, string Value)> options = [];
    private readonly List<string> operands = [];
    private readonly List<string> settings = [];

    private Arguments()
    {
    }

    /// <summary>What stands beside options, in order.</summary>
    public IReadOnlyList<string> Operands => operands;

    /// <summary>The host's settings, as they were written.</summary>
    public IReadOnlyList<string> Settings => settings;

    /// <summary>Whether the option was given.</summary>
    public bool Has(string option) => options.Exists(given => string.Equals(given.Option, option, StringComparison.Ordinal));

    /// <summary>The value given with the option, or null.</summary>
    public string? Value(string option) => Values(option).FirstOrDefault();

    /// <summary>All values given with the option, in order.</summary>
    public ImmutableArray<string> Values(string option) => [.. options.Where(given => string.Equals(given.Option, option, StringComparison.Ordinal)).Select(given => given.Value)];

    /// <summary>The arguments, or what is wrong with them and how to mend it. Behind "--" everything is an operand; "-" alone is one too.</summary>
    public static (Arguments? Arguments, string? Problem) Parse(ReadOnlySpan<string> words, Command command)
    {
        var arguments = new Arguments();
        for (var index = 0; index < words.Length; index++)
        {
            var word = words[index];
            if (string.Equals(word, "--", StringComparison.Ordinal))
            {
                arguments.operands.AddRange(words[(index + 1)..]);
                break;
            }

            if (!word.StartsWith('-') || word.Length == 1)
            {
                arguments.operands.Add(word);
                continue;
            }

            if (arguments.TakeOption(words, ref index, command) is { } problem)
            {
                return (null, problem);
            }
        }

        return arguments.operands.Count > 0 && command.Operands.Length == 0
            ? (null, $"'{command.Name}' takes options only; '{arguments.operands[0]}' is none.")
            : (arguments, null);
    }

    private string? TakeOption(ReadOnlySpan<string> words, ref int index, Command command)
    {
        var word = words[index];
        var sign = word.IndexOf('=', StringComparison.Ordinal);
        var name = sign < 0 ? word : word[..sign];
        var option = command.Options.FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.Ordinal));
        var isSetting = option is null && command.TakesSettings && name.Contains(':', StringComparison.Ordinal);
        if (option is null && !isSetting)
        {
            var known = command.Options.Select(static one => one.Name).ToList();
            return $"'{command.Name}' has no option '{name}'. {(known.Count == 0 ? "It takes none." : Nearest.Remedy(name, known))}";
        }

        if (option is { Value: null })
        {
            options.Add((name, ""));
            return sign < 0 ? null : $"The option '{name}' takes no value. Write '{name}' alone.";
        }

        var value = sign >= 0 ? word[(sign + 1)..] : index + 1 < words.Length ? words[++index] : null;
        if (value is null)
        {
            return option is null ? $"The setting '{name}' has no value." : $"The option '{name}' has no value. Write '{option.Usage}'.";
        }

        return Keep(option, name, value);
    }

    private string? Keep(Option? option, string name, string value)
    {
        if (option is null)
        {
            settings.AddRange([name, value]);
            return null;
        }

        if (!option.Repeats && Has(name))
        {
            return $"The option '{name}' stands there twice.";
        }

        options.Add((name, value));
        return null;
    }
}
