using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace QualifyBot.Tests.Playbooks;

/// <summary>Checks a document against a JSON Schema, as far as the shipped schemas use it; any other keyword throws.</summary>
internal sealed class SchemaCheck(JsonObject root)
{
    private readonly List<string> faults = [];

    public static IReadOnlyList<string> Of(JsonObject schema, JsonNode? document)
    {
        var check = new SchemaCheck(schema);
        check.Check(schema, document, "$");
        return check.faults;
    }

    private void Check(JsonObject schema, JsonNode? value, string path)
    {
        foreach (var (keyword, rule) in schema)
        {
            if (!Holds(schema, keyword, rule!, value, path))
            {
                faults.Add($"{path}: {keyword}");
            }
        }
    }

    private bool Fits(JsonNode schema, JsonNode? value)
    {
        var inner = new SchemaCheck(root);
        inner.Check(schema.AsObject(), value, "");
        return inner.faults.Count == 0;
    }

    private bool Holds(JsonObject schema, string keyword, JsonNode rule, JsonNode? value, string path)
    {
        switch (keyword)
        {
            case "$ref":
                Check(root["$defs"]![rule.GetValue<string>()["#/$defs/".Length..]]!.AsObject(), value, path);
                return true;
            case "properties":
                EachProperty(value, (name, inner) => Descend(rule[name], inner, $"{path}.{name}"));
                return true;
            case "additionalProperties" when rule is JsonObject other:
                EachProperty(value, (name, inner) => Descend(schema["properties"]?[name] is null ? other : null, inner, $"{path}.{name}"));
                return true;
            case "items":
                foreach (var (index, item) in (value as JsonArray ?? []).Index())
                {
                    Check(rule.AsObject(), item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"));
                }

                return true;
            default:
                return HoldsHere(schema, keyword, rule, value);
        }
    }

    private bool HoldsHere(JsonObject schema, string keyword, JsonNode rule, JsonNode? value) => keyword switch
    {
        "$schema" or "$defs" or "title" or "description" or "examples" => true,
        "type" => (rule is JsonArray several ? several.Select(one => one!.GetValue<string>()) : [rule.GetValue<string>()]).Any(type => IsOf(type, value)),
        "enum" => rule.AsArray().Any(one => JsonNode.DeepEquals(one, value)),
        "const" => JsonNode.DeepEquals(rule, value),
        "if" => !Fits(rule, value) || Fits(schema["then"]!, value),
        "then" => true,
        "not" => !Fits(rule, value),
        "oneOf" => rule.AsArray().Count(one => Fits(one!, value)) == 1,
        "anyOf" => rule.AsArray().Any(one => Fits(one!, value)),
        "required" => rule.AsArray().All(name => value is JsonObject map && map.ContainsKey(name!.GetValue<string>())),
        "additionalProperties" => value is not JsonObject map || map.All(property => schema["properties"]?[property.Key] is not null),
        "propertyNames" => value is not JsonObject map || map.All(property => Fits(rule, JsonValue.Create(property.Key))),
        "minProperties" => value is not JsonObject map || map.Count >= rule.GetValue<int>(),
        "minItems" => value is not JsonArray list || list.Count >= rule.GetValue<int>(),
        "minLength" => Text(value) is not { } text || text.Length >= rule.GetValue<int>(),
        "maxLength" => Text(value) is not { } text || text.Length <= rule.GetValue<int>(),
        "pattern" => Text(value) is not { } text || Regex.IsMatch(text, rule.GetValue<string>(), RegexOptions.NonBacktracking),
        "minimum" => Number(value) is not { } number || number >= rule.GetValue<decimal>(),
        "maximum" => Number(value) is not { } number || number <= rule.GetValue<decimal>(),
        "exclusiveMinimum" => Number(value) is not { } number || number > rule.GetValue<decimal>(),
        _ => throw new NotSupportedException(keyword),
    };

    private void Descend(JsonNode? schema, JsonNode? value, string path)
    {
        if (schema is JsonObject known)
        {
            Check(known, value, path);
        }
    }

    private static void EachProperty(JsonNode? value, Action<string, JsonNode?> visit)
    {
        foreach (var (name, inner) in value as JsonObject ?? [])
        {
            visit(name, inner);
        }
    }

    private static bool IsOf(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => Text(value) is not null,
        "number" => Number(value) is not null,
        "integer" => Number(value) is { } number && decimal.IsInteger(number),
        "boolean" => value is JsonValue flag && flag.TryGetValue<bool>(out _),
        _ => throw new NotSupportedException(type),
    };

    private static string? Text(JsonNode? value) => value is JsonValue scalar && scalar.TryGetValue<string>(out var text) ? text : null;

    private static decimal? Number(JsonNode? value) => value is JsonValue scalar && scalar.TryGetValue<decimal>(out var number) ? number : null;
}
