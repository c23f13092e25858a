using System.Globalization;
using System.Text.Json.Nodes;
using QualifyBot.Bot.Playbooks;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace QualifyBot.Tests.Playbooks;

public sealed class SchemaTests
{
    public static TheoryData<string, string> Files
    {
        get
        {
            var files = new TheoryData<string, string>();
            foreach (var (folder, schema) in new[] { ("playbooks", "playbook.schema.json"), ("presets", "playbook.schema.json"), ("texts", "texts.schema.json"), ("faq", "faq.schema.json") })
            {
                foreach (var file in Directory.EnumerateFiles(Path.Combine(Shipped.Folder, folder)).Order(StringComparer.Ordinal))
                {
                    files.Add(Path.GetRelativePath(Shipped.Folder, file), schema);
                }
            }

            files.Add("sales.yaml", "sales.schema.json");
            files.Add("opening.yaml", "opening.schema.json");
            files.Add("visits.yaml", "visits.schema.json");
            return files;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Shipped_files_satisfy_their_schema_and_name_it(string file, string schema)
    {
        var text = File.ReadAllText(Path.Combine(Shipped.Folder, file));
        Assert.StartsWith($"# yaml-language-server: $schema={(file.Contains('/', StringComparison.Ordinal) ? "../" : "")}{schema}\n", text, StringComparison.Ordinal);
        Assert.Empty(SchemaCheck.Of(Schema(schema), ToJson(text)));
    }

    [Theory]
    [InlineData("name: BANT", "name: ''")]
    [InlineData("id: bant", "id: Bant")]
    [InlineData("points: 30", "points: many")]
    [InlineData("points: 30", "points: 0")]
    [InlineData("points: 30", "points: 1001")]
    [InlineData("axis: fit", "axis: fitt")]
    [InlineData("outcome: nurture", "outcome: wait")]
    [InlineData("within_days: 184", "within_day: 184")]
    [InlineData("currency: USD", "")]
    [InlineData("currency: USD", "currency: USD\nfiscal_year_start: 0")]
    [InlineData("grade: [a1, a2, b1, b2]", "grade: [a1, z9]")]
    [InlineData("withheld: true", "withheld: false")]
    public void The_schema_and_the_loader_refuse_the_same(string right, string wrong)
    {
        var text = File.ReadAllText(Path.Combine(Shipped.Folder, "playbooks", "bant.yaml")).Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEmpty(SchemaCheck.Of(Schema("playbook.schema.json"), ToJson(text)));
        Assert.NotEmpty(PlaybookLoader.Parse("bant.yaml", text).Faults);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("slots/s", "$defs/slot")]
    [InlineData("questions", "$defs/question")]
    [InlineData("rules", "$defs/rule")]
    [InlineData("disqualifiers", "$defs/disqualifier")]
    [InlineData("routes", "$defs/route")]
    [InlineData("grid", "$defs/grid")]
    [InlineData("stages", "$defs/stages")]
    [InlineData("evidence", "properties/evidence")]
    [InlineData("rules/decay", "$defs/rule/properties/decay")]
    public void The_schema_and_the_loader_know_the_same_keys(string place, string definition)
    {
        const string Unknown = "zzzzzzzzzzzz: 1";
        var text = place switch
        {
            "" => Unknown,
            "slots/s" => $"slots: {{ s: {{ {Unknown} }} }}",
            "rules/decay" => $"rules: [ {{ decay: {{ {Unknown} }} }} ]",
            "grid" or "stages" or "evidence" => $"{place}: {{ {Unknown} }}",
            _ => $"{place}: [ {{ {Unknown} }} ]",
        };
        var schema = Schema("playbook.schema.json");
        var properties = (definition.Length == 0 ? schema : definition.Split('/').Aggregate<string, JsonNode>(schema, (node, key) => node[key]!))["properties"]!;
        Assert.Equal(properties.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal), KeysTold(text).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public void The_schema_and_the_loader_know_the_same_conditions_and_choices()
    {
        var types = Schema("playbook.schema.json")["$defs"]!["slot"]!["properties"]!["type"]!["enum"]!.AsArray().Select(type => type!.GetValue<string>()).ToList();
        Assert.Equal(21, types.Count);
        AssertKeys("condition", types, "criteria: {{ c: C }}\nslots: {{ s: {{ type: {0}, criterion: c }} }}\nrules: [ {{ when: {{ slot: s, zzzzzzzzzzzz: 1 }} }} ]");
        AssertKeys("routeCondition", types, "criteria: {{ c: C }}\nslots: {{ s: {{ type: {0}, criterion: c }} }}\nroutes: [ {{ when: {{ slot: s, zzzzzzzzzzzz: 1 }} }} ]");
        AssertKeys("choice", types, "criteria: {{ c: C }}\nslots: {{ s: {{ type: {0}, criterion: c }} }}\nquestions: [ {{ id: q, slot: s, choices: [ {{ id: a, zzzzzzzzzzzz: 1 }} ] }} ]");
    }

    private static void AssertKeys(string definition, List<string> types, string text)
    {
        var known = Schema("playbook.schema.json")["$defs"]![definition]!["properties"]!.AsObject().Select(property => property.Key);
        var told = types.SelectMany(type => KeysTold(string.Format(CultureInfo.InvariantCulture, text, type))).Distinct(StringComparer.Ordinal);
        Assert.Equal(known.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static string[] KeysTold(string text)
    {
        var fault = PlaybookLoader.Parse("keys.yaml", text).Faults.Single(fault => fault.Problem.Contains("zzzzzzzzzzzz", StringComparison.Ordinal));
        return fault.Remedy["Use one of: ".Length..^1].Split(", ");
    }

    internal static JsonObject Schema(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Shipped.Folder, name)))!.AsObject();

    internal static JsonNode? ToJson(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return ToJson(stream.Documents[0].RootNode);
    }

    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(child => KeyValuePair.Create(((YamlScalarNode)child.Key).Value!, ToJson(child.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(ToJson)]),
        YamlScalarNode { Style: not ScalarStyle.Plain } quoted => JsonValue.Create(quoted.Value),
        YamlScalarNode { Value: "true" or "false" } flag => JsonValue.Create(string.Equals(flag.Value, "true", StringComparison.Ordinal)),
        YamlScalarNode plain when decimal.TryParse(plain.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(((YamlScalarNode)node).Value),
    };
}
