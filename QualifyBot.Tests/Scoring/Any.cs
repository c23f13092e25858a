using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Domains;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Tests.Playbooks;
using Outcome = QualifyBot.Qualification.Playbooks.Outcome;

namespace QualifyBot.Tests.Scoring;

/// <summary>Generates playbooks, and leads for them, from a seed; a failure names the seed.</summary>
internal sealed class Any(Random random)
{
    private static readonly decimal?[] Amounts = [null, 0, 1, 999, 5_000, 20_000, 20_000.50m, 50_000, 100_000, 1e15m, decimal.MaxValue];
    private static readonly string[] Phrases = ["", "student", "head of student services", "Acme", "ann@gmail.com", "ann@acme.example", "speed", "Ünïcode 😀"];

    /// <summary>Checks a property over a seed's worth of random data, always the same.</summary>
    public static void Check(int tests, Action<Any> property) =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => { property(new Any(new Random(seed))); return true; })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(tests).WithStartSize(1_000_000).WithEndSize(1_000_000_000).WithReplay(20261122, 1));

    public T One<T>(params ReadOnlySpan<T> values) => values[random.Next(values.Length)];

    public T OneOf<T>()
        where T : struct, Enum => One(Enum.GetValues<T>());

    public bool Chance(int percent) => random.Next(100) < percent;

    public T[] Shuffled<T>(IEnumerable<T> values)
    {
        var shuffled = values.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }

    public Lead Lead(Playbook playbook)
    {
        var known = random.Next(101);
        var lead = playbook.Slots.Where(_ => Chance(known)).Aggregate(Qualification.Answers.Lead.Empty, (rest, slot) => rest.With(Answer(slot)));
        var signals = Chance(50) ? 0 : random.Next(8);
        return Enumerable.Range(0, signals).Aggregate(lead, (rest, index) => rest.With(Signal(index, playbook)));
    }

    /// <summary>A signal of some day around today; one of three tells the value of a slot.</summary>
    public Signal Signal(int index, Playbook playbook)
    {
        var slot = Chance(33) ? One(playbook.Slots.AsSpan()) : null;
        var value = slot is null ? null : Value(slot.Type);
        return new Signal($"s{index}", One(Drafts.Kinds), Leads.Today.AddDays(random.Next(-120, 3)), "test", slot?.Id, value is AnswerValue.Withheld ? null : value);
    }

    public Answer Answer(Slot slot)
    {
        var message = $"{One<string>(Phrases)} something {random.Next(1000)}";
        var start = random.Next(message.Length);
        var length = random.Next(1, message.Length - start + 1);
        var evidence = new Evidence($"m{random.Next(9)}", start, length, message.Substring(start, length), "test");
        return new Answer(slot.Id, Value(slot.Type), evidence, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(random.Next()));
    }

    public AnswerValue Value(SlotType type)
    {
        if (Chance(15))
        {
            return new AnswerValue.Withheld(OneOf<WithheldReason>());
        }

        var (one, other) = (One<decimal?>(Amounts), One<decimal?>(Amounts));
        var (least, most) = one > other ? (other, one) : (one, other);
        return type switch
        {
            SlotType.Money => new AnswerValue.Money(OneOf<MoneyStatus>(), least, most, One<string?>(null, "USD", "EUR", "XXX"), Chance(50) ? null : OneOf<Period>()),
            SlotType.Timeframe => new AnswerValue.Timeframe(OneOf<TimeframeClass>(), Day(), Day()),
            SlotType.Headcount => new AnswerValue.Headcount((long?)Math.Min(least ?? 1, long.MaxValue), Chance(20) ? null : (long?)Math.Min(most ?? 1, long.MaxValue)),
            SlotType.Number => new AnswerValue.Number(least, most),
            SlotType.Authority => new AnswerValue.Authority(OneOf<AuthorityClass>(), Chance(50) ? [] : ["my boss"]),
            SlotType.Title => new AnswerValue.Title(One<string>(Phrases), OneOf<TitleLevel>()),
            SlotType.YesNo => new AnswerValue.YesNo(OneOf<YesNoClass>()),
            SlotType.Need => new AnswerValue.Need(Chance(80), One<string?>(null, "speed", "cost", "growth"), One<string>(Phrases)),
            SlotType.Time => new AnswerValue.Time(new DateTime(2026, 1, 1, 9, 0, 0, DateTimeKind.Unspecified), null, Grain.Day),
            SlotType.Duration => new AnswerValue.Duration(random.Next()),
            _ => new AnswerValue.Text(One<string>(Phrases)),
        };
    }

    public Playbook Playbook() => Qualification.Playbooks.Playbook.From(Draft());

    /// <summary>Two to four questions that matter, some of which wait for the answers to others: all its talks can be gone through.</summary>
    public Playbook SmallTalk()
    {
        var draft = Draft();
        var slots = Shuffled(draft.Slots.Where(slot => slot.Type is SlotType.Money or SlotType.Timeframe or SlotType.Authority or SlotType.Need or SlotType.Title or SlotType.Headcount)).Take(random.Next(2, 5)).ToList();
        var questions = slots.Select((slot, index) => new Question($"question{index}", slot, Chance(30) ? When(slots[(index + 1) % slots.Count]) : null, []));
        var read = AnswerDomains.Of(Qualification.Playbooks.Playbook.From(draft)).Slots.Where(domain => !domain.Leaves.IsEmpty).Select(domain => domain.Slot);
        return Qualification.Playbooks.Playbook.From(draft with
        {
            Order = Chance(80) ? QuestionOrder.Impact : QuestionOrder.Fixed,
            Slots = [.. slots.Union(read)],
            Questions = [.. questions],
        });
    }

    private Condition When(Slot slot) => random.Next(4) switch
    {
        0 => new Condition.Answered(slot.Id, Chance(70)),
        1 => new Condition.Withheld(slot.Id),
        2 => new Condition.Not(new Condition.Withheld(slot.Id)),
        _ => new Condition.Any([new Condition.Answered(slot.Id, true), new Condition.Withheld(slot.Id)]),
    };

    private PlaybookDraft Draft()
    {
        var groups = new[] { "first", "second" };
        var rules = Enumerable.Range(0, random.Next(1, 12)).Select(index =>
            new ScoreRule($"rule{index}", Axis.Fit, Chance(40) ? One<string>(groups) : null, Points(), Condition(3, forRule: true)));
        rules = rules.Concat(Enumerable.Range(0, 4).Select(index => new ScoreRule($"intent{index}", Axis.Intent, null, Points(), Condition(2, forRule: true))));
        rules = rules.Concat(Enumerable.Range(0, 3).Select(SignalRule));
        rules = rules.Concat(groups.Select(group => new ScoreRule($"of_{group}", Axis.Fit, group, Points(), Condition(1, forRule: true))));
        return Drafts.Plain with
        {
            Rules = [.. rules],
            Caps = [.. groups.Select(group => new GroupCap(group, random.Next(1, 40)))],
            Weights = Chance(50) ? EvidenceWeights.Even : new EvidenceWeights(random.Next(50, 101), random.Next(101, 200)),
            ProductQualified = Chance(70) ? null : new Condition.Happened(["demo"], 1, null),
            Disqualifiers = Chance(50) ? [] : [new Disqualifier("spoilt", new Condition.All([Condition(2), Condition(2)]))],
            Routes = [.. Enumerable.Range(0, random.Next(4)).Select(index => new RouteRule($"way{index}", OneOf<Outcome>(), RouteCondition())), new RouteRule("rest", Outcome.Nurture, null)],
        };
    }

    private ScoreRule SignalRule(int index) => new($"signal{index}", Axis.Intent, null, Points(), Happened())
    {
        Each = Chance(50) ? 1 : random.Next(2, 4),
        Decay = Chance(50) ? null : new Decay(random.Next(10), random.Next(10, 100)),
    };

    private Condition.Happened Happened() => new([One(Drafts.Kinds)], random.Next(1, 3), Chance(50) ? null : random.Next(1, 100));

    private DateOnly? Day() => Chance(20) ? null : Chance(5) ? One(DateOnly.MinValue, DateOnly.MaxValue) : Leads.Today.AddDays(random.Next(-100, 500));

    private int Points() => random.Next(1, 30) * (Chance(75) ? 1 : -1);

    private Condition RouteCondition() => random.Next(5) switch
    {
        0 => new Condition.StageIs([OneOf<Stage>(), OneOf<Stage>()]),
        1 => new Condition.GradeIs([.. Shuffled(Enum.GetValues<Grade>()).Take(3)]),
        2 => new Condition.PointsAtLeast(One<Axis?>(null, Axis.Fit, Axis.Intent), random.Next(-20, 60)),
        3 => new Condition.Not(new Condition.PointsAtLeast(null, random.Next(-20, 60))),
        _ => Condition(3),
    };

    private Condition Condition(int depth, bool forRule = false) => random.Next(depth > 0 ? 6 : 3) switch
    {
        3 => new Condition.All(Parts(depth, forRule)),
        4 => new Condition.Any(Parts(depth, forRule)),
        5 => new Condition.Not(Condition(depth - 1, forRule)),
        _ => Leaf(forRule),
    };

    private ImmutableArray<Condition> Parts(int depth, bool forRule) => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Condition(depth - 1, forRule))];

    private Condition Leaf(bool forRule) => random.Next(forRule ? 13 : 16) switch
    {
        15 => Happened(),
        0 => new Condition.MoneyWithin("money", 5_000, null),
        1 => new Condition.MoneyWithin("money", null, 50_000),
        2 => new Condition.MoneyIs("money", [OneOf<MoneyStatus>()]),
        3 => new Condition.StartsWithin("timeframe", random.Next(200)),
        4 => new Condition.TimeframeIs("timeframe", [OneOf<TimeframeClass>()]),
        5 => new Condition.AuthorityIs("authority", [OneOf<AuthorityClass>()]),
        6 => new Condition.NeedPresent("need", Chance(70)),
        7 => new Condition.NeedIn("need", ["speed"]),
        8 => new Condition.CountWithin(One("headcount", "number"), 100, 10_000),
        9 => new Condition.TitleAtLeast("title", OneOf<TitleLevel>()),
        10 => new Condition.HasWord(One("text", "title", "need", "company"), ["student"]),
        11 => new Condition.FreeMail("email", Chance(50)),
        12 => new Condition.Withheld(One("money", "need", "timeframe")),
        _ => new Condition.Answered(One("money", "need", "timeframe"), Chance(50)),
    };
}
