using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace QualifyBot.Tests.Reading.SalesAnswers;

public sealed class SalesAnswerTests
{
    public static TheoryData<string> Tables => [.. SalesTable.All.Keys];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Ninety_seven_of_a_hundred_answers_of_a_table_are_read_as_a_careful_human_would(string name) => Demand([SalesTable.All[name]], SalesTable.All[name].Demanded);

    [Fact]
    public void Ninety_seven_of_a_hundred_answers_of_all_tables_are_read_as_a_careful_human_would() => Demand([.. SalesTable.All.Values], SalesTable.All.Values.Min(static table => table.Demanded));

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_line_of_a_table_is_a_row(string name) => Assert.Empty(SalesTable.All[name].Problems);

    [Fact]
    public void No_answer_stands_twice_in_the_tables()
    {
        var twice = SalesTable.All.Values.SelectMany(static table => table.Rows.Select(row => (table.Language, Row: row)))
            .GroupBy(static said => $"{said.Language}|{string.Join(' ', said.Row.Asked)}|{said.Row.Question}|{said.Row.Message.Trim()}", StringComparer.Ordinal)
            .Where(static group => group.Skip(1).Any())
            .Select(static group => string.Join(" = ", group.Select(static said => said.Row.Place)));
        Assert.Empty(twice);
    }

    [Theory]
    [InlineData("money\t20k", "t:2: a row is \"asked TAB message TAB expected\", not \"money\t20k\".")]
    [InlineData("money\t20k\tmoney 20000\tmoney 20000", "t:2: a row is \"asked TAB message TAB expected\", not \"money\t20k\tmoney 20000\tmoney 20000\".")]
    [InlineData("money\t20k\tmoney", "t:2: \" \" is no slot with a value.")]
    [InlineData("money\t20k\tmoney 20k", "t:2: \"money 20k\" is no slot with a value.")]
    [InlineData("duration\tan hour\tduration 1 hour", "t:2: \"duration 1 hour\" is no slot with a value.")]
    public void A_malformed_row_is_named_with_its_place(string row, string problem) =>
        Assert.Equal(problem, Assert.Single(SalesTable.Parse("t", "# lang: en\n" + row + "\nmoney\t30k\tmoney 30000\n").Problems));

    [Theory]
    [InlineData("money\t20k\tmoney 20000", true)]
    [InlineData("money\t20k\tmoney 20001", false)]
    [InlineData("money\t20k\tmoney 20000 EUR", false)]
    [InlineData("money\t20k\tmoney 1 || money 20000", true)]
    [InlineData("money\t20k\t-", false)]
    [InlineData("-\tour CEO is jo@firm.example\t-", false)]
    [InlineData("time\tmonday or friday\ttime 2026-03-16", true)]
    [InlineData("time\tmonday or friday\ttime 2026-03-13; time 2026-03-16", true)]
    [InlineData("time\tmonday or friday\ttime 2026-03-13; time 2026-03-17", false)]
    [InlineData("-\tplease cancel\tact cancel", true)]
    [InlineData("-\tplease cancel\t-", false)]
    [InlineData("money\t20k\tno money", false)]
    public void A_row_is_right_only_where_all_and_nothing_else_was_read(string row, bool right) =>
        Assert.Equal(right, Misses(SalesTable.Parse("t", row)).IsEmpty);

    private static void Demand(ImmutableArray<SalesTable> tables, decimal demanded)
    {
        var misses = tables.SelectMany(static table => Misses(table)).ToList();
        var rows = tables.Sum(static table => table.Rows.Length);
        var share = 100m * (rows - misses.Count) / rows;
        if (share < demanded)
        {
            var report = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{rows - misses.Count} of {rows} are right: {share:0.0} %."));
            misses.ForEach(miss => report.AppendLine().Append(miss));
            Assert.Fail(report.ToString());
        }
    }

    private static ImmutableArray<string> Misses(SalesTable table) =>
        [.. table.Rows.Zip(FrontDoor.Read(table, table.Rows.Select(static row => (row, row.Message))))
            .Where(static pair => !Judgement.IsRight(pair.First, pair.Second))
            .Select(static pair => $"{pair.First.Place} [{string.Join(' ', pair.First.Asked)}] \"{pair.First.Message}\" expected: {pair.First.Expected} read: {pair.Second.GetProperty("candidates")} {pair.Second.GetProperty("acts")}")];
}
