using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Qualification.Playbooks;

/// <summary>A hash over values, each written with its length, so that no two lists of values read alike.</summary>
internal sealed class Fingerprint
{
    private readonly StringBuilder text = new();

    /// <summary>The hash of a lead's answers (without their evidence) and signals, a playbook's hash and a day.</summary>
    public static string Of(Lead lead, string playbookHash, DateOnly today)
    {
        var print = new Fingerprint().Add("decision/1").Add(playbookHash).Add(today);
        foreach (var answer in lead.Answers)
        {
            print.Add(answer.Slot).Add(answer.Value);
        }

        return (lead.Signals.IsEmpty ? print : print.AddEach(lead.Signals, static (inner, signal) => inner.Add(signal))).ToHash();
    }

    public string ToHash() => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes<char>(text.ToString().ToCharArray())));

    public Fingerprint Add(string? value)
    {
        if (value is null)
        {
            text.Append('-');
        }
        else
        {
            text.Append(CultureInfo.InvariantCulture, $"{value.Length}:{value}");
        }

        return this;
    }

    public Fingerprint Add(long? value) => Add(value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>40 and 40.00 are one number.</summary>
    public Fingerprint Add(decimal? value) => Add(value?.ToString("G29", CultureInfo.InvariantCulture));

    public Fingerprint Add(bool value) => Add(value ? "true" : "false");

    public Fingerprint Add(DateOnly? value) => Add(value?.ToString("O", CultureInfo.InvariantCulture));

    public Fingerprint Add(DateTime? value) => Add(value?.ToString("s", CultureInfo.InvariantCulture));

    public Fingerprint AddEnum<T>(T value)
        where T : struct, Enum => Add(value.ToString());

    public Fingerprint AddEnums<T>(ImmutableArray<T> values)
        where T : struct, Enum => AddEach(values, static (print, value) => print.AddEnum(value));

    public Fingerprint AddEach(ImmutableArray<string> values) => AddEach(values, static (print, value) => print.Add(value));

    public Fingerprint AddEach<T>(ImmutableArray<T> values, Action<Fingerprint, T> add)
    {
        Add(values.Length);
        foreach (var value in values)
        {
            add(this, value);
        }

        return this;
    }

    private void Add(Signal signal)
    {
        Add(signal.Kind).Add(signal.On).Add(signal.Slot);
        _ = signal.Value is { } value ? Add(value) : Add(default(string));
    }

    public Fingerprint Add(AnswerValue value) => value switch
    {
        AnswerValue.Money(var status, var min, var max, var currency, var period) =>
            Add("money").AddEnum(status).Add(min).Add(max).Add(currency).Add(period?.ToString()),
        AnswerValue.Time { Zone: null, Except: false } time => Add("time").Add(time.From).Add(time.To).AddEnum(time.Grain),
        AnswerValue.Time time => Add("time").Add(time.From).Add(time.To).AddEnum(time.Grain).Add(time.Zone).Add(time.Except ? "except" : null),
        AnswerValue.Timeframe(var kind, var from, var to) => Add("timeframe").AddEnum(kind).Add(from).Add(to),
        AnswerValue.Duration(var seconds) => Add("duration").Add(seconds),
        AnswerValue.Number(var min, var max) => Add("number").Add(min).Add(max),
        AnswerValue.Headcount(var min, var max) => Add("headcount").Add(min).Add(max),
        AnswerValue.Authority(var kind, var others) => Add("authority").AddEnum(kind).AddEach(others),
        AnswerValue.Title(var name, var level, var seniority, var department) =>
            Add("title").Add(name).AddEnum(level).Add(seniority).Add(department),
        AnswerValue.YesNo(var kind) => Add("yesno").AddEnum(kind),
        AnswerValue.Need(var present, var category, var words) => Add("need").Add(present).Add(category).Add(words),
        AnswerValue.Text(var words) => Add("text").Add(words),
        AnswerValue.Withheld(var reason) => Add("withheld").AddEnum(reason),
        _ => throw new UnreachableException(),
    };
}
