using QualifyBot.Qualification.Reading.Tokens;

namespace QualifyBot.Qualification.Reading.Words;

/// <summary>
/// Reads a list of cue rules. "@name: word, word" is a class of words ("~@name" lets them be mistyped), "&lt;name&gt;: rule, rule" a beginning
/// that rules share, "act name: rule, rule" what shows an act. In a rule a|b is one of several words or classes, [a] may be missing,
/// * is up to three words, ** any words of the clause, ^ and $ are its start and end, !a forbids a word in all of it; the words of
/// @small may stand between any two steps, those of @joint end a clause. "#" starts a comment.
/// </summary>
internal sealed class CueFile
{
    private readonly Vocabulary vocabulary;
    private readonly Dictionary<string, int> classIds = new(StringComparer.Ordinal);
    private readonly List<HashSet<int>> classes = [];
    private readonly Dictionary<string, string[]> parts = new(StringComparer.Ordinal);
    private readonly List<CueRule> rules = [];

    private CueFile(Vocabulary vocabulary)
    {
        this.vocabulary = vocabulary;
        foreach (var name in Cues.Named)
        {
            Declare(name);
        }
    }

    public static Cues Load(string text, Vocabulary vocabulary)
    {
        var file = new CueFile(vocabulary);
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = raw.Trim();
            if (line.Length > 0 && line[0] != '#')
            {
                file.LoadLine(line.ToString());
            }
        }

        return new Cues(file.classes, file.rules);
    }

    private void LoadLine(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var head = line[..colon];
        var items = line[(colon + 1)..].Split(", ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        switch (head[0])
        {
            case '@' or '~':
                AddWords(Declare(head.TrimStart('~')), items, head[0] == '~');
                break;
            case '<':
                parts[head] = [.. items.SelectMany(Expand)];
                break;
            default:
                var act = Enum.Parse<Act>(head.Split(' ')[1].Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
                rules.AddRange(items.SelectMany(Expand).Select(rule => RuleOf(act, rule)));
                break;
        }
    }

    private void AddWords(int set, string[] words, bool tolerant)
    {
        foreach (var written in words)
        {
            var word = Folding.Fold(written);
            classes[set].Add(vocabulary.Add(word));
            if (tolerant)
            {
                vocabulary.Tolerate(word);
            }
        }
    }

    // Shared beginnings are written out: each of their rules with each of the rest.
    private IEnumerable<string> Expand(string rule)
    {
        var open = rule.IndexOf('<', StringComparison.Ordinal);
        if (open < 0)
        {
            return [rule];
        }

        var close = rule.IndexOf('>', open) + 1;
        return Expand(rule[close..]).SelectMany(tail => parts[rule[open..close]].Select(part => rule[..open] + part + tail));
    }

    private CueRule RuleOf(Act act, string rule)
    {
        var (steps, forbidden) = (new List<CueStep>(), new List<int>());
        foreach (var piece in rule.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (piece[0] == '!')
            {
                forbidden.Add(ClassOf(piece[1..]));
            }
            else
            {
                steps.Add(StepOf(piece));
            }
        }

        var needs = steps.Where(static step => step.Kind == CueKind.Word).Select(static step => step.Class).Distinct();
        return new CueRule(act, [.. steps], [.. forbidden], [.. needs]);
    }

    private CueStep StepOf(string piece) => piece switch
    {
        "^" => new CueStep(CueKind.Start, 0),
        "$" => new CueStep(CueKind.End, 0),
        "*" => new CueStep(CueKind.Gap, 0),
        "**" => new CueStep(CueKind.WideGap, 0),
        ['[', .., ']'] => new CueStep(CueKind.Optional, ClassOf(piece[1..^1])),
        _ => new CueStep(CueKind.Word, ClassOf(piece)),
    };

    private int Declare(string name) => classIds.TryGetValue(name, out var id) ? id : AddClass(name, []);

    private int ClassOf(string words) => classIds.TryGetValue(words, out var id) ? id : AddClass(words, [.. words.Split('|').SelectMany(Members)]);

    private int AddClass(string name, HashSet<int> words)
    {
        classes.Add(words);
        classIds.Add(name, classes.Count - 1);
        return classes.Count - 1;
    }

    private IEnumerable<int> Members(string word) => word[0] == '@' ? classes[classIds[word]] : [vocabulary.Add(Folding.Fold(word))];
}
