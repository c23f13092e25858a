using System.Collections.Immutable;

namespace QualifyBot.Qualification.Playbooks;

/// <summary>Points need the visitor's words or a signal to show for them, so a rule cannot rest on there being none.</summary>
internal sealed class AbsenceProblems(ImmutableArray<PlaybookProblem>.Builder found)
{
    /// <summary>Finds where a rule rests on there being no answer or no signal.</summary>
    public void FindIn(string path, Condition condition, bool wanted = true)
    {
        switch (condition)
        {
            case Condition.Answered(var slot, var expected) when expected != wanted:
                Add(path, $"Points cannot rest on there being no answer for '{slot}': there would be no words to show for them.", "Use 'withheld: true', or a rule on the answer that is there.");
                break;
            case Condition.Happened when !wanted:
                Add(path, "Points cannot rest on there being no signal: there would be nothing to show for them.", "Put the condition on the signal that is there.");
                break;
            case Condition.Not(var part):
                FindIn($"{path}/not", part, !wanted);
                break;
            case Condition.All(var parts):
                FindIn($"{path}/all", parts, wanted);
                break;
            case Condition.Any(var parts):
                FindIn($"{path}/any", parts, wanted);
                break;
        }
    }

    private void FindIn(string path, ImmutableArray<Condition> parts, bool wanted)
    {
        for (var index = 0; index < parts.Length; index++)
        {
            FindIn($"{path}/{index}", parts[index], wanted);
        }
    }

    private void Add(string path, string problem, string remedy) => found.Add(new PlaybookProblem(path, problem, remedy));
}
