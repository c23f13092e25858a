using System.Reflection;
using System.Runtime.CompilerServices;
using QualifyBot.Bot.Storage;

namespace QualifyBot.Tests.Architecture;

public sealed class TypeTests
{
    private static readonly Type[] Product = [.. new[] { "QualifyBot.Qualification", "QualifyBot.BotFramework", "QualifyBot.Bot" }
        .SelectMany(name => Assembly.Load(name).GetTypes())
        .Where(IsWritten)];

    /// <summary>Interfaces with fewer than two implementers in the product that stand at a border, each with its reason.</summary>
    private static readonly Dictionary<string, string> Borders = new(StringComparer.Ordinal)
    {
        ["QualifyBot.BotFramework.Turns.ITurnContext"] = "The SDK's name, which everybody's handlers and middleware are written against.",
        ["QualifyBot.BotFramework.Http.IActivityReceiver"] = "The protocol hands a turn to a bot that it does not know.",
        ["QualifyBot.BotFramework.DirectLine.IDirectLineFiles"] = "The protocol keeps files in a store that it does not know.",
        ["QualifyBot.BotFramework.DirectLine.IDirectLineConversations"] = "The protocol keeps conversations in a store that it does not know.",
    };

    [Fact]
    public void Types_are_named_for_what_they_are() => Findings.AssertNone(StyleLaw.VagueNames(Product));

    [Fact]
    public void Classes_are_sealed_static_or_abstract_unless_the_product_derives_from_them() => Findings.AssertNone(Unsealed(Product));

    [Fact]
    public void An_interface_has_two_implementers_or_stands_at_a_border() => Findings.AssertNone(Lonely(Product));

    [Fact]
    public void The_list_of_borders_names_only_what_there_is() =>
        Findings.AssertNone(Borders.Keys.Except(Product.Select(type => type.FullName!)).Select(name => $"{name} is gone: strike it off the list."));

    [Fact]
    public void A_vague_name_an_open_class_and_a_lonely_interface_are_found()
    {
        Type[] types = [typeof(LeadManager), typeof(ScoreHelper<>), typeof(ILonely), typeof(Only), typeof(DerivedOne), typeof(Derived<>), typeof(Last)];
        Assert.Equal(["LeadManager", "ScoreHelper`1"], StyleLaw.VagueNames(types).Select(NestedName));
        Assert.Equal(["LeadManager", "Only"], Unsealed(types).Select(NestedName));
        Assert.Equal(["ILonely"], Lonely(types).Select(NestedName));
        Assert.Empty(Lonely([typeof(IStore), typeof(RedisStore), typeof(SqliteStore)]));
    }

    private static string NestedName(string finding) => finding.Split(':')[0].Split('+')[1];

    private static bool IsWritten(Type type) =>
        type.Namespace?.StartsWith("QualifyBot.", StringComparison.Ordinal) == true
        && !type.Name.Contains('<', StringComparison.Ordinal)
        && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        && !type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false);

    private static IEnumerable<string> Unsealed(Type[] types) => types
        .Where(type => type.IsClass && !type.IsAbstract && !type.IsSealed && !Array.Exists(types, other => BaseOf(other) == type))
        .Select(type => $"{type.FullName}: the class is open, and nothing derives from it. Seal it.");

    private static Type? BaseOf(Type type) => type.BaseType is { IsGenericType: true } generic ? generic.GetGenericTypeDefinition() : type.BaseType;

    private static IEnumerable<string> Lonely(Type[] types) => types
        .Where(type => type.IsInterface && !Borders.ContainsKey(type.FullName!) && types.Count(other => !other.IsInterface && Implements(other, type)) < 2)
        .Select(type => $"{type.FullName}: fewer than two types implement it. Use the class itself, or list the interface in {nameof(TypeTests)} with the border it stands at.");

    private static bool Implements(Type type, Type contract) =>
        type.GetInterfaces().Any(one => one == contract || (one.IsGenericType && one.GetGenericTypeDefinition() == contract));

#pragma warning disable CA1852 // The negative cases.
    private interface ILonely;

    private class LeadManager;

    private class ScoreHelper<T>;

    private class Only : ILonely;

    private class DerivedOne;

    private sealed class Derived<T> : ScoreHelper<T>;

    private sealed class Last : DerivedOne;
#pragma warning restore CA1852
}
