using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Playbooks;

/// <summary>Reads the parts of a playbook; what cannot be read is left out and stands among the faults.</summary>
internal sealed class PlaybookParser
{
    private readonly MapReader root;
    private readonly FaultList faults;
    private readonly ImmutableArray<Slot> slots;
    private readonly SlotIndex index;
    private readonly ConditionParser conditions;
    private readonly ConditionParser routeConditions;

    private PlaybookParser(MapReader root)
    {
        this.root = root;
        faults = root.Faults;
        slots = root.Entries("slots", ReadSlot, required: true);
        index = new SlotIndex(slots, root.Value("slots") is YamlValue.Map map ? [.. map.Entries.Select(entry => entry.Key.Text)] : []);
        conditions = new ConditionParser(index, readsScore: false);
        routeConditions = new ConditionParser(index, readsScore: true);
    }

    /// <summary>The parts that a file's root holds.</summary>
    public static PlaybookDraft Parse(MapReader root) => new PlaybookParser(root).ReadDraft();

    private PlaybookDraft ReadDraft()
    {
        var draft = new PlaybookDraft
        {
            Id = root.Text("id", required: true) ?? "unnamed",
            Name = root.Text("name", required: true) ?? "unnamed",
            Version = root.Text("version", required: true) ?? "0",
            Currency = root.Text("currency", required: true) ?? "USD",
            FiscalYearStart = root.Int("fiscal_year_start") ?? 1,
            Rates = root.Entries("rates", (code, value, _) => ScalarReader.Number(value, $"The rate of {code}", faults) is { } rate ? new ExchangeRate(code, rate) : null),
            Criteria = root.Entries("criteria", (id, value, _) => new Criterion(id, ScalarReader.Text(value, $"The name of '{id}'", faults) ?? id), required: true),
            Slots = slots,
            Needs = root.Entries("needs", ReadNeed),
            Technologies = root.Texts("technologies") ?? [],
            Competitors = root.Texts("competitors") ?? [],
            Signals = root.Entries("signals", (id, value, _) => new SignalKind(id, ScalarReader.Text(value, $"The name of '{id}'", faults) ?? id)),
            Weights = ReadWeights(),
            ProductQualified = root.Inner("product_qualified") is { } product ? conditions.Parse(product) : null,
            Order = root.Enum<QuestionOrder>("order") ?? QuestionOrder.Impact,
            Style = root.Enum<QuestioningStyle>("style") ?? QuestioningStyle.Plain,
            Questions = root.List("questions", ReadQuestion, required: true) ?? [],
            Caps = root.Entries("caps", (group, value, _) => new GroupCap(group, ScalarReader.Int(value, $"The cap of '{group}'", faults) ?? 1)),
            Rules = root.List("rules", ReadRule, required: true) ?? [],
            Grid = ReadGrid(),
            Stages = ReadStages(),
            Disqualifiers = root.List("disqualifiers", ReadDisqualifier) ?? [],
            Routes = root.List("routes", ReadRoute, required: true) ?? [],
        };
        root.Finish();
        return draft;
    }

    private Slot? ReadSlot(string id, YamlValue value, string path)
    {
        if (MapReader.Of(value, path, faults) is not { } reader)
        {
            return null;
        }

        var (type, criterion) = (reader.Enum<SlotType>("type", required: true), reader.Text("criterion", required: true));
        reader.Finish();
        return type is { } known && criterion is not null ? new Slot(id, known, criterion) : null;
    }

    private NeedCategory ReadNeed(string id, YamlValue value, string path)
    {
        if (value is YamlValue.List { Items.IsEmpty: true })
        {
            faults.Add(value, $"The category of need '{id}' has no words.", "List words or phrases that show the need.");
        }

        var items = value is YamlValue.List list ? list.Items : [value];
        return new NeedCategory(id, [.. items.Select(item => ScalarReader.Text(item, $"A word of '{id}'", faults)).OfType<string>()]);
    }

    private Question? ReadQuestion(MapReader reader)
    {
        var id = reader.Text("id", required: true);
        var slot = reader.Text("slot", required: true) is { } name ? index.Find(name, $"{reader.Path}/slot", faults) : null;
        var when = ReadWhen(reader, required: false);
        var keepsPlace = reader.Bool("keeps_place");
        var choices = reader.List("choices", inner => slot is null ? null : ChoiceParser.Parse(inner, slot));
        reader.Finish();
        return id is null || slot is null ? null : new Question(id, slot, when, choices ?? []) { KeepsPlace = keepsPlace };
    }

    private ScoreRule? ReadRule(MapReader reader)
    {
        var (id, axis, group) = (reader.Text("id", required: true), reader.Enum<Axis>("axis", required: true), reader.Text("group"));
        var (points, when) = (reader.Int("points", required: true), ReadWhen(reader, required: true));
        var (each, decay) = (reader.Int("each"), ReadDecay(reader));
        reader.Finish();
        return id is not null && axis is { } known && points is { } some && when is not null
            ? new ScoreRule(id, known, group, some, when) { Each = each ?? 1, Decay = decay }
            : null;
    }

    private static Decay? ReadDecay(MapReader reader)
    {
        var decay = reader.Inner("decay");
        var (from, until) = (decay?.Int("from_days"), decay?.Int("until_days", required: true));
        decay?.Finish();
        return until is { } last ? new Decay(from ?? 0, last) : null;
    }

    private EvidenceWeights ReadWeights()
    {
        var weights = root.Inner("evidence");
        var (self, evidenced) = (weights?.Int("self_reported"), weights?.Int("evidenced"));
        weights?.Finish();
        return new EvidenceWeights(self ?? EvidenceWeights.Even.SelfReported, evidenced ?? EvidenceWeights.Even.Evidenced);
    }

    private Disqualifier? ReadDisqualifier(MapReader reader)
    {
        var (id, when) = (reader.Text("id", required: true), ReadWhen(reader, required: true));
        reader.Finish();
        return id is null || when is null ? null : new Disqualifier(id, when);
    }

    private RouteRule? ReadRoute(MapReader reader)
    {
        var (id, outcome) = (reader.Text("id", required: true), reader.Enum<Outcome>("outcome", required: true));
        var when = ReadWhen(reader, required: false, routeConditions);
        reader.Finish();
        return id is not null && outcome is { } known && (when is not null || !reader.Has("when")) ? new RouteRule(id, known, when) : null;
    }

    private Condition? ReadWhen(MapReader reader, bool required) => ReadWhen(reader, required, conditions);

    private static Condition? ReadWhen(MapReader reader, bool required, ConditionParser parser) =>
        reader.Inner("when", required) is { } inner ? parser.Parse(inner) : null;

    private Grid ReadGrid()
    {
        var grid = root.Inner("grid", required: true);
        var (fit, intent) = (grid?.Inner("fit", required: true), grid?.Inner("intent", required: true));
        var read = new Grid(
            fit?.Int("a", required: true) ?? int.MaxValue,
            fit?.Int("b", required: true) ?? int.MinValue,
            intent?.Int("1", required: true) ?? int.MaxValue,
            intent?.Int("2", required: true) ?? int.MinValue);
        grid?.Finish();
        fit?.Finish();
        intent?.Finish();
        return read;
    }

    private StageThresholds ReadStages()
    {
        var stages = root.Inner("stages", required: true);
        var (iql, mql, sql) = (stages?.Int("iql", required: true), stages?.Int("mql", required: true), stages?.Int("sql", required: true));
        stages?.Finish();
        return new StageThresholds(iql ?? int.MinValue, mql ?? (iql < int.MaxValue ? iql.Value + 1 : 0), sql ?? int.MaxValue);
    }
}
